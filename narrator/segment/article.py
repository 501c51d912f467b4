"""A page understood: every block judged, and what is spoken put into sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from narrator.model import Article, Block, Judgement, Metadata, Omission, Page, Role, Section, SectionKind
from narrator.segment.bylines import authors_of
from narrator.segment.context import find_context
from narrator.segment.cues import cues_of
from narrator.segment.dates import find_date
from narrator.segment.language import language_of
from narrator.segment.headline import find_headline
from narrator.segment.layout import find_body
from narrator.segment.place import PLACES
from narrator.segment.shape import key_of, shape_of
from narrator.segment.signs import SIGNS
from narrator.segment.view import View, apply
from narrator.settings import Read

_LANGUAGE_WORDS = 12
_FIRST_SENTENCE = re.compile(r".{20,}?[.!?…。！？]+[\"'”’»)]*(?=\s+[^\sa-z]|$)|[^。！？]{10,}?[。！？]")


def segment(page: Page, read: Read = Read()) -> Article:  # noqa: B008 - settings are frozen
    """The article of a page: headline, body, context in order, and all else with why it is left out.

    `read` moves standfirst, byline, date, captions and pull quotes between the two.
    """
    language = language_of(_prose_of(page), page.metadata.language)
    view = judge(page, language)
    judgements = tuple(_judgements(view))
    title, sections = _sections(judgements, read)
    return Article(
        source=page.source,
        identity=page.identity or title,
        headline=title,
        metadata=replace(_metadata(page.metadata, judgements, view, language), language=language),
        sections=sections,
        omitted=tuple(_omissions(judgements, read)),
        judgements=judgements,
    )


def judge(page: Page, language: str | None) -> View:
    """Every block of a page with its role and the rule that decided."""
    shapes = [shape_of(block) for block in page.blocks]
    view = View(shapes, cues_of(language), title=key_of(page.title or ""), authors=page.metadata.authors)
    for index, shape in enumerate(shapes):
        view.first_with.setdefault(shape.key, index)
    apply(SIGNS, view)
    view.authors = view.authors or _authors(view)
    view.body = find_body(view)
    view.headline = find_headline(view)
    apply(PLACES, view)
    find_context(view)
    return view


def _authors(view: View) -> tuple[str, ...]:
    bylines = (view.shapes[i].text for i, verdict in view.verdicts.items() if verdict.role == "byline")
    return next(filter(None, (authors_of(text, view.cues) for text in bylines)), ())


def _prose_of(page: Page) -> str:
    """Long lines first: furniture may speak another language than the article."""
    long = [block.text for block in page.blocks if block.main and len(block.text.split()) >= _LANGUAGE_WORDS]
    return " ".join((long or [block.text for block in page.blocks])[:40])


def _judgements(view: View) -> Iterator[Judgement]:
    for index, shape in enumerate(view.shapes):
        verdict = view.verdicts[index]
        yield Judgement(shape.text, verdict.role, verdict.rule, shape.block.lines)


def _sections(judgements: tuple[Judgement, ...], read: Read) -> tuple[str, tuple[Section, ...]]:
    spoken = [judged for judged in judgements if _is_spoken(judged.role, read)]
    head = [judged for judged in spoken if judged.role == "headline"]
    rest = [judged for judged in spoken if judged.role != "headline"]
    if head:
        opening = Section("headline", None, (head[0].text,), head[0].lines)
    else:
        opening, rest = _opening_sentence(rest)
    return opening.paragraphs[0] if opening.paragraphs else "", (opening, *_group(rest))


def _opening_sentence(spoken: list[Judgement]) -> tuple[Section, list[Judgement]]:
    """An article without a headline is known by its first sentence, which is said once, in its place."""
    first = next((i for i, judged in enumerate(spoken) if judged.role != "subhead"), None)
    if first is None:
        return Section("headline", None, ()), spoken
    text = spoken[first].text
    match = _FIRST_SENTENCE.match(text)
    sentence = match.group() if match else text
    rest = text[len(sentence) :].strip()
    if not rest:
        return Section("headline", None, (sentence,), spoken[first].lines), spoken[:first] + spoken[
            first + 1 :
        ]
    remainder = replace(spoken[first], text=rest)
    return Section("headline", None, (sentence,)), [*spoken[:first], remainder, *spoken[first + 1 :]]


def _group(spoken: list[Judgement]) -> Iterator[Section]:
    kind: SectionKind = "body"
    title: Judgement | None = None
    paragraphs: list[Judgement] = []
    for judged in spoken:
        turn = _kind(judged.role)
        starts = judged.role == "subhead" or (paragraphs and turn != kind)
        if starts and (paragraphs or title):
            yield _section(kind, title, paragraphs)
            title, paragraphs = None, []
        if judged.role == "subhead":
            title = judged
        else:
            kind = turn
            paragraphs.append(judged)
    if paragraphs or title:
        yield _section(kind, title, paragraphs)


def _kind(role: Role) -> SectionKind:
    return "context" if role == "context" else "body"


def _section(kind: SectionKind, title: Judgement | None, paragraphs: list[Judgement]) -> Section:
    lines = sum((judged.lines for judged in ([title] if title else []) + paragraphs), ())
    return Section(kind, title.text if title else None, tuple(judged.text for judged in paragraphs), lines)


def _omissions(judgements: tuple[Judgement, ...], read: Read) -> Iterator[Omission]:
    for judged in judgements:
        if not _is_spoken(judged.role, read):
            yield Omission(judged.text, judged.role, judged.lines)


def _is_spoken(role: Role, read: Read) -> bool:
    match role:
        case "headline" | "body" | "subhead" | "context":
            return True
        case "standfirst":
            return read.standfirst
        case "byline":
            return read.byline
        case "date":
            return read.date
        case "caption":
            return read.captions
        case "pullquote":
            return read.pullquotes
        case "boilerplate" | "duplicate":
            return False


def _metadata(
    known: Metadata, judgements: tuple[Judgement, ...], view: View, language: str | None
) -> Metadata:
    """What the page declares, completed by what its lines say."""
    bylines = [judged.text for judged in judgements if judged.role == "byline"]
    dated = [judged.text for judged in judgements if judged.role in ("date", "byline")]
    authors = (authors_of(text, view.cues) for text in bylines)
    dates = (find_date(text, view.cues, language) for text in dated)
    return replace(
        known,
        authors=known.authors or next(filter(None, authors), ()),
        date=known.date or next(filter(None, dates), None),
    )


__all__ = ["Block", "judge", "segment"]
