"""The nouns of narrator: frozen values that pass from stage to stage.

    source ─read→ Page ─segment→ Article ─write_script→ Script ─perform→ Recording ─master→ … ─write_mp3→ Episode

Everything here is data that has been proved good at the edge and is trusted inside. A change makes a
new value (`dataclasses.replace`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, NamedTuple, NewType

Milliseconds = NewType("Milliseconds", int)

Progress = Callable[[str, int, int], None]
"""Told what is being done or said, how much of it is done, and of how much; in units of the work's own."""

BlockKind = Literal["text", "heading", "caption", "quote", "list_item", "table", "embed"]
"""What the markup of a page says a block is; plain text knows only `text`."""

SectionKind = Literal["headline", "body", "context"]

Origin = Literal["text", "web", "document"]
"""Where a page comes from: a text that may hold anything, a web page whose reader has told the article from what
surrounds it, or a document that its author wrote and nobody surrounded with anything."""

Role = Literal[
    "headline",
    "standfirst",
    "byline",
    "date",
    "body",
    "subhead",
    "context",
    "pullquote",
    "caption",
    "table",
    "boilerplate",
    "duplicate",
]
"""What a block is to the article. Headline, standfirst, body, subhead and context are spoken."""


# --- an article, from page to understanding -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of data."""

    cells: tuple[str, ...]
    """Each in its column, empty ones too."""
    names: bool = False
    """It names the columns; a title has a single cell."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, caption, list item or row of a table of a page, as its reader found it."""

    text: str
    kind: BlockKind = "text"
    level: int = 0
    """1 to 6 for a heading, else 0."""
    lines: tuple[int, ...] = ()
    """1-based line numbers of the source, where the source is a text file."""
    main: bool = True
    """False where the reader of a web page judged the block to lie outside the article."""
    row: Row | None = None
    """Of a table that stands in the text; None for all else, and for a table set beside it."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a source declares about itself, or what was found in its text."""

    authors: tuple[str, ...] = ()
    date: dt.date | None = None
    language: str | None = None
    """A lower-case BCP 47 tag, mostly two letters: `en`, `pt-br`."""
    site: str | None = None
    url: str | None = None
    """The canonical address."""
    image: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A source that has been read: its blocks in order, nothing judged yet."""

    source: str
    """As the user named it: a path, an address, or `-`."""
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    title: str | None = None
    """The headline the page declares (Open Graph, JSON-LD, front matter), where it does."""
    identity: str | None = None
    """What the episode is known by; None where only the headline can tell (standard input)."""
    origin: Origin = "text"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the article that will be spoken; its title, where it has one, is spoken first."""

    kind: SectionKind
    title: str | None
    paragraphs: tuple[str, ...]
    """An item of a list begins with a bullet or its number; the cells of a table's row stand apart as in `a · b`."""
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Omission:
    """A part of the source that will not be spoken, and why."""

    text: str
    reason: str
    """A `Role` that is not spoken."""
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one block was taken for, and the rule that decided."""

    text: str
    role: Role
    rule: str
    lines: tuple[int, ...] = ()
    kind: BlockKind = "text"
    """What its markup said it is."""
    evidence: str = ""
    """What counted most for and against a headline that had to be found."""


@dataclass(frozen=True, slots=True)
class Article:
    """A page understood. The first section is the headline; order is the source's own."""

    source: str
    identity: str
    headline: str
    metadata: Metadata
    sections: tuple[Section, ...]
    omitted: tuple[Omission, ...] = ()
    judgements: tuple[Judgement, ...] = ()


# --- what will be said ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """How a word of the spoken text is said, where the voice would guess wrong."""

    word: str
    """As it stands in the spoken text."""
    ipa: str
    alias: str = ""
    """What is said instead by a voice that cannot be told the IPA."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a voice says in one breath: a sentence, or a clause of a long one."""

    text: str
    """As written."""
    spoken: str
    """As said: numbers, abbreviations and names in words for the ear."""
    voice: str
    """A voice name that `engines.find_voice` knows."""
    section: int
    """Index into the article's sections; -1 for the opening and closing lines."""
    pronunciations: tuple[Pronunciation, ...] = ()


@dataclass(frozen=True, slots=True)
class Pause:
    ms: Milliseconds


@dataclass(frozen=True, slots=True)
class Mark:
    """A chapter begins here."""

    title: str


Cue = Utterance | Pause | Mark


@dataclass(frozen=True, slots=True)
class Script:
    """Who says what, in which voice, with which pauses. The seam: left of it text, right of it sound."""

    source: str
    identity: str
    title: str
    language: str
    cues: tuple[Cue, ...]
    metadata: Metadata = Metadata()
    untold: tuple[str, ...] = ()
    """Words whose pronunciation a voice could not be told: it says them by their alias, or as it guesses."""


