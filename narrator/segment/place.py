"""Rules that judge a block by where it stands and what stands beside it."""

from __future__ import annotations

import re

from narrator.model import Role
from narrator.segment.bylines import opens_name
from narrator.segment.captions import is_caption, is_joined_to_credit, is_portrait
from narrator.segment.dates import find_date, without_date
from narrator.segment.layout import goes_on, marks
from narrator.segment.live import heading_of_post
from narrator.segment.notices import between_prompts, linked_question, notice, teaser
from narrator.segment.numbered import numbered_heading
from narrator.segment.points import (
    bulleted_item,
    footnote,
    heading_of_items,
    item_amid_items,
    item_below_colon,
    label_of_items,
    list_item,
    point_of_summary,
    small_item,
    speaker,
)
from narrator.segment.repeats import (
    captioned_twice,
    pull_quote,
    repeated_block,
    repeated_headline,
    said_twice,
)
from narrator.segment.subheads import follows_label, is_subhead
from narrator.segment.unfinished import unfinished_line
from narrator.segment.view import Rule, View
from narrator.segment.writers import (
    about_the_author,
    below_biography,
    biography_first,
    job_under_name,
    name_above_day,
    name_of_author,
    name_under_article,
    name_under_headline,
    name_under_label,
)

_STANDFIRST_WORDS = range(7, 61)
_BRIEF = range(4, 7)
"""Words of a summary that is a sentence, right below the headline or in words of the article."""
_SENTENCE_WORDS = 3
_SUMMARY_LINES = 3
_HEADED = 3
"""Blocks from a headline to the first paragraph below it, at most."""
_LINKS = 6
"""Lines below a label that are links, at most."""
_PARAGRAPH_WORDS = 9
_LINK_WORDS = 22
_LONG_LINE = 40
_CREDIT_WORDS = 4
_UNCREDITED = ("uncredited caption", "opening of caption")
_SPEAKER_WORDS = 10
_TITLE_WORDS = 3
_NO_GALLERY = ("known line", "text of post")
"""Lines that stand above pictures, one by one."""
_SLIDE = 3
"""Blocks of a picture in a gallery: two titles and what it shows; and pictures, at least."""
_PICTURES = 10
"""Of a gallery that are looked at, either way."""
_ABOUT_WORDS = 10
_QUESTIONS = 3
"""Of an interview, and the one that is looked at."""
_CAPITALS = range(3, 15)
"""Words of a heading in capitals."""
_CAPITAL_LINK = range(6, 15)
"""Words of a headline in capitals, which leads to another article."""
_INTERVIEW = 40
"""Blocks between two questions of an interview, at most."""
_ASKED = re.compile(r"[A-Z][.:] (?=.*\?$)")
_SPOKEN = re.compile(r"[\"“”«»„]|\. [A-ZÀ-Þ]\w+ \w+ \w+")


def headline(view: View, index: int) -> Role | None:
    """The line that was found to head the article."""
    return "headline" if index == view.headline else None


def between_headlines(view: View, index: int) -> Role | None:
    """A paragraph that no other repeats, below the headline where that stands once more under it."""
    shape = view.shapes[index]
    if view.headline is None or not shape.prose or shape.truncated or index > view.headline:
        return None
    near = range(max(index - _HEADED, 0), index)
    headed = any(view.shapes[i].key == view.shapes[view.headline].key for i in near)
    again = any(view.shapes[i].key == shape.key for i in view.body)
    return "standfirst" if headed and not again and goes_on(shape, set(view.told)) else None


def above_headline(view: View, index: int) -> Role | None:
    """Menus, kickers and teasers before the article begins, with its headline or without."""
    top = view.body.start if view.headline is None else min(view.headline, view.body.start)
    return "boilerplate" if index < top else None


def below_article(view: View, index: int) -> Role | None:
    """Whatever follows the last paragraph."""
    return "boilerplate" if index >= view.body.stop else None


def uncredited_caption(view: View, index: int) -> Role | None:
    """A sentence of a picture, known by its tense, its place and its neighbours."""
    told = view.told_apart or not (is_caption(view, index) or is_joined_to_credit(view, index))
    return None if told else "caption"


def credit_below_caption(view: View, index: int) -> Role | None:
    """A few words in capitals under a caption that names nobody: who took the picture."""
    shape = view.shapes[index]
    if view.rule(index - 1) not in _UNCREDITED or not 1 < shape.words <= _CREDIT_WORDS or shape.closed:
        return None
    return "caption" if all(word[0].isupper() for word in shape.plain.split()) else None


def name_under_quote(view: View, index: int) -> Role | None:
    """Who said what stands above in large type."""
    quoted = view.rule(index - 1) == "pull quote" and view.shapes[index].words <= _SPEAKER_WORDS
    return "pullquote" if quoted and opens_name(view.shapes[index], view.cues) else None


