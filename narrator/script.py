"""Article → Script: who says what, in which voice, with which pauses, and where chapters begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from narrator.engines import engine_named, find_voice, short_name, speaks
from narrator.errors import SourceError, UsageError
from narrator.model import Article, Cue, Mark, Milliseconds, Pause, Script, Section, SectionKind, Utterance
from narrator.patterns import compiled
from narrator.reading.length import words_in
from narrator.settings import Pacing, Voices
from narrator.spoken import speak, speak_headline, split_clauses, split_quotations, split_sentences
from narrator.spoken.ipa import render
from narrator.spoken.items import is_item, plain_item, with_stop
from narrator.spoken.lexicon import SEED, Lexicon, read_lexicon
from narrator.spoken.marks import unsigned

MAX_LETTERS = 280
"""A longer sentence is said in several breaths, cut at clauses; engines have limits of this order."""

MIN_WORDS = 25

_BEFORE_QUOTATION = compiled(r"(?<=:)\s+(?=[“„«»‘「『\"]|'\w)")

AROUND = -1
"""Section of the opening and closing lines, which are no part of the article."""

_STORY = {
    "en": "The story",
    "ar": "الخبر",
    "bg": "Новината",
    "ca": "La notícia",
    "cs": "Zpráva",
    "da": "Historien",
    "de": "Der Bericht",
    "el": "Η είδηση",
    "es": "La noticia",
    "et": "Uudis",
    "fa": "خبر",
    "fi": "Uutinen",
    "fr": "L’article",
    "he": "הידיעה",
    "hi": "समाचार",
    "hr": "Vijest",
    "hu": "A hír",
    "id": "Berita",
    "it": "La notizia",
    "ja": "本文",
    "ko": "기사",
    "lt": "Naujiena",
    "lv": "Ziņa",
    "nb": "Saken",
    "nl": "Het verhaal",
    "no": "Saken",
    "pl": "Artykuł",
    "pt": "A notícia",
    "ro": "Știrea",
    "ru": "Новость",
    "sk": "Správa",
    "sl": "Novica",
    "sr": "Вест",
    "sv": "Nyheten",
    "tr": "Haber",
    "uk": "Новина",
    "vi": "Tin tức",
    "zh": "正文",
}
_BACKGROUND = {
    "en": "Background",
    "ar": "خلفية",
    "bg": "Предистория",
    "ca": "Context",
    "cs": "Souvislosti",
    "da": "Baggrund",
    "de": "Hintergrund",
    "el": "Το ιστορικό",
    "es": "Contexto",
    "et": "Taust",
    "fa": "پیشینه",
    "fi": "Tausta",
    "fr": "Contexte",
    "he": "רקע",
    "hi": "पृष्ठभूमि",
    "hr": "Pozadina",
    "hu": "Háttér",
    "id": "Latar belakang",
    "it": "Il contesto",
    "ja": "背景",
    "ko": "배경",
    "lt": "Kontekstas",
    "lv": "Konteksts",
    "nb": "Bakgrunn",
    "nl": "Achtergrond",
    "no": "Bakgrunn",
    "pl": "Tło",
    "pt": "Contexto",
    "ro": "Context",
    "ru": "Предыстория",
    "sk": "Súvislosti",
    "sl": "Ozadje",
    "sr": "Позадина",
    "sv": "Bakgrund",
    "tr": "Arka plan",
    "uk": "Передісторія",
    "vi": "Bối cảnh",
    "zh": "背景",
}


def prove_worth(article: Article) -> None:
    """Raises `SourceError` for too little body and context: a consent page, a paywall, furniture."""
    words = sum(words_in(text) for section in article.sections[1:] for text in section.paragraphs)
    if words < MIN_WORDS:
        raise SourceError(
            f"{article.source}: no article: {words} words of body and context, {MIN_WORDS} at least",
            "narrator segment shows what was understood",
        )


def lexicon_of(voices: Voices) -> Lexicon:
    """The lexicon that ships with narrator, overruled by the editor's own."""
    return SEED | read_lexicon(Path(voices.lexicon)) if voices.lexicon else SEED


