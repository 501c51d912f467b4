"""A page as the rules see it: the shapes of its blocks, where the article lies, what is decided so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from narrator.model import Role
from narrator.segment.cues import Cues
from narrator.segment.shape import Shape


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a block was taken for, and the rule that decided."""

    role: Role
    rule: str


@dataclass(slots=True)
class View:
    """The one value that changes while rules look at a page: `verdicts` fills up."""

    shapes: Sequence[Shape]
    cues: Cues
    title: str = ""
    """Key of the headline the page declares."""
    authors: tuple[str, ...] = ()
    year: int | None = None
    """In which the article was published."""
    verdicts: dict[int, Verdict] = field(default_factory=dict)
    usual: float = 0.0
    """Words of a paragraph of the article, in the middle of them all."""
    told: Counter[str] = field(default_factory=Counter)
    """In how many paragraphs of the body each of its words stands."""
    told_apart: bool = False
    """The page's reader has told the article from what surrounds it."""
    instructs: bool = False
    """The article tells its readers what to do."""
    personal: bool = False
    """The article speaks to its readers throughout."""
    clean: bool = False
    """The text is nothing but an article, with its headings."""
    divided: bool = False
    """It is clean, and several lines of it head paragraphs."""
    owners: frozenset[str] = frozenset()
    """Keys of the names of those who have the rights of a text."""
    skipped: frozenset[int] = frozenset()
    """What the page tells those who listen to it that they may leave out."""
    bare: bool = False
    """Nothing is there but the article's headline and paragraphs."""
    parted: bool = False
    """Blank lines stand between the article's paragraphs."""
    hours: frozenset[int] = frozenset()
    """The lines above the posts of a live blog; none elsewhere."""
    headline: int | None = None
    evidence: str = ""
    """What counted most for and against the headline, where it had to be found."""
    body: range = range(0)
    """From the first to behind the last block of the article's prose."""
    said: set[str] = field(default_factory=set)
    """Keys of what is known to be spoken so far."""
    listed: Counter[str] = field(default_factory=Counter)
    """Keys of the blocks that stand above no paragraph."""

    def role(self, index: int) -> Role | None:
        """What the block has been taken for; None while that is open."""
        verdict = self.verdicts.get(index)
        return verdict.role if verdict else None

    def rule(self, index: int) -> str:
        """The rule that decided, in words; empty while that is open."""
        verdict = self.verdicts.get(index)
        return verdict.rule if verdict else ""

    def signs(self, index: int) -> bool:
        """The block says who wrote the article, or when."""
        return self.role(index) in ("byline", "date")

    def open(self, index: int) -> bool:
        """Nothing is decided about the block yet."""
        return 0 <= index < len(self.shapes) and index not in self.verdicts

    def prose(self, index: int) -> bool:
        """A paragraph of which nothing is decided yet."""
        return self.open(index) and self.shapes[index].prose

    def sentence(self, index: int) -> bool:
        """A paragraph or a sentence of a few words, of which nothing is decided yet."""
        return self.open(index) and self.shapes[index].complete

    def follow(self, index: int) -> bool:
        """No blank line is between the block and the next."""
        if index + 1 >= len(self.shapes):
            return False
        lines, following = self.shapes[index].block.lines, self.shapes[index + 1].block.lines
        return bool(lines and following) and following[0] == lines[-1] + 1

    def told_by(self, indices: Iterable[int]) -> set[str]:
        """The words of some blocks that carry meaning."""
        return set().union(*(self.shapes[index].stems for index in indices))

    def after(self, index: int, reach: int = 6) -> Iterator[int]:
        """The undecided blocks that follow, a few."""
        return (i for i in range(index + 1, min(index + 1 + reach, len(self.shapes))) if self.open(i))

    def before(self, index: int, reach: int = 6) -> Iterator[int]:
        """The undecided blocks in front, the nearest first."""
        return (i for i in range(index - 1, max(index - 1 - reach, -1), -1) if self.open(i))


_SPOKEN = ("body", "standfirst", "subhead", "context")

Rule = Callable[[View, int], Role | None]


def apply(rules: Sequence[Rule], view: View) -> None:
    """Lets the first rule that knows a block decide; blocks already decided stay."""
    for index in range(len(view.shapes)):
        for rule in rules if index not in view.verdicts else ():
            role = rule(view, index)
            if role:
                view.verdicts[index] = Verdict(role, name_of(rule))
                break
        if view.role(index) in _SPOKEN:
            view.said.add(view.shapes[index].key)


def name_of(rule: Callable[..., object]) -> str:
    """How `--explain` calls a rule, or a piece of evidence."""
    return rule.__name__.replace("_", " ")
