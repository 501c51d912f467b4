"""Articles in the line of their sources: several are made at once, and what comes of them is told in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, wait
from functools import partial
from typing import Any, NoReturn, TypeVar

from narrator.cli.progress import Display
from narrator.cli.sources import Origin
from narrator.model import Article, Script
from narrator.pipeline import Commission, Made, Order, commission, fulfil
from narrator.workshop import Workshop

_Value = TypeVar("_Value")

Outcome = Callable[[], Made]
"""Waits for an episode; raises what was in the way of it."""


class Line:
    """What fails before an article is begun takes its place in the line as well."""

    def __init__(self, workshop: Workshop, progress: Display) -> None:
        self._workshop, self._progress = workshop, progress
        self._waiting: deque[tuple[Origin, Outcome]] = deque()
        self._under_way: dict[str, Future[Made]] = {}

    def attempt(self, origin: Origin, work: Callable[..., _Value], *arguments: Any) -> _Value | None:
        try:
            return work(*arguments)
        except Exception as error:  # noqa: BLE001 - it is told in its turn
            self._waiting.append((origin, _failing(error)))
            return None

    def fulfilled(
        self, articles: Iterable[tuple[Origin, Article | Script]], order: Order
    ) -> Iterator[tuple[Origin, Outcome]]:
        """Each source and its outcome; while one is waited for, as many more are made as voices may speak.

        Who listens takes all there is to compute with: no other is made meanwhile.
        """
        todo = iter(articles)
        ahead = 0 if order.listen else self._workshop.jobs
        while True:
            while len(self._waiting) <= ahead and (found := next(todo, None)):
                self._begin(*found, order)
            if not self._waiting:
                return
            yield self._waiting.popleft()

    def _begin(self, origin: Origin, article: Article | Script, order: Order) -> None:
        """One that is another version of an earlier one comes after it, in its place."""
        if earlier := self._under_way.get(article.identity):
            wait([earlier])
        if ordered := self.attempt(origin, commission, article, order):
            made = self._workshop.desks.submit(self._made, ordered)
            made.add_done_callback(partial(_give_up_if_cancelled, ordered))
            unfinished = {each: future for each, future in self._under_way.items() if not future.done()}
            self._under_way = {**unfinished, article.identity: made}
            self._waiting.append((origin, made.result))

    def _made(self, ordered: Commission) -> Made:
        with self._progress.article(ordered.source) as said:
            return fulfil(ordered, self._workshop.for_one_article(), said)


def _give_up_if_cancelled(ordered: Commission, made: Future[Made]) -> None:
    if made.cancelled():
        ordered.give_up()


def _failing(error: Exception) -> Callable[[], NoReturn]:
    def fail() -> NoReturn:
        raise error

    return fail
