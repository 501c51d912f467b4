"""Progress of long work on standard error: a bar on a terminal, plain lines elsewhere, nothing when quiet."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Protocol

from narrator.cli.main import one_line, tell
from narrator.model import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_EVERY_S = 5.0


class Display(Protocol):
    """Shows how far articles are, several at once, from any thread."""

    def article(self, title: str, /) -> AbstractContextManager[Progress]:
        """To be told what was said of it, and how far that is, while the block lasts."""


@contextmanager
def open_progress(quiet: bool) -> Iterator[Display]:
    """Shows the articles of a call."""
    if quiet:
        yield _Silence()
    elif sys.stderr.isatty():
        with _bar() as bar:
            yield _Terminal(bar)
    else:
        yield _Lines()


class _Silence:
    @contextmanager
    def article(self, _: str, /) -> Iterator[Progress]:
        yield lambda *_: None


class _Seldom:
    """Tells a line every few seconds, and none between."""

    def __init__(self) -> None:
        self._told = time.monotonic()

    def tell(self, line: str) -> None:
        if time.monotonic() - self._told >= _EVERY_S:
            self._told = time.monotonic()
            tell(line)


class _Lines:
    """A line when an article begins, and seldom one while articles are said."""

    def __init__(self) -> None:
        self._seldom = _Seldom()

    @contextmanager
    def article(self, title: str) -> Iterator[Progress]:
        shown = one_line(title)
        tell(f"making {shown}")
        yield lambda text, done, total: self._seldom.tell(
            f"{100 * done // max(1, total)} % of {shown}: {text[:60]}"
        )


class _Terminal:
    def __init__(self, bar: Bar) -> None:
        self._bar = bar

    @contextmanager
    def article(self, title: str) -> Iterator[Progress]:
        task = self._bar.add_task(title, said="")
        try:
            yield lambda text, done, total: self._bar.update(
                task, completed=done, total=total, said=text[:60]
            )
        finally:
            self._bar.remove_task(task)


@contextmanager
def _bar() -> Iterator[Bar]:
    """Drawn on the terminal by a way of its own, which nothing that redirects standard error can cut off."""
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar
    from rich.table import Column

    columns = (
        BarColumn(20),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[said]}", markup=False, table_column=Column(no_wrap=True, ratio=1)),
    )
    with (
        os.fdopen(os.dup(sys.stderr.fileno()), "w", encoding="utf-8", errors="replace") as terminal,
        Bar(
            *columns,
            console=Console(file=terminal),
            transient=True,
            expand=True,
            redirect_stdout=sys.stdout.isatty(),
        ) as bar,
    ):
        yield bar


@contextmanager
def open_counter(quiet: bool) -> Iterator[Progress]:
    """Shows work of several kinds, each counted."""
    if quiet:
        yield lambda *_: None
    elif sys.stderr.isatty():
        with _bar() as bar:
            tasks: dict[str, TaskID] = {}
            yield lambda what, done, total: _advance(bar, tasks, what, done, total)
    else:
        seldom = _Seldom()
        yield lambda what, done, total: seldom.tell(f"{what}: {done} of {total}")


def _advance(bar: Bar, tasks: dict[str, TaskID], what: str, done: int, total: int) -> None:
    if what not in tasks:
        tasks[what] = bar.add_task(what, said=what)
    bar.update(tasks[what], completed=done, total=total)