# --- sound --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Speech:
    """What an engine is asked to say: prepared text, nothing about roles, paths or tags."""

    text: str
    voice: str
    """A name of the engine's own, without the engine's prefix."""
    pronunciations: tuple[Pronunciation, ...] = ()
    """In the notation the engine takes."""
    rate: float = 1.0
    """1.0 is the voice's own pace."""
    seed: int = 0
    after: Speech | None = None
    """What was said just before, for an engine that carries something over from it; None for all others."""


class WordTime(NamedTuple):
    """When a word of the spoken text sounds. Only times the engine knows exactly; never a guess."""

    start: int
    """Offset of the word's first character in the spoken text."""
    end: int
    start_sample: int
    end_sample: int

    def moved(self, samples: int) -> WordTime:
        """The same so many samples later."""
        return WordTime(self.start, self.end, self.start_sample + samples, self.end_sample + samples)


@dataclass(frozen=True, slots=True)
class Clip:
    """An engine's answer: mono 16-bit little-endian samples."""

    pcm: bytes = field(repr=False)
    rate_hz: int
    words: tuple[WordTime, ...] = ()

    @property
    def samples(self) -> int:
        return len(self.pcm) // 2


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that can be used now."""

    engine: str
    name: str
    language: str
    """A lower-case BCP 47 tag."""
    sex: Literal["female", "male", "unknown"] = "unknown"

    def __str__(self) -> str:
        return f"{self.engine}:{self.name}"


@dataclass(frozen=True, slots=True)
class Span:
    """Where one voice speaks, in samples of its piece. Outside of spans a piece is digital silence."""

    start: int
    end: int
    voice: str


@dataclass(frozen=True, slots=True)
class Take:
    """A finished utterance of a recording: where its speech is heard, in samples from the recording's start."""

    cue: int
    """Index of its utterance among the script's cues."""
    start: int
    end: int
    words: Collection[WordTime] = ()
    """Their times are counted from the take's own start."""
    reused: bool = False
    """True where it came from the cache."""

    def moved(self, samples: int) -> Take:
        """The same so many samples later."""
        return replace(self, start=self.start + samples, end=self.end + samples)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a recording: the unit of parallel work.

    Its samples are a multiple of an MP3 frame (1152), and the last frame's worth and more of them is silence, so that
    pieces can be encoded apart and joined without a seam.
    """

    pcm: bytes = field(repr=False)
    """Raw mono 16-bit little-endian samples."""
    spans: tuple[Span, ...]
    pause: int = 0
    """Samples of silence that follow, whole frames of them, which need no encoding of their own."""

    @property
    def samples(self) -> int:
        """With the pause."""
        return len(self.pcm) // 2 + self.pause


@dataclass(frozen=True, slots=True)
class Recording:
    """What is where in the sound of a whole script."""

    rate_hz: int
    samples: int
    takes: tuple[Take, ...]
    marks: tuple[tuple[str, int], ...]
    """Chapter titles and the sample each begins at."""


# --- an episode ---------------------------------------------------------------------------------------


class Word(NamedTuple):
    """A written word of a line of the transcript with the time it sounds."""

    start: int
    """Offset of the word's first character in the line's text."""
    end: int
    start_ms: Milliseconds
    end_ms: Milliseconds


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the transcript, as written, with the time it sounds."""

    text: str
    start_ms: Milliseconds
    end_ms: Milliseconds
    voice: str = ""
    words: Collection[Word] = ()
    """Empty where the engine does not know word times exactly."""


@dataclass(frozen=True, slots=True)
class Chapter:
    title: str
    start_ms: Milliseconds
    end_ms: Milliseconds


@dataclass(frozen=True, slots=True)
class Episode:
    """A finished episode: what its MP3's tags say, in narrator's words."""

    audio: Path
    guid: str
    """uuid5 of the article's identity; never of its headline or text."""
    source: str
    title: str
    published: dt.datetime
    """In UTC; midnight where the article gives only a day."""
    duration_ms: Milliseconds
    chapters: tuple[Chapter, ...]
    lines: tuple[Line, ...] = field(repr=False)
    description: str
    language: str
    voice: str
    show_title: str
    show_author: str
    authors: tuple[str, ...] = ()
    site: str | None = None
    url: str | None = None
    image: str | None = None
    season: int | None = None
    number: int | None = None
    """Place within the season; from the disc and track tags, which any tag editor can set."""
    loudness_lufs: float | None = None
    true_peak_dbtp: float | None = None
    recipe: str = ""
    """A hash of everything it was made from: while it stays the same, making it again would give the same bytes."""
