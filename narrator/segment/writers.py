"""Rules for the lines that name who wrote an article, and for the paragraphs that tell of them."""

from __future__ import annotations

import re

from narrator.model import Role
from narrator.patterns import compiled
from narrator.segment.authors import authors_beside
from narrator.segment.bylines import is_name, lone_author, opens_name
from narrator.segment.context import reports
from narrator.segment.layout import marks
from narrator.segment.names import is_person
from narrator.segment.shape import key_of
from narrator.segment.view import View

_LONGEST, _LONGEST_SIGNED = 70, 110
"""Words of what tells of an author, and of what begins with the author's name, at most."""
_HEAD = 20
"""Blocks below a headline in which its byline stands, at most."""
_TO_DAY = 3
"""Blocks between a name and a day that goes with it, at most, and one."""
_NAMES = 2
_CLOSING = 4
"""Blocks at the end of the body that may be about its author."""
_NAMES_FIRST = compiled(r"[-–—]?\s?(?:[A-Z][\w.’'-]+\s){1,3}(?P<last>[A-Z][\w.’'-]+)")
_BIOGRAPHY = compiled(
    r"(?:[A-Z][\w.’'-]+\s){2,4}"
    r"(?:is|was|has|writes|covers|reports|works|joined|leads|teaches|can be)\b"
)
_SIGNS_OFF = compiled(
    r"[-–—]?\s?(?:[A-Z][\w.’'-]+,? ){1,5}(?:is )?(?:an?|the) [^.]{3,80}?,? "
    r"(?:writes?|wrote|lives|can be reached|is based)\b.{2,80}"
)
"""`Jane Doe, a sailor and commentator, writes from Ostend.`"""
_IS = compiled(
    r" (?:is (?:an?|the|based)|ist|est|es|è|é|is een|lives|lebt|wohnt|vit|vive|woont|yaşıyor|owns|holds|besitzt|détient"
    r"|posee|possiede|bezit|possui) "
)
"""What the author is, where the author lives, of which company the author has shares."""
_JOB_WORDS = 14
_POST = compiled(
    r"(?:\w+ ){0,3}(?:professor|lecturer|fellow|researcher|PhD candidate|postdoctoral \w+)\b", re.IGNORECASE
)
"""`Senior Lecturer in Law, University of Ostend`"""
_LIFE = compiled(
    r"(?:nat[oa] a|née? (?:à|en|au)|geboren|born|nacid[oa] en|nascid[oa] em|ur\. w|doğumlu)\b"
    r"|(?:schreibt|writes|écrit|scrive|escribe|escreve|schrijft|skriver|pisze|arbeitet|works|covers|berichtet)\b",
    re.IGNORECASE,
)
_LIVES = compiled(
    r"\b(?:lives|lebt|wohnt|woont|vit|vive|abita|mora|reside|bor|mieszka) (?:in|à|en|em|a|i|w)\b"
)
_BIO_TO_TEXT = 12
"""Blocks between what tells of the author and the first paragraph, at most: sharing, pictures."""
_AUTHORSHIP = compiled(
    r"\b(?:author|writ(?:er|es)|report(?:er|s|ing)|column(?:ist)?|journalis[tm]|editor|professor|lecturer|fellow"
    r"|correspondent|covers|reached|drop by|contacted|freelance|researcher|staff|newsroom|book|@\w+)\b"
)


def name_under_headline(view: View, index: int) -> Role | None:
    """A name alone between the headline and the first paragraphs: who wrote it, or who took the picture above."""
    if not _is_at_top(view, index) or not is_name(view.shapes[index], view.cues):
        return None
    if _is_told_of(view, index):
        return None
    below = index + 1
    pictured = view.rule(index - 1) == "uncredited caption" and view.open(below)
    return "caption" if pictured and opens_name(view.shapes[below], view.cues) else "byline"


def _is_told_of(view: View, index: int) -> bool:
    """Several paragraphs have two words of the name, or all: a picture shows who that is."""
    stems = view.shapes[index].stems
    return bool(stems) and sum(view.told[stem] > 1 for stem in stems) >= min(_NAMES, len(stems))


