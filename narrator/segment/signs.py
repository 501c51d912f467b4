"""Rules that judge a block by itself: by what its markup says and by words that give a line away."""

from __future__ import annotations

import re
from functools import cache

from narrator.model import Role
from narrator.patterns import compiled
from narrator.segment.bylines import is_byline, signed_off
from narrator.segment.columns import is_of_column
from narrator.segment.context import quotes, reports
from narrator.segment.credits import ends_in_credit, is_credit, opens_with_credit, shows_and_names
from narrator.segment.cues import Cues
from narrator.segment.dates import after_day, find_date, tells_when, without_date, without_day
from narrator.segment.instructions import instructs, tells_what_to_do
from narrator.segment.owners import is_owner
from narrator.segment.shape import Shape
from narrator.segment.skips import skipped
from narrator.segment.view import Rule, View

_PROMPT_WORDS = 60
"""A longer block that opens like a prompt is told by the article."""
_SHORT_WORDS = 24
"""A longer one is told by a text without furniture, also where it opens like a caption."""
_LONG_WORDS = 32
_STATEMENT_WORDS = 5
_SENTENCE_WORDS = 20
_AGENCY_IN_BRACKETS = compiled(
    r"[.!?][\"”’»]?\s?\((?:[A-ZÀ-Þ]\w{2,15}/)?(?:[A-ZÀ-ÞİŞĞ]{2,9}|[A-ZÀ-Þ][a-zà-ÿ]{3,9})\)$"
)
_CLOSING = 3
"""Blocks below a last paragraph that are no paragraphs, and paragraphs above it, at least."""
_SIGNED_BEHIND = compiled(r"(?<=[.!?])\s*(?:\([^()]{2,60}\)\s*)+$")
"""What agencies put behind their last sentence: `(DPX) (www.dpx.example)`."""
_LEDE_WORDS = 12
"""Of a first sentence with its kicker before it, at least: `OPINION: The port …`."""
_LONGEST_PROMPT, _NOTICE_WORDS = 90, 250
_SURE_SIGNS = 3
"""Of a notice that is longer than any prompt, as one that asks for consent."""
_RUBRIC_WORDS = 8
_LABELLED = compiled(r"[^.!?]{2,30}[:：]")
_LABEL = compiled(r"^[A-ZÀ-Þ][A-ZÀ-Þ' -]{2,30}[.:] ")
_OPENED_WORDS = 25
"""A longer paragraph of a page's article that opens like a caption describes what it tells of."""
_POST_LETTERS, _MARKED_POST = 320, 200
"""Most networks end a post at 280 or 300; most pages mark the text of one."""
_POSTED = compiled(
    r"(?:^|\s)[—–-]{1,2}\s.{1,80}\(@[\w.]{1,30}\).{0,40}$|^.{1,60}\(@[\w.]+\)(?:\s.{0,30})?$|pic\.twitter\.com/"
)
_HANDLE = compiled(r"@\w{2,30}")
_STAMP = compiled(r"\d{1,2}[:.]\d{2}\s?(?:[AaPp]\.?\s?[Mm]\.?)?\s?[·•]\s?[^.!?]{2,12}\.?[^.!?]{2,20}")
"""When a post was made, as networks say it: `10:14 AM · Mar 8, 2025`."""
_POST_LINES = 6
"""Between who wrote a post and when, at most."""
_HANDLES = compiled(r"(?:@\w+|#\w+|https?://\S+|www\.\S+)")
_CONTACT_WORDS = 40
"""Of an office with its telephone and its mail, at most."""
_MAIL = compiled(r"[\w.-]+\s?(?:@|[\[(](?:at|ät)[\])])\s?[\w-]+\s?(?:\.|[\[(](?:dot|punkt)[\])])\s?\w{2,}")
_PHONE = compiled(r"\+?\(?\d{2,}[\d\s()/.-]{5,}\d")
_IN_BRACKETS = compiled(r"\[[^\[\]]+\]|\([^().!?]{1,30}\)|\([A-Z]{3,}[^()!?]{1,120}\)")
_SOURCE = compiled(r"[.!?…][\"”’]?\s\(([^()/]{2,30})\)$")
_AGENCY_BEHIND = compiled(r"[.!?…][\"'”’»]*\s[–—-]{1,2}\s?[A-Z][A-Za-z ]{1,20}$")
_SOURCES, _DIGEST = 4, 6
"""Of a digest, at least, and lines of it on either side."""
_POINTED = compiled(r"(?:>>|=>)")
_POINTING = compiled(r"[^«»‹›]*(?:[›»→▸►➔]|[^-=\s]\s>{1,2})")
_CIPHER = compiled(r"kAm.*(?:k\^Am|\bE96\b)")
"""Each letter 47 places on in ASCII: `kAm` stands for the tag of a paragraph, `E96` for `the`."""
_PLAYER = compiled(r"<(?:iframe|object|embed)\s[^<>]*>")
_CODE = compiled(
    r"[$%] [a-z][\w-]* .+|import [\w.]+(?: as \w+)?|from [\w.]+ import \S.*|(?:def|class|function) \w+\(.*"
    r"|@\w+\(.*|(?:</?[a-z]+(?:\s[a-z-]+=[^<>]*)?>\s?)+|<!DOCTYPE .*|//\s?\S+\.\w{1,4}|\|[ |]*--.*"
    r"|.*(?:\) ?\{|[A-Za-z_\d]\((?!e?s\))[^() ]*\);|\w \{)"
)
"""A command, a declaration, a tag, the tree of a folder, or what ends as statements do."""
_TRAIL = compiled(r"^(?:[^>›»→|]{1,42}[>›»→])+[^>›»→|.]{1,120}$")
_QUOTED = compiled(r"«[^»]*»|»[^«]*«|‹[^‹›]+›")
_TAGS = compiled(r"^[^,.]{2,40}(?: , [^,.]{2,40}){3,} ?,?$")
_MENU = compiled(r"^[^|•·.]{1,30}(?:[|•·][^|•·.]{1,30}){2,}$")


