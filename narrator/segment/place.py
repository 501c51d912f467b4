"""Rules that judge a block by where it stands and what stands beside it."""

from __future__ import annotations

import re

from narrator.model import Role
from narrator.segment.borders import BULLETS
from narrator.segment.bylines import is_name
from narrator.segment.captions import is_caption, is_portrait
from narrator.segment.dates import find_date, without_date
from narrator.segment.notices import linked_question, notice, teaser
from narrator.segment.repeats import pull_quote, repeated_block, repeated_headline
from narrator.segment.shape import Shape, key_of
from narrator.segment.subheads import follows_label, is_subhead
from narrator.segment.view import Rule, View

_STANDFIRST_WORDS = range(7, 61)
_SENTENCE_WORDS = 3
_SUMMARY_LINES = 3
_PARAGRAPH_WORDS = 9
_LINK_WORDS = 22
_FOOTNOTE = re.compile(r"\*{1,3}(?=\w)|\(\d{1,2}\)(?=\s)|\[\d{1,2}\](?=\s)")
_CLOSING = 4
"""Blocks at the end of the body that may be about its author."""
_ANNOUNCING = 6
"""Words of a sentence that announces a list, at least: fewer are a label."""
_ITEM_WORDS = 25
_NUMBERED = re.compile(r"#?(\d{1,2})[.):]\s")
_HEADING_WORDS = 22
_CHAPTER = 60
"""Blocks between a numbered heading and the next, at most."""
_LONG_ITEM = 30
_LONG_LINE = 40
_LONG_LIST = 40
_CREDIT_WORDS = 4
_TITLE_WORDS = 3
_SLIDE = 3
"""Blocks of a picture in a gallery: two titles and what it shows; and pictures, at least."""
_PICTURES = 10
"""Of a gallery that are looked at, either way."""
_ABOUT_WORDS = 10
_QUESTIONS = 3
"""Of an interview, and the one that is looked at."""
_REPORTED_WORDS = 12
_POINTS = 8
_POINT_WORDS = range(4, 26)
_CAPITALS = range(3, 15)
"""Words of a heading in capitals."""
_SPOKEN = re.compile(r"[\"“”«»„]|\. [A-ZÀ-Þ]\w+ \w+ \w+")
_BIOGRAPHY = re.compile(
    r"(?:[A-Z][\w.’'-]+\s){2,4}(?:is|was|has|writes|covers|reports|works|joined|leads|teaches|can be)\b"
)
_IS = re.compile(r" (?:is (?:an?|the)|ist|est|es|è|é) ")
_AUTHORSHIP = re.compile(
    r"\b(?:author|writ(?:er|es)|report(?:er|s|ing)|column(?:ist)?|journalis[tm]|editor|professor|lecturer|fellow"
    r"|correspondent|covers|reached|drop by|contacted|freelance|researcher|staff|newsroom|book|@\w+)\b"
)


def headline(view: View, index: int) -> Role | None:
    """The line that was found to head the article."""
    return "headline" if index == view.headline else None


def name_under_headline(view: View, index: int) -> Role | None:
    """A name alone between the headline and the first paragraphs: who wrote it."""
    top = view.headline if view.headline is not None else 0
    dated = view.role(index + 1) == "date"
    if not top < index <= view.body.start + (4 if dated else 1):
        return None
    if view.shapes[index].block.kind != "text":
        return None
    return "byline" if is_name(view.shapes[index], view.cues) else None


def name_under_article(view: View, index: int) -> Role | None:
    """Continental papers sign at the end."""
    following = next(view.after(index, 4), None)
    leads = following is not None and view.shapes[following].prose
    signed = index > view.body.stop - 3 and not leads and view.role(index - 1) == "body"
    return "byline" if signed and is_name(view.shapes[index], view.cues) else None


def above_headline(view: View, index: int) -> Role | None:
    """Menus, kickers and teasers before the article begins."""
    top = view.headline if view.headline is not None else view.body.start
    return "boilerplate" if index < top else None


def below_article(view: View, index: int) -> Role | None:
    """Whatever follows the last paragraph."""
    return "boilerplate" if index >= view.body.stop else None


def uncredited_caption(view: View, index: int) -> Role | None:
    """A sentence of a picture, known by its tense, its place and its neighbours."""
    return "caption" if not view.told_apart and is_caption(view, index) else None


def credit_below_caption(view: View, index: int) -> Role | None:
    """A few words in capitals under a caption that names nobody: who took the picture."""
    shape = view.shapes[index]
    if view.rule(index - 1) != "uncredited caption" or shape.words > _CREDIT_WORDS or shape.closed:
        return None
    return "caption" if all(word[0].isupper() for word in shape.plain.split()) else None