def name_above_day(view: View, index: int) -> Role | None:
    """A name with a few words more, or in capitals, right above the day, where no other is above it but perhaps a name
    alone, as the paper's.
    """
    if not _is_at_top(view, index) or view.role(index + 1) != "date":
        return None
    above = (i for i in range(view.headline or 0, index) if view.role(i) == "byline")
    if any(i < index - 1 or view.rule(i) != "name under headline" for i in above):
        return None
    return "byline" if opens_name(view.shapes[index], view.cues) else None


def name_under_label(view: View, index: int) -> Role | None:
    """A name below a line that says no more than "by"."""
    label = view.shapes[index - 1] if index else None
    if label is None or view.told_apart or not view.cues.byline.fullmatch(label.plain):
        return None
    return "byline" if lone_author(view.shapes[index].text, view.cues) else None


def _is_at_top(view: View, index: int) -> bool:
    """Between the headline and the first paragraphs."""
    top = view.headline if view.headline is not None else 0
    dated = any(view.role(i) == "date" for i in range(index - _TO_DAY, index + _TO_DAY + 1))
    near = top < index <= view.body.start + (4 if dated else 1)
    return near and view.shapes[index].block.kind == "text"


def job_under_name(view: View, index: int) -> Role | None:
    """What somebody is, below the line that names them: `Harbour Reporter`, `Senior Lecturer in Law, Ostend`."""
    shape = view.shapes[index]
    if view.role(index - 1) not in ("byline", "caption") or shape.closed or shape.words > _JOB_WORDS:
        return None
    if view.role(index - 1) == "caption" and not is_person(view.shapes[index - 1].plain, view.cues):
        return None
    job = view.cues.jobs.fullmatch(shape.plain) or _POST.match(shape.plain)
    return "byline" if job else None


def name_under_article(view: View, index: int) -> Role | None:
    """Continental papers sign at the end, and may tell of who wrote it below the name."""
    following = next(view.after(index, 4), None)
    leads = following is not None and view.shapes[following].prose and not _is_life(view, following)
    signed = index > view.body.stop - 3 and not leads and view.role(index - 1) == "body"
    if not signed or _heads(view, index) or _is_told_of(view, index):
        return None
    return "byline" if is_name(view.shapes[index], view.cues) else None


def _heads(view: View, index: int) -> bool:
    """A known label, or right above a sentence that does not go on with the name: `Forward-Looking Statements`."""
    if view.cues.stop.fullmatch(view.shapes[index].plain):
        return True
    if not view.open(index + 1) or not view.follow(index):
        return False
    below = view.shapes[index + 1]
    return below.closed and below.plain.split()[0] not in view.shapes[index].plain.split()


def name_of_author(view: View, index: int) -> Role | None:
    """The author's name alone, once more."""
    return "byline" if index in view.body and not view.told_apart and _is_author(view, index) else None


def biography_first(view: View, index: int) -> Role | None:
    """Some pages tell who wrote an article before they begin with it, or below the name of who did."""
    above = view.body.start if index == view.body.start else _last_signed(view, index)
    first = not any(view.shapes[i].prose and view.role(i) != "caption" for i in range(above, index)) and any(
        view.shapes[i].prose for i in view.after(index, _BIO_TO_TEXT)
    )
    named = index in view.body and _is_author(view, index - 1)
    if not (first or named) or not _opens_with_author(view, index):
        return None
    job = _AUTHORSHIP.search(view.shapes[index].text) or view.cues.jobs.search(view.shapes[index].head)
    return "boilerplate" if job or _tells_who(view, index) else None


def _last_signed(view: View, index: int) -> int:
    """The nearest byline or day above, not far from the headline."""
    top = view.headline if view.headline is not None else view.body.start
    return next(filter(view.signs, range(min(index - 1, top + _HEAD), top, -1)), 0)