def caption_markup(view: View, index: int) -> Role | None:
    """What markup says is a caption."""
    return "caption" if view.shapes[index].block.kind == "caption" else None


def table_row(view: View, index: int) -> Role | None:
    """A table is for the eye, unless it is small; a day with wide gaps around its hour is none."""
    block = view.shapes[index].block
    tabled = block.kind == "table" and block.main
    return "table" if tabled and not date_line(view, index) else None


def embedded_post(view: View, index: int) -> Role | None:
    """A post of a social network, by its markup or its signature."""
    shape = view.shapes[index]
    return "boilerplate" if shape.block.kind == "embed" or _POSTED.search(shape.tail) else None


def text_of_post(view: View, index: int) -> Role | None:
    """What stands before the signature of a post, where no markup holds both, or between who wrote it and when."""
    shape = view.shapes[index]
    if _is_framed(view, index):
        return "boilerplate"
    following = view.shapes[index + 1] if index + 1 < len(view.shapes) else None
    most = _MARKED_POST if view.told_apart else _POST_LETTERS
    if following is None or len(shape.text) > most or following.words > 14 or following.block.kind == "embed":
        return None
    return "boilerplate" if _POSTED.match(following.text) else None


def _is_framed(view: View, index: int) -> bool:
    """Below nothing but a handle, and above nothing but the hour and the day of a post."""
    above = view.shapes[max(0, index - _POST_LINES) : index]
    below = view.shapes[index + 1 : index + 1 + _POST_LINES]
    return any(_HANDLE.fullmatch(each.text) for each in above) and any(
        _STAMP.fullmatch(each.text) for each in below
    )


def day_of_post(view: View, index: int) -> Role | None:
    """When a post was made, in the line below its signature."""
    signed = index > 0 and _POSTED.search(view.shapes[index - 1].tail)
    return "boilerplate" if signed and date_line(view, index) else None


def outside_article(view: View, index: int) -> Role | None:
    """What the reader of a page judged to stand around the article."""
    return None if view.shapes[index].block.main else "boilerplate"


def nothing_to_say(view: View, index: int) -> Role | None:
    """No letters at all, a paragraph in cipher, as some papers hide it from who has not paid, or a player's code."""
    shape = view.shapes[index]
    silent = shape.words <= 20 and not any(map(str.isalpha, shape.text))
    return "boilerplate" if silent or _CIPHER.match(shape.text) or _PLAYER.match(shape.text) else None


def date_line(view: View, index: int) -> Role | None:
    """A line that says no more than when, and perhaps where."""
    shape = view.shapes[index]
    if shape.words > 25 or not any(map(str.isdigit, shape.text)):
        return None
    named = any(map(str.isalpha, shape.text)) or find_date(shape.text, view.cues, "xx")
    if not named:
        return None
    rest = without_date(shape.text, view.cues)
    short = shape.words < 12 or view.cues.published.match(shape.text)
    placed = (
        len(rest.split()) < 3 and short and not shape.closed and not _goes_on_behind_day(shape, view.cues)
    )
    return "date" if not rest or (placed and find_date(shape.text, view.cues, "xx")) else None


def _goes_on_behind_day(shape: Shape, cues: Cues) -> bool:
    """A heading with a day amid it: `What happened on 27 January 2023 there`."""
    before, behind = without_day(shape.text, cues), after_day(shape.text, cues)
    told = behind.islower() and behind.isalpha() and without_date(behind, cues) == behind
    return told and before[:1].isupper() and not (cues.agencies.fullmatch(behind) or tells_when(before, cues))