def slide(view: View, index: int) -> Role | None:
    """A picture of a gallery amid the body: the gallery's title, the picture's, and a paragraph, again and again."""
    for top in (index - 1, index - 2):
        if top > view.body.start and _is_slide(view, top) and index < view.body.stop:
            return "caption"
    return None


def _is_slide(view: View, top: int) -> bool:
    """The line stands three blocks further up or down too, with a line and a paragraph between, and once more."""
    shapes = view.shapes
    line = shapes[top]
    if top + 2 >= len(shapes) or line.words < _TITLE_WORDS or view.rule(top) == "known line":
        return False
    if line.prose or shapes[top + 1].prose or not shapes[top + 2].prose:
        return False
    reach = _SLIDE * _PICTURES
    near = range(top - reach, top + reach + 1, _SLIDE)
    return sum(0 <= i < len(shapes) and shapes[i].key == line.key for i in near) >= _SLIDE


def portrait(view: View, index: int) -> Role | None:
    """Whom a picture shows, without a word more."""
    return "caption" if not view.told_apart and index > view.body.start and is_portrait(view, index) else None


def signed_below(view: View, index: int) -> Role | None:
    """The first sentences, where byline or date stand under them."""
    if view.headline is None or index != view.body.start or view.shapes[index].words not in _STANDFIRST_WORDS:
        return None
    following = next(view.after(index, 8), len(view.shapes))
    signed = any(view.role(i) in ("byline", "date") for i in range(index + 1, min(following, index + 8)))
    return "standfirst" if signed else None


def standfirst(view: View, index: int) -> Role | None:
    """A line of some length between headline and body that tells what the body tells."""
    shape = view.shapes[index]
    if view.headline is None or not view.headline < index < view.body.start:
        return None
    opening = view.told_by(view.body[:12])
    needed = 1 if index == view.headline + 1 else 2
    if _is_about_publication(view, index):
        return "date"
    if view.told_apart and shape.words >= (_SENTENCE_WORDS if shape.closed else _PARAGRAPH_WORDS):
        return "standfirst"
    told = shape.closed or (len(opening & shape.stems) >= needed and not _is_listed(view, index))
    return "standfirst" if shape.words in _STANDFIRST_WORDS and told else "boilerplate"


def _is_about_publication(view: View, index: int) -> bool:
    """A day and few words more, as a page has them under its headline."""
    shape = view.shapes[index]
    if not view.told_apart or shape.closed or shape.block.kind != "text":
        return False
    if not find_date(shape.text, view.cues, view.cues.language):
        return False
    return len(without_date(shape.text, view.cues).split()) <= _ABOUT_WORDS


def _is_listed(view: View, index: int) -> bool:
    """Lines that are its like stand between it and the headline, and not only they: links, and titles of videos."""
    assert view.headline is not None
    above = range(view.headline + 1, index)
    alike = [i for i in above if view.rule(i) == "standfirst" and view.shapes[i].words in _STANDFIRST_WORDS]
    if not alike or all(view.role(i) == "standfirst" for i in above):
        return False
    return view.role(index - 1) != "standfirst" or len(alike) >= _SUMMARY_LINES


def about_the_author(view: View, index: int) -> Role | None:
    """The last blocks may tell who wrote the others."""
    shape = view.shapes[index]
    if not max(view.body.start + 1, view.body.stop - _CLOSING) <= index or shape.words > 70:
        return None
    if any(view.shapes[i].prose and view.shapes[i].words > shape.words for i in view.after(index, _CLOSING)):
        return None
    by_author = _opens_with_author(view, index)
    job = _AUTHORSHIP.search(shape.text) or view.cues.jobs.search(shape.head)
    told = (job and (by_author or _BIOGRAPHY.match(shape.text))) or _tells_who(view, index)
    return "boilerplate" if told and (by_author or shape.sentences < 4) else None


def _tells_who(view: View, index: int) -> bool:
    """The author's name, and then what the author is."""
    text = view.shapes[index].text
    return any(text.startswith(name) and _IS.match(text, len(name)) for name in view.authors)


def _opens_with_author(view: View, index: int) -> bool:
    return any(view.shapes[index].text.startswith(name) for name in view.authors)


def footnote(view: View, index: int) -> Role | None:
    """The last blocks may be notes, each with a mark that a paragraph carries."""
    mark = _FOOTNOTE.match(view.shapes[index].text)
    if mark is None or index < view.body.stop - _CLOSING:
        return None
    if view.rule(index - 1) == "footnote":
        return "boilerplate"
    marked = (view.shapes[i].text[1:] for i in view.body if i < index and view.shapes[i].prose)
    return "boilerplate" if any(mark[0] in text for text in marked) else None