def script_of(article: Article | Script, voices: Voices, pacing: Pacing) -> Script:
    """The article as cues, with the editor's lexicon; a script is one already.

    Raises `UsageError` where a voice is unknown or none speaks the language.
    """
    if isinstance(article, Script):
        return _cast_as_written(article)
    return write_script(article, voices, pacing, lexicon_of(voices))


def _cast_as_written(script: Script) -> Script:
    """With the voice that each name in it means, since listeners are told of it."""
    names = {cue.voice for cue in script.cues if isinstance(cue, Utterance)}
    meant = {name: short_name(find_voice(name, script.language)) for name in sorted(names)}
    cues = (
        replace(cue, voice=meant[cue.voice]) if isinstance(cue, Utterance) else cue for cue in script.cues
    )
    return replace(script, cues=tuple(cues))


def write_script(article: Article, voices: Voices, pacing: Pacing, lexicon: Lexicon = SEED) -> Script:
    """The article as cues; raises `UsageError` where a voice is unknown or none speaks the language."""
    cast = _Cast(voices, article.metadata.language or "en", lexicon)
    headline, *others = (list(_section(part, i, cast, pacing)) for i, part in enumerate(article.sections))
    story = list(_between(others, pacing.section))
    opening, closing = (_around(line, cast, pacing) for line in (pacing.opening, pacing.closing))
    start = _between([opening, list(_between([headline, story], pacing.headline)), closing], pacing.section)
    cues = (Mark(article.headline), _pause(pacing.lead), *start, _pause(pacing.end))
    return Script(
        article.source,
        article.identity,
        article.headline,
        cast.language,
        cues,
        article.metadata,
        tuple(cast.untold),
    )


def write_line(text: str, language: str, voices: Voices, pacing: Pacing, lexicon: Lexicon = SEED) -> Script:
    """A few words on their own as a script; raises `UsageError` where there is nothing to say in them."""
    cast = _Cast(voices, language, lexicon)
    said = _around(text, cast, pacing)
    if not said:
        raise UsageError(f"{text!r}: nothing to say", "it needs a letter or a digit")
    cues = (*said, _pause(pacing.end))
    return Script("-", text, text, language, cues, untold=tuple(cast.untold))


def notes_on(script: Script) -> Iterator[str]:
    """What an editor should know of how it is said."""
    if script.untold:
        yield f"the voice cannot be told how to say {', '.join(script.untold)}: give an alias in the lexicon"
    for voice in dict.fromkeys(cue.voice for cue in script.cues if isinstance(cue, Utterance)):
        if not speaks(voice, script.language):
            yield f"{voice} does not speak {script.language}, the language of the article"


class _Cast:
    """Which voice speaks what, and how it says a sentence."""

    def __init__(self, voices: Voices, language: str, lexicon: Lexicon) -> None:
        self.language = language
        self.untold: dict[str, None] = {}
        self._voices, self._lexicon = voices, lexicon

    def prepared(self, text: str) -> str:
        """What is written, with the lexicon's words for what would be read otherwise: an acronym, a number."""
        return self._lexicon.prepare(text, self.language)

    def utterance(self, text: str, spoken: str, voice: str, section: int) -> Utterance:
        """The spoken words with names as the lexicon has them, in a form that the voice can be told."""
        said, known = self._lexicon.apply(spoken, self.language)
        notation = engine_named(find_voice(voice, self.language).engine).notation
        told = render(said, known, notation, self.language)
        taught = (one.word for one in told.refused if not SEED.knows(one.word, self.language))
        self.untold |= dict.fromkeys(taught)
        kept = tuple(one for one in known if one not in told.refused)
        return Utterance(text, told.text, voice, section, kept)

    @property
    def quote_voice(self) -> str:
        """The voice of quotations; empty where they have none of their own."""
        return self._short(self._voices.quote) if self._voices.quote else ""

    def voice(self, kind: SectionKind | None) -> str:
        name = {
            "headline": self._voices.headline,
            "body": self._voices.body,
            "context": self._voices.context,
            None: "",
        }[kind]
        return self._short(name or self._voices.default)

    def _short(self, name: str) -> str:
        return short_name(find_voice(name, self.language))


