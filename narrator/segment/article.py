"""A page understood: every block judged, and what is spoken put into sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from narrator.model import Article, Judgement, Omission, Page, Role, Section, SectionKind
from narrator.patterns import compiled
from narrator.segment.authors import authors_beside
from narrator.segment.judge import judge
from narrator.segment.language import language_in
from narrator.segment.publication import published
from narrator.segment.tables import with_tables
from narrator.segment.view import View
from narrator.settings import Read

_NUMBERED = compiled(r"\d{1,2}\. ")
_FIRST_SENTENCE = compiled(
    r".{20,}?[.!?…。！？]+[\"'”’»)]*(?=\s+[\"“‘'«„(¿¡]*[^\W\d_a-z]|$)|[^。！？]{10,}?[。！？]"
)
_LONGEST_SENTENCE = 2000


def segment(page: Page, read: Read = Read()) -> Article:  # noqa: B008 - settings are frozen
    """The article of a page: headline, body, context in order, and all else with why it is left out.

    `read` moves standfirst, byline, date, captions, pull quotes and small tables between the two.
    """
    language = language_in(page)
    view = judge(page, language)
    judgements = tuple(_judgements(view))
    if read.tables:
        judgements = tuple(with_tables(judgements, page.blocks, language, page.origin == "web"))
    title, sections = _sections(judgements, read)
    return Article(
        source=page.source,
        identity=page.identity or title,
        headline=title,
        metadata=replace(
            page.metadata,
            authors=page.metadata.authors or authors_beside(view),
            date=published(page.metadata.date, view, language),
            language=language,
        ),
        sections=sections,
        omitted=tuple(_omissions(judgements, read)),
        judgements=judgements,
    )


def _judgements(view: View) -> Iterator[Judgement]:
    for index, shape in enumerate(view.shapes):
        verdict = view.verdicts[index]
        evidence = view.evidence if index == view.headline else ""
        yield Judgement(shape.text, verdict.role, verdict.rule, shape.block.lines, shape.block.kind, evidence)


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
    match = _FIRST_SENTENCE.match(text, 0, _LONGEST_SENTENCE)
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
    return Section(kind, title.text if title else None, tuple(map(_paragraph, paragraphs)), lines)


def _paragraph(judged: Judgement) -> str:
    """Its text; what only markup showed to be an item of a list shows it by a bullet, unless it has a number."""
    if judged.kind != "list_item" or _NUMBERED.match(judged.text):
        return judged.text
    return f"• {judged.text.lstrip('• ')}"


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
        case "table" | "boilerplate" | "duplicate":
            return False