def biography_first(view: View, index: int) -> Role | None:
    """Some pages tell who wrote an article before they begin with it, or below the name of who did."""
    first = index == view.body.start and any(view.shapes[i].prose for i in view.after(index, _CLOSING))
    named = index in view.body and _is_author(view, index - 1)
    if not (first or named) or not _opens_with_author(view, index):
        return None
    job = _AUTHORSHIP.search(view.shapes[index].text) or view.cues.jobs.search(view.shapes[index].head)
    return "boilerplate" if job or _tells_who(view, index) else None


def name_of_author(view: View, index: int) -> Role | None:
    """The author's name alone, once more."""
    return "byline" if _is_author(view, index) and index in view.body and not view.told_apart else None


def _is_author(view: View, index: int) -> bool:
    return any(view.shapes[index].key == key_of(name) for name in view.authors)


def point_of_summary(view: View, index: int) -> Role | None:
    """One of the lines below `Highlights`, before the article goes on."""
    shape = view.shapes[index]
    if view.told_apart or shape.prose or shape.words not in _POINT_WORDS or index >= view.body.stop:
        return None
    top = index - 1
    while top > index - _POINTS and view.role(top) == "standfirst":
        top -= 1
    label = view.cues.summary.fullmatch(view.shapes[top].plain) if top >= 0 else None
    told = view.told_by(view.body)
    return "standfirst" if label and shape.stems & told else None


def top_heading(view: View, index: int) -> Role | None:
    """A heading of the article's own markup between its headline and its first paragraph."""
    marked = view.told_apart and view.shapes[index].block.kind == "heading"
    if not marked or view.headline is None or not view.headline < index < view.body.start:
        return None
    return "subhead" if index == view.body.start - 1 else "standfirst"


def question_under_label(view: View, index: int) -> Role | None:
    """What an interviewer asks below an advertisement, where several questions have their answers."""
    if not view.shapes[index].text.endswith("?") or not follows_label(view, index):
        return None
    questions = (i for i in view.body if view.shapes[i].text.endswith("?") and view.shapes[i].sentences < 3)
    answered = [i for i in questions if view.role(i + 1) in (None, "body") and i + 1 in view.body]
    return "body" if index in answered and len(answered) > _QUESTIONS else None


def link_under_label(view: View, index: int) -> Role | None:
    """What stands under 'Related' and is no paragraph."""
    shape = view.shapes[index]
    if (
        view.told_apart
        or shape.words > _LINK_WORDS
        or shape.block.kind == "heading"
        or index <= view.body.start
        or shape.text.endswith((".", "”", '"', "»"))
        or not follows_label(view, index)
    ):
        return None
    return None if is_subhead(view, index) else "boilerplate"


def link_above_more(view: View, index: int) -> Role | None:
    """The title of an article that the line below it leads to."""
    shape = view.shapes[index]
    following = index + 1
    if shape.prose or shape.block.kind == "heading" or not view.body.start < index < view.body.stop:
        return None
    leads = following in view.body and view.cues.more.fullmatch(view.shapes[following].plain)
    return "boilerplate" if leads and not shape.text.endswith(".") else None


def between_furniture(view: View, index: int) -> Role | None:
    """A link or a video's title, furniture in front and behind."""
    shape = view.shapes[index]
    if (
        view.told_apart
        or shape.words > _LINK_WORDS
        or shape.text.endswith((".", "”", '"', "»"))
        or shape.block.kind == "heading"
    ):
        return None
    return "boilerplate" if view.role(index - 1) == view.role(index + 1) == "boilerplate" else None


def markup_heading(view: View, index: int) -> Role | None:
    """A heading by its markup, where a paragraph of the article follows."""
    if view.shapes[index].block.kind != "heading" or index <= view.body.start:
        return None
    following = next(view.after(index, 12), None)
    return "subhead" if following is not None and following in view.body else "boilerplate"


def sub_heading(view: View, index: int) -> Role | None:
    """A short line without a full stop that says what the prose after it is about."""
    return "subhead" if is_subhead(view, index) else None


def list_item(view: View, index: int) -> Role | None:
    """What markup shows to be a point of a list, a quotation, or a row that is to be read."""
    return "body" if view.shapes[index].block.kind in ("list_item", "quote", "table") else None


def bulleted_item(view: View, index: int) -> Role | None:
    """A point of a list that a line with a colon announces."""
    if view.shapes[index].text[0] not in BULLETS:
        return None
    above = index - 1
    while above >= max(0, index - _LONG_LIST) and view.shapes[above].text[0] in BULLETS:
        above -= 1
    announced = above >= 0 and view.shapes[above].text.endswith(":") and view.shapes[above].words > 2
    return "body" if announced and view.role(above) in ("body", "context") else None