def slide(view: View, index: int) -> Role | None:
    """A picture of a gallery amid the body: the gallery's title, the picture's, and a paragraph, again and again."""
    for top in () if view.told_apart else (index - 1, index - 2):
        if top > view.body.start and _is_slide(view, top) and index < view.body.stop:
            return "caption"
    return None


def _is_slide(view: View, top: int) -> bool:
    """The line stands three blocks further up or down too, with a line and a paragraph between, and once more."""
    shapes = view.shapes
    line = shapes[top]
    if top + 2 >= len(shapes) or line.words < _TITLE_WORDS or view.rule(top) in _NO_GALLERY:
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
    signed = any(map(view.signs, range(index + 1, min(following, index + 8))))
    return "standfirst" if signed else None


def standfirst(view: View, index: int) -> Role | None:
    """A line of some length between headline and body that tells what the body tells, or a short sentence."""
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
    brief = shape.closed and shape.words in _BRIEF and (needed == 1 or bool(opening & shape.stems))
    return "standfirst" if brief or (shape.words in _STANDFIRST_WORDS and told) else "boilerplate"


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
    if any(marks(view, "end", i) for i in above if index - i <= _LINKS):
        return not view.shapes[index].closed
    if not alike or all(view.role(i) == "standfirst" for i in above):
        return False
    return view.role(index - 1) != "standfirst" or len(alike) >= _SUMMARY_LINES


def top_heading(view: View, index: int) -> Role | None:
    """A heading of the article's own markup between its headline and its first paragraph."""
    marked = view.told_apart and view.shapes[index].block.kind == "heading"
    if not marked or view.headline is None or not view.headline < index < view.body.start:
        return None
    return "subhead" if index == view.body.start - 1 else "standfirst"


def question_under_label(view: View, index: int) -> Role | None:
    """What an interviewer asks below a label, where several questions have their answers."""
    if not view.shapes[index].text.endswith("?") or not follows_label(view, index):
        return None
    questions = (i for i in view.body if view.shapes[i].text.endswith("?") and view.shapes[i].sentences < 3)
    answered = [i for i in questions if view.role(i + 1) in (None, "body") and i + 1 in view.body]
    return "body" if index in answered and len(answered) > _QUESTIONS else None


def marked_question(view: View, index: int) -> Role | None:
    """A question of an interview that marks them all: `Q. What is next?`"""
    mark = _ASKED.match(view.shapes[index].text)
    if mark is None or index not in view.body:
        return None
    near = range(max(view.body.start, index - _INTERVIEW), min(index + _INTERVIEW, view.body.stop))
    marked = any(i != index and view.shapes[i].text.startswith(mark[0]) for i in near)
    return "body" if marked else None


def link_under_label(view: View, index: int) -> Role | None:
    """What stands under 'Related' and is no paragraph."""
    shape = view.shapes[index]
    if (
        view.told_apart
        or shape.words > _LINK_WORDS
        or shape.block.kind == "heading"
        or index <= view.body.start
        or shape.text.endswith((".", "”", '"', "»"))
        or (shape.closed and shape.sentences > 1)
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


def capitals(view: View, index: int) -> Role | None:
    """A line in capitals between paragraphs, one of several; a longer one is a link if it speaks of something else."""
    if not _is_in_capitals(view, index) or not any(_is_in_capitals(view, i) for i in view.body if i != index):
        return None
    shape = view.shapes[index]
    foreign = shape.words in _CAPITAL_LINK and not goes_on(shape, set(view.told))
    return "boilerplate" if foreign else "subhead"


def _is_in_capitals(view: View, index: int) -> bool:
    shape = view.shapes[index]
    if shape.words not in _CAPITALS or shape.closed or not shape.in_capitals:
        return False
    above, below = index - 1, index + 1
    if above not in view.body or below not in view.body or not view.shapes[above].prose:
        return False
    return view.shapes[below].prose or view.shapes[below].complete


def told(_view: View, _index: int) -> Role | None:
    """All else is the article's."""
    return "body"


PLACES: tuple[Rule, ...] = (
    headline,
    repeated_headline,
    numbered_heading,
    name_under_label,
    name_under_headline,
    name_above_day,
    job_under_name,
    name_under_article,
    point_of_summary,
    between_headlines,
    above_headline,
    below_article,
    said_twice,
    captioned_twice,
    repeated_block,
    pull_quote,
    footnote,
    question_under_label,
    marked_question,
    link_under_label,
    link_above_more,
    item_below_colon,
    small_item,
    label_of_items,
    item_amid_items,
    heading_of_items,
    heading_of_post,
    teaser,
    between_prompts,
    credit_below_caption,
    name_under_quote,
    slide,
    speaker,
    capitals,
    portrait,
    uncredited_caption,
    name_of_author,
    biography_first,
    signed_below,
    top_heading,
    standfirst,
    about_the_author,
    below_biography,
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