def _section(section: Section, index: int, cast: _Cast, pacing: Pacing) -> Iterator[Cue]:
    reader = _Reader(cast, cast.voice(section.kind), index, pacing)
    if section.kind == "headline":
        yield from _between(map(reader.heading, section.paragraphs), pacing.sentence)
        return
    yield Mark(section.title or _untitled(section.kind, cast.language))
    if section.title:
        yield from reader.heading(section.title)
        yield _pause(pacing.title)
    yield from _between(reader.paragraphs(section.paragraphs), pacing.paragraph)


def _untitled(kind: SectionKind, language: str) -> str:
    titles = _BACKGROUND if kind == "context" else _STORY
    return titles.get(language.partition("-")[0], titles["en"])


def _around(line: str, cast: _Cast, pacing: Pacing) -> list[Cue]:
    return _Reader(cast, cast.voice(None), AROUND, pacing).sentences(line) if line.strip() else []


@dataclass(frozen=True, slots=True)
class _Reader:
    """One voice reading one section."""

    cast: _Cast
    voice: str
    section: int
    pacing: Pacing

    def heading(self, text: str) -> list[Cue]:
        return self._utterance(text, speak_headline(self.cast.prepared(text), self.cast.language))

    def paragraphs(self, texts: Sequence[str]) -> Iterator[list[Cue]]:
        """Each paragraph's cues, those of a list or a table together."""
        said = zip(map(is_item, texts), self._paragraphs(map(plain_item, texts)), strict=True)
        for listed, together in groupby(said, key=lambda one: one[0]):
            parts = [cues for _, cues in together]
            yield from [list(_between(parts, self.pacing.list))] if listed else parts

    def _paragraphs(self, texts: Iterable[str]) -> Iterator[list[Cue]]:
        """Quotations in their own voice where there is one, also over several paragraphs."""
        quoting = replace(self, voice=self.cast.quote_voice or self.voice)
        goes_on = False
        for text in texts:
            if quoting.voice == self.voice:
                yield _ended(self.sentences(text))
                continue
            passages, goes_on = split_quotations(text, goes_on)
            said = ((quoting if passage.quoted else self).sentences(passage.text) for passage in passages)
            yield _ended(list(_between(said, self.pacing.quote)))

    def sentences(self, text: str) -> list[Cue]:
        sentences = split_sentences(unsigned(text), self.cast.language)
        return list(_between(map(self._sentence, sentences), self.pacing.sentence))

    def _sentence(self, text: str) -> list[Cue]:
        """The sentence's cues; what a colon announces is said after a pause."""
        said = map(self._clauses, _BEFORE_QUOTATION.split(text))
        return list(_between(said, self.pacing.quote))

    def _clauses(self, text: str) -> list[Cue]:
        clauses = split_clauses(text, MAX_LETTERS)
        language = self.cast.language
        said = (self._utterance(clause, speak(self.cast.prepared(clause), language)) for clause in clauses)
        return list(_between(said, self.pacing.clause))

    def _utterance(self, text: str, spoken: str) -> list[Cue]:
        """Nothing where there is nothing to say, as in a line of asterisks."""
        if not re.search(r"\w", spoken):
            return []
        return [self.cast.utterance(text, spoken, self.voice, self.section)]


def _ended(cues: list[Cue]) -> list[Cue]:
    """The cues of a paragraph, the last of them said as the end of a sentence."""
    match cues:
        case [*others, Utterance() as last]:
            return [*others, replace(last, spoken=with_stop(last.spoken))]
    return cues


def _between(parts: Iterable[list[Cue]], pause_ms: int) -> Iterator[Cue]:
    """The parts that say something, with a pause between them."""
    for index, part in enumerate(filter(None, parts)):
        if index:
            yield _pause(pause_ms)
        yield from part


def _pause(ms: int) -> Pause:
    return Pause(Milliseconds(ms))
