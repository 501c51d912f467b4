"""A page understood: every block judged, and what is spoken put into sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from narrator.model import Article, Judgement, Omission, Origin, Page, Role, Section, SectionKind
from narrator.reading.length import words_in
from narrator.segment.authors import authors_beside, signed_anywhere
from narrator.segment.borders import (
    before_gap,
    before_signature,
    from_lede,
    from_signature,
    opening_appeal,
    over_boxes,
    over_lists,
    over_open_end,
    up_to_last_line,
)
from narrator.segment.comments import above_comments, before_comments
from narrator.segment.context import find_context
from narrator.segment.cues import cues_of
from narrator.segment.documents import MARKED, OWN, find_own_body, find_own_headline
from narrator.segment.headline import find_headline
from narrator.segment.language import ENOUGH, language_of
from narrator.segment.layout import are_parted, find_body, from_headline, told_in, usual_length
from narrator.segment.live import hours_of_posts, over_posts
from narrator.segment.notices import closing_notices
from narrator.segment.numbered import over_numbers
from narrator.segment.place import PLACES
from narrator.segment.publication import date_told, published
from narrator.segment.shape import key_of, shape_of
from narrator.segment.signs import SIGNS
from narrator.segment.subheads import lone_label
from narrator.segment.tables import with_tables
from narrator.segment.teasers import after_teasers, before_digest, before_next_articles, before_teasers
from narrator.segment.view import Rule, Verdict, View, apply
from narrator.settings import Read

_LANGUAGE_WORDS = 12
_NUMBERED = re.compile(r"\d{1,2}\. ")
_BORDERS = (
    above_comments,
    from_signature,
    from_lede,
    over_lists,
    over_numbers,
    over_boxes,
    before_comments,
    before_signature,
    before_gap,
    before_digest,
    before_teasers,
    before_next_articles,
    after_teasers,
    over_open_end,
    over_posts,
)
"""What moves the borders of an article in a text, in order."""
_FIRST_SENTENCE = re.compile(
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


def judge(page: Page, language: str | None) -> View:
    """Every block of a page with its role and the rule that decided."""
    view = _view_of(page, language)
    places = _in_document(view) if page.origin == "document" else _on_page(view, page.origin)
    date = page.metadata.date or date_told(view, language)
    view.year = date.year if date else None
    apply(places, view)
    _look_again(view)
    find_context(view)
    return view


def laid_out(page: Page, language: str | None) -> View:
    """A text or page of which is known where the article lies, and not yet which line heads it."""
    view = _view_of(page, language)
    _lay_out(view, page.origin)
    return view


def _view_of(page: Page, language: str | None) -> View:
    shapes = [shape_of(block) for block in page.blocks]
    view = View(shapes, cues_of(language), title=key_of(page.title or ""), authors=page.metadata.authors)
    view.told_apart = page.origin != "text"
    return view


def _look_again(view: View) -> None:
    """Takes back what only shows once all blocks have been judged."""
    while notices := closing_notices(view):
        view.verdicts.update(dict.fromkeys(notices, Verdict("boilerplate", "closing notice")))
    if (label := lone_label(view)) is not None:
        view.verdicts[label] = Verdict("boilerplate", "lone label")


def _in_document(view: View) -> Sequence[Rule]:
    """Judges each block by itself, then finds headline and body; the rules for the rest."""
    apply(MARKED, view)
    view.headline = find_own_headline(view)
    view.body = find_own_body(view)
    return OWN


def _on_page(view: View, origin: Origin) -> Sequence[Rule]:
    _lay_out(view, origin)
    view.headline = find_headline(view)
    if view.headline is not None:
        view.verdicts.pop(view.headline, None)
        view.body = from_headline(view)
    view.told = told_in(view)
    return PLACES


def _lay_out(view: View, origin: Origin) -> None:
    """What can be seen of each block by itself, who signed, and from where to where the article goes."""
    apply(SIGNS, view)
    view.authors = view.authors or signed_anywhere(view)
    view.body = find_body(view)
    view.hours = hours_of_posts(view)
    for moved in (up_to_last_line,) if origin == "web" else _BORDERS:
        view.body = moved(view)
    _leave_out_appeal(view)
    view.usual = usual_length(view)
    view.parted = are_parted(view)


def _leave_out_appeal(view: View) -> None:
    appeal = range(0) if view.told_apart else opening_appeal(view)
    view.verdicts.update(dict.fromkeys(filter(view.open, appeal), Verdict("boilerplate", "opening appeal")))
    view.body = range(max(appeal.stop, view.body.start), view.body.stop)


def language_in(page: Page) -> str | None:
    """The language of its article."""
    return language_of(_prose_of(page), page.metadata.language)


def _prose_of(page: Page) -> str:
    """Long lines first: furniture may speak another language than the article."""
    long = [block.text for block in page.blocks if block.main and words_in(block.text) >= _LANGUAGE_WORDS]
    enough = sum(map(len, long)) >= ENOUGH
    return " ".join((long if enough else [block.text for block in page.blocks])[:40])


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


__all__ = ["judge", "laid_out", "language_in", "segment"]