def item_below_colon(view: View, index: int) -> Role | None:
    """One of several short lines that a sentence of the article announces."""
    shape = view.shapes[index]
    top = index
    while top > view.body.start and _is_item(view.shapes[top]) and index - top < _LONG_LIST:
        top -= 1
    above = view.shapes[top]
    if top == index or not above.text.endswith(":") or above.words < _ANNOUNCING or view.role(top) != "body":
        return None
    several = _is_item(view.shapes[top + 1]) and top + 2 < view.body.stop and _is_item(view.shapes[top + 2])
    return "body" if several and shape.block.kind != "heading" else None


def _is_item(shape: Shape) -> bool:
    return shape.words <= _ITEM_WORDS and not shape.text.endswith(":")


def numbered_heading(view: View, index: int) -> Role | None:
    """A line with a number above paragraphs, as others of the article have the number before it or behind."""
    number = _number(view.shapes[index])
    if number is None or view.shapes[index].closed or index not in view.body:
        return None
    if not any(view.shapes[i].prose for i in view.after(index, 2)):
        return None
    near = range(max(view.body.start, index - _CHAPTER), min(index + _CHAPTER, view.body.stop))
    others = {_number(view.shapes[i]) for i in near if not view.shapes[i].closed}
    return "subhead" if others & {number - 1, number + 1} else None


def _number(shape: Shape) -> int | None:
    match = _NUMBERED.match(shape.text)
    return int(match[1]) if match and shape.words <= _HEADING_WORDS else None


def line_up(view: View, index: int) -> Role | None:
    """Names between semicolons behind a colon: who played, who sailed, who won."""
    shape = view.shapes[index]
    listed = shape.text.count(";") >= 3 and ":" in shape.text[:40] and shape.words < 90
    return "boilerplate" if listed and not _SPOKEN.search(shape.text) else None


def breaks_off(view: View, index: int) -> Role | None:
    """A teaser that ends in dots."""
    shape = view.shapes[index]
    lone = not any(view.shapes[i].prose for i in (*view.before(index, 1), *view.after(index, 1)))
    return (
        "boilerplate"
        if not view.told_apart and shape.truncated and shape.words < _LONG_LINE and lone
        else None
    )


def unfinished_line(view: View, index: int) -> Role | None:
    """Neither a sentence nor a heading of one."""
    shape = view.shapes[index]
    goes_on = shape.words > 3 and shape.text.endswith((":", ",", ";", "–", "—"))
    goes_on = goes_on or (view.told_apart and shape.words > _PARAGRAPH_WORDS)
    told = shape.words >= _LONG_ITEM and (_is_amid_prose(view, index) or _goes_on_unstopped(view, index))
    told = told or (shape.words >= _REPORTED_WORDS and _says_below_prose(view, index))
    return None if shape.closed or shape.prose or goes_on or told else "boilerplate"


def _is_amid_prose(view: View, index: int) -> bool:
    """A paragraph of the body stands above it, another right below; a picture may be between."""
    above, below = index - 1, index + 1
    while view.role(above) == "caption":
        above -= 1
    if view.role(above) != "body" or not view.open(below) or below not in view.body:
        return False
    return view.shapes[above].prose and view.shapes[below].prose


def _goes_on_unstopped(view: View, index: int) -> bool:
    return view.shapes[index].unstopped and view.role(index - 1) == "body"


def _says_below_prose(view: View, index: int) -> bool:
    """It tells what somebody said, right below a paragraph."""
    above = index - 1
    said = view.role(above) == "body" and view.shapes[above].prose
    return said and bool(view.cues.said.search(view.shapes[index].text))


def capitals(view: View, index: int) -> Role | None:
    """A line in capitals between paragraphs, one of several."""
    return (
        "subhead"
        if _is_in_capitals(view, index) and any(_is_in_capitals(view, i) for i in view.body if i != index)
        else None
    )


def _is_in_capitals(view: View, index: int) -> bool:
    shape = view.shapes[index]
    if shape.words not in _CAPITALS or shape.closed or not shape.text.isupper():
        return False
    around = (index - 1, index + 1)
    return all(i in view.body and view.shapes[i].prose for i in around)


def told(_view: View, _index: int) -> Role | None:
    """All else is the article's."""
    return "body"


PLACES: tuple[Rule, ...] = (
    headline,
    repeated_headline,
    name_under_headline,
    name_under_article,
    point_of_summary,
    above_headline,
    below_article,
    repeated_block,
    pull_quote,
    footnote,
    question_under_label,
    link_under_label,
    link_above_more,
    numbered_heading,
    item_below_colon,
    teaser,
    credit_below_caption,
    slide,
    capitals,
    uncredited_caption,
    portrait,
    name_of_author,
    biography_first,
    signed_below,
    top_heading,
    standfirst,
    about_the_author,
    bulleted_item,
    notice,
    between_furniture,
    markup_heading,
    list_item,
    sub_heading,
    linked_question,
    line_up,
    breaks_off,
    unfinished_line,
    told,
)