def known_line(view: View, index: int) -> Role | None:
    """A line that stands on pages everywhere; one that may announce background is left to its place."""
    shape = view.shapes[index]
    if view.cues.know(shape.key) and not _is_main_heading(view, index):
        return "boilerplate"
    if shape.words > 25 or _may_announce(view, index) or _is_main_heading(view, index):
        return None
    if _is_statement(view, index) or instructs(view, index):
        return None
    return "boilerplate" if view.cues.whole.fullmatch(shape.plain) else None


def _is_statement(view: View, index: int) -> bool:
    """A sentence with its verb that speaks to nobody."""
    shape, cues = view.shapes[index], view.cues
    if shape.words < _STATEMENT_WORDS or not shape.text.endswith("."):
        return False
    return bool(cues.finite.search(shape.text, 1)) and not cues.address.search(shape.head)


def named_author(view: View, index: int) -> Role | None:
    """A line that begins as bylines do and names somebody."""
    return "byline" if is_byline(view.shapes[index], view.cues) else None


def credit_line(view: View, index: int) -> Role | None:
    """Photographer and agency, or an agency alone; or below a paragraph the page's own name."""
    return "caption" if is_credit(view.shapes[index], view.cues) or is_owner(view, index) else None


def credited_caption(view: View, index: int) -> Role | None:
    """A caption with its credit behind or before it; a page's own paragraphs of several sentences are none."""
    shape, cues = view.shapes[index], view.cues
    if view.told_apart and shape.sentences > 1 and not shows_and_names(shape, cues):
        return None
    credited = ends_in_credit(shape, cues) or opens_with_credit(shape, cues)
    return "caption" if credited and not (cites(view, index) or _is_signed_report(view, index)) else None


def _is_signed_report(view: View, index: int) -> bool:
    """What somebody said, and behind a dash the agency that reported it, under its last paragraph; or in brackets
    one that signs the last of several paragraphs.
    """
    tail = view.shapes[index].tail
    if _AGENCY_BEHIND.search(tail):
        return reports(view, index)
    below = (shape for shape in view.shapes[index + 1 : index + 1 + _CLOSING] if shape.block.main)
    last = index > _CLOSING and view.shapes[index - 1].prose and not any(shape.prose for shape in below)
    return last and bool(_AGENCY_IN_BRACKETS.search(tail) or signed_off(tail, view.cues))


def cites(view: View, index: int) -> bool:
    """One of many lines that each name another source in brackets behind their full stop, as a digest does."""
    near = view.shapes[max(0, index - _DIGEST) : index + _DIGEST + 1]
    sources = (_SOURCE.search(shape.tail) for shape in near if shape.block.main)
    return (
        bool(_SOURCE.search(view.shapes[index].tail))
        and len({found[1] for found in sources if found}) >= _SOURCES
    )


def opening_of_caption(view: View, index: int) -> Role | None:
    """Begins as only captions do: `In this file photo`, `Pictured:`, `FLOOD. This photo shows`."""
    shape = view.shapes[index]
    most = _OPENED_WORDS if view.told_apart else 80
    if _is_told_at_length(view, index) and not _LABELLED.match(shape.text):
        return None
    opens = any(map(view.cues.caption_opening.match, {shape.plain, _LABEL.sub("", shape.plain)}))
    return "caption" if shape.words <= most and opens else None


def prompt(view: View, index: int) -> Role | None:
    """Begins like a request to read, follow, subscribe, share or log in, or is what a reader presses to do so."""
    shape = view.shapes[index]
    if shape.words > _PROMPT_WORDS or _may_announce(view, index) or _is_main_heading(view, index):
        return None
    kicked = shape.prose and shape.words >= _LEDE_WORDS and view.cues.kicker.match(shape.plain)
    asked = is_of_column(view, index) and view.cues.address.search(shape.head)
    if kicked or asked or instructs(view, index) or _is_told(view, index):
        return None
    asks = view.cues.opening.match(shape.plain) or view.cues.button.fullmatch(shape.plain)
    return "boilerplate" if asks else None


def _is_told(view: View, index: int) -> bool:
    """Of a text without furniture, and longer than prompts are, or of two sentences that speak to nobody."""
    if not view.clean or _is_told_at_length(view, index):
        return view.clean
    shape = view.shapes[index]
    return shape.sentences > 1 and not view.cues.address.search(shape.head) and tells_what_to_do(view, shape)


def _is_told_at_length(view: View, index: int) -> bool:
    """A paragraph of a text without furniture, longer than prompts and captions are."""
    return view.clean and view.shapes[index].complete and view.shapes[index].words > _SHORT_WORDS