def about_the_author(view: View, index: int) -> Role | None:
    """The last blocks may tell who wrote the others, and so may any below a label that ends articles."""
    shape = view.shapes[index]
    labelled = index > 0 and marks(view, "end", index - 1)
    if labelled and index in view.body and _tells_who(view, index):
        return "boilerplate"
    if index >= view.body.stop - 2 and (_is_life(view, index) or _lives_somewhere(view, index)):
        return "boilerplate"
    if not max(view.body.start + 1, view.body.stop - _CLOSING) <= index or shape.words > _LONGEST_SIGNED:
        return None
    job = _AUTHORSHIP.search(shape.text) or view.cues.jobs.search(shape.head)
    signs_off = bool(_SIGNS_OFF.fullmatch(shape.text)) and not _is_told_above(view, index)
    if not (job or signs_off or _IS.search(shape.text)):
        return None
    by_author = _opens_with_author(view, index)
    if shape.words > _LONGEST and not by_author:
        return None
    below = (i for i in view.after(index, _CLOSING) if i in view.body)
    longer = (view.shapes[i].prose and view.shapes[i].words > shape.words for i in below)
    if not (job and _tells_who(view, index)) and any(longer):
        return None
    told = (job and (by_author or _is_a_strangers(view, index))) or _tells_who(view, index)
    return "boilerplate" if (told or signs_off) and (by_author or shape.sentences < 4) else None


def _is_life(view: View, index: int) -> bool:
    """Right below a name alone, what its bearer does, who is not named again: `Born in Ostend, writes since 2014.`"""
    shape, above = view.shapes[index], index - 1
    named = above > view.body.start and is_person(view.shapes[above].plain, view.cues)
    return named and shape.words <= _LONGEST and bool(_LIFE.match(shape.text))


def _lives_somewhere(view: View, index: int) -> bool:
    """`Jane Doe is a diver and lives in Ostend.`, and nothing else is told of her."""
    shape = view.shapes[index]
    return shape.sentences < 2 and bool(_LIVES.search(shape.text)) and _is_a_strangers(view, index)


def _is_a_strangers(view: View, index: int) -> bool:
    """The biography of somebody of whom the article tells nothing, and who says nothing."""
    match = None if reports(view, index) else _BIOGRAPHY.match(view.shapes[index].text)
    return match is not None and not _is_told_above(view, index)


def _is_told_above(view: View, index: int) -> bool:
    """The last of the names with which it begins stands in a paragraph above."""
    names = _NAMES_FIRST.match(view.shapes[index].text)
    above = (view.shapes[i] for i in range(view.body.start, index - 1) if view.shapes[i].prose)
    return names is not None and any(names["last"] in shape.text for shape in above)


def below_biography(view: View, index: int) -> Role | None:
    """What stands under the paragraph that tells of the author is no longer by the author."""
    above = range(max(view.body.start, index - _CLOSING), index)
    told = (i for i in above if view.rule(i) == "about the author" and _opens_with_author(view, i))
    return "boilerplate" if index in view.body and any(told) else None


def _tells_who(view: View, index: int) -> bool:
    """The author's name, and then what the author is."""
    text = view.shapes[index].text
    names = (*_authors(view), *_called(view, index))
    return any(text.startswith(name) and _IS.match(text, len(name)) for name in names)


def _opens_with_author(view: View, index: int) -> bool:
    """With the full name, or with the last of its parts."""
    text = view.shapes[index].text
    called = tuple(f"{name} " for name in _called(view, index))
    return any(text.startswith((name, name.split()[-1] + " ", *called)) for name in _authors(view))


def _called(view: View, index: int) -> list[str]:
    """The first name of an author whose full name is the line above, or above the line of the job."""
    above = index - 2 if view.rule(index - 1) == "job under name" else index - 1
    named = above >= 0 and (
        _is_author(view, above) or (above < index - 1 and is_person(view.shapes[above].plain, view.cues))
    )
    return [view.shapes[above].plain.split()[0]] if named else []


def _authors(view: View) -> tuple[str, ...]:
    """Those of the page, and those beside the headline, which teasers above it may hide."""
    return (*view.authors, *authors_beside(view))


def _is_author(view: View, index: int) -> bool:
    return any(view.shapes[index].key == key_of(name) for name in view.authors)