def telltale(view: View, index: int) -> Role | None:
    """Says what only prompts and legal notices say."""
    shape = view.shapes[index]
    found = _telling(view, index) if shape.words <= _NOTICE_WORDS else 0
    if not found or (shape.words > _LONGEST_PROMPT and found < _SURE_SIGNS) or instructs(view, index):
        return None
    reported = view.told_apart or (reports(view, index) and not view.cues.address.search(shape.head))
    told = shape.words > _LONG_WORDS or (shape.words > _SENTENCE_WORDS and reported)
    return "boilerplate" if found > told else None


def _telling(view: View, index: int) -> int:
    """How many signs of a notice it has; what articles say too is none where somebody says it, in a sentence that
    speaks to nobody or of a text without furniture, or once or twice where an article speaks to its readers.
    """
    shape, cues = view.shapes[index], view.cues
    text = _SIGNED_BEHIND.sub("", shape.head)
    sure, doubtful = (cue.count(text) for cue in (cues.anywhere, cues.doubtful))
    told = shape.closed and not cues.address.search(shape.head)
    said = quotes(shape) and bool(cues.said.search(shape.text))
    amid = view.clean and index < len(view.shapes) - 1
    own = (amid or is_of_column(view, index)) and doubtful < _SURE_SIGNS
    return sure if told or said or own else sure + doubtful


def glued_link(view: View, index: int) -> Role | None:
    """The rubric of a teaser, and what leads to its article: `Politicsread more`."""
    shape = view.shapes[index]
    if shape.words > _RUBRIC_WORDS or shape.closed:
        return None
    leading = _leading_on(view.cues).fullmatch(shape.plain)
    return "boilerplate" if leading and " " in leading[1] else None


@cache
def _leading_on(cues: Cues) -> re.Pattern[str]:
    return compiled(rf".*[^\W\d_]({cues.more.pattern})", re.IGNORECASE)


def handles(view: View, index: int) -> Role | None:
    """More handles, hash tags and addresses than words."""
    shape = view.shapes[index]
    found = len(_HANDLES.findall(shape.head)) if shape.words < 60 else 0
    return "boilerplate" if found and found * 2 >= shape.words else None


def contact(view: View, index: int) -> Role | None:
    """Whom to call or to write to."""
    shape = view.shapes[index]
    if shape.words > _CONTACT_WORDS or (shape.closed and shape.sentences > 0):
        return None
    return "boilerplate" if _MAIL.search(shape.head) and _PHONE.search(shape.head) else None


def bracketed(view: View, index: int) -> Role | None:
    """All in square brackets, or a few words in round: a link, what an editor put in, a place for a picture."""
    shape = view.shapes[index]
    return "boilerplate" if shape.words <= _SENTENCE_WORDS and _IN_BRACKETS.fullmatch(shape.text) else None


def pointing(view: View, index: int) -> Role | None:
    """Ends in an arrow, which leads elsewhere, or begins with one and is no sentence."""
    shape = view.shapes[index]
    leads = _POINTING.fullmatch(shape.text) or (_POINTED.match(shape.text) and not shape.closed)
    return "boilerplate" if leads and shape.words <= _LONG_WORDS else None


def code(view: View, index: int) -> Role | None:
    """A line of a program, or of what is typed to start one, is for the eye; markup says what that is."""
    return "table" if not view.told_apart and _CODE.fullmatch(view.shapes[index].head) else None


def trail(view: View, index: int) -> Role | None:
    """Breadcrumbs and menus in one line."""
    shape = view.shapes[index]
    if shape.closed or shape.words > 25:
        return None
    words = shape.plain.split()
    if len(words) > 3 and all(view.cues.whole.fullmatch(word) for word in words):
        return "boilerplate"
    path = _QUOTED.sub("", shape.head)
    return "boilerplate" if any(form.match(path) for form in (_TRAIL, _MENU, _TAGS)) else None


def _may_announce(view: View, index: int) -> bool:
    shape = view.shapes[index]
    label = shape.plain.split(":")[0]
    named = [view.cues.background.fullmatch(text) for text in (shape.plain, label)]
    return shape.words <= 10 and not shape.closed and all(named)


def _is_main_heading(view: View, index: int) -> bool:
    block = view.shapes[index].block
    return block.kind == "heading" and block.level == 1


SIGNS: tuple[Rule, ...] = (
    caption_markup,
    table_row,
    embedded_post,
    day_of_post,
    text_of_post,
    outside_article,
    credit_line,
    known_line,
    date_line,
    nothing_to_say,
    named_author,
    credited_caption,
    opening_of_caption,
    prompt,
    skipped,
    telltale,
    glued_link,
    handles,
    contact,
    bracketed,
    pointing,
    code,
    trail,
)
