"""Which of the lines above an article is its headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from narrator.segment.bylines import is_name
from narrator.segment.captions import CREDITED, is_caption
from narrator.segment.dates import names_moment
from narrator.segment.shape import Shape
from narrator.segment.view import View

_ENOUGH = 1.5
_OPENING = 6
"""Paragraphs that tell what the headline says."""
_DOUBTFUL = ("prompt", "opening of caption", "telltale", "trail", "known line", "credit line")
"""Rules that a headline may fall under: `Watch: …`, `Más de cien …`."""
_UNRELATED = 0.4
"""How much of that counts where the line above says far less of what the opening says."""
_SUMMARY = 15
"""Words from which a line under another is rather its summary."""
_KICKER, _HEAD, _SUMMARY_LENGTH = (6.0, 3.0), (10.5, 3.0), (20.0, 6.0)
"""Words, and how far they mostly vary."""
_REACH = 80
"""Lines above the article that are looked at."""
_ABOVE = 4
"""Lines that could be the headline; more of them above another are a menu."""
_HEADLINE_WORDS = range(5, 21)
_STRAYS = 5
_SIGNED = 0.8
"""What a byline right below a line counts, where it is not below the next."""
_STRAY = 0.2
_CREDIT_WORDS = 6
_FAR, _BETWEEN = 24, 3
"""Blocks, and open lines of them, before the byline of a headline over pictures."""
_LONGEST = 40
"""Words."""


def find_headline(view: View) -> int | None:
    """The line that says in few words what the opening of the body tells; None where no line does."""
    if view.told_apart and (declared := _declared(view)) is not None:
        return declared
    candidates = list(_candidates(view))
    opening = [(i, view.shapes[i].stems) for i in _opening(view)]
    told = {i: _told_by_others(opening, i) for i in candidates}
    plain = {i: headline_score(view, i, told[i]) for i in candidates}
    scores = {i: plain[i] - _STRAY * min(_strays(view, i), _STRAYS) for i in candidates}
    if max(scores.values(), default=0.0) < _ENOUGH:
        scores = {i: plain[i] + _heads_pictures(view, i, told[i]) for i in candidates}
    likely = {i: _shared(view, i, told[i]) for i in candidates if scores[i] >= _ENOUGH}
    rank = {
        i: scores[i] + _SIGNED * (i - 1 not in likely and _is_signed(view, i)) - _lateness(view, i, likely)
        for i in likely
    }
    best = max(likely, key=lambda i: (rank[i], -i), default=None)
    return None if best is None else _cleanest(view, best, list(likely))


def _declared(view: View) -> int | None:
    """The heading that the reader of a page found to be its title."""
    blocks = (shape.block for shape in view.shapes)
    heads = (
        i for i, block in enumerate(blocks) if block.main and block.kind == "heading" and block.level < 4
    )
    return next((i for i in heads if view.title and view.shapes[i].key == view.title), None)


def _lateness(view: View, index: int, likely: dict[int, int]) -> float:
    """What counts against a line because another that could be the headline stands above it.

    `likely` has the words that each shares with the opening: a teaser above shares none.
    """
    key = view.shapes[index].key
    above = [i for i in likely if i < index and view.open(i) and not _is_of_picture(view, i)]
    above = [i for i in above if key not in view.shapes[i].key]
    above = [i for i in above if i == index - 1 or likely[i] * 3 >= likely[index]]
    credited = 1.5 * (view.rule(index + 1) == "credit line" and len(likely) > 1)
    if not above or is_title(view, index):
        return credited
    signed = _follows_signature(view, index, above)
    directly = above[-1] == index - 1 and view.shapes[above[-1]].words > 4
    rather = _rather_headline(view.shapes[above[-1]].words, view.shapes[index].words)
    summary = min(3.0, max(0.0, 2.0 - rather))
    unrelated = likely[above[-1]] * 3 < likely[index] and not view.shapes[index].closed
    nearest = _UNRELATED if unrelated and view.shapes[index].words < _SUMMARY else 1.0
    late = (
        0.5 * min(_weight_above(view, index, above), _ABOVE)
        - 0.3 * min(max(rather, 0.0), 2.0)
        + summary * directly
        + 2.0 * signed
    )
    return nearest * late + credited + 1.5 * is_caption(view, index)


def _follows_signature(view: View, index: int, above: list[int]) -> bool:
    """A byline stands below another line and none below this one; or a day, and below this neither."""
    if any(view.role(i) == "byline" for i in range(max(above[0], index - _FAR), index)):
        return not _leads_on(view, index, ("byline",))
    dated = any(view.role(i) == "date" for i in range(above[-1], index))
    return dated and not _leads_on(view, index)


def _weight_above(view: View, index: int, above: list[int]) -> float:
    """How many lines above it could be the headline; where it has its byline below and they have not, half as many."""
    signed = sum(_leads_on(view, i) for i in above) if _leads_on(view, index) else len(above)
    return (signed + len(above)) / 2


def _rather_headline(above: int, words: int) -> float:
    """How much likelier it is that a kicker stands above a headline than a headline above its summary.

    A logarithm, from how many words each of them has as a rule.

    >>> _rather_headline(6, 11) > 1 > 0 > _rather_headline(11, 20)
    True
    """
    return (
        _likely(above, _KICKER)
        + _likely(words, _HEAD)
        - _likely(above, _HEAD)
        - _likely(words, _SUMMARY_LENGTH)
    )


def _likely(words: int, usual: tuple[float, float]) -> float:
    return -(((words - usual[0]) / usual[1]) ** 2) / 2


def _shared(view: View, index: int, told: Counter[str]) -> int:
    return sum(stem in told for stem in _meaning(view, index))


def _meaning(view: View, index: int) -> list[str]:
    """The words of a line that say what it is about."""
    return [stem for stem in view.shapes[index].stems if not view.cues.small.fullmatch(stem)]


def _cleanest(view: View, best: int, likely: list[int]) -> int:
    """Of lines that say the same, the one without the site's name, a bullet or a trail around it; no broken one."""
    best = _whole(view, best, likely)
    same = [i for i in likely if _says_the_same(view.shapes[i], view.shapes[best])]
    return min(same, key=lambda i: (len(view.shapes[i].text), -i), default=best)


def _says_the_same(shape: Shape, best: Shape) -> bool:
    """Its words are those of the best line, or stand in it as they are and are most of it."""
    if shape.key == best.key:
        return True
    within = not shape.truncated and shape.plain.casefold() in best.text.casefold()
    return within and len(shape.key) * 10 >= len(best.key) * 6


def _whole(view: View, best: int, likely: list[int]) -> int:
    """Where the line breaks off, the longest that begins with it."""
    if not view.shapes[best].truncated:
        return best
    key = view.shapes[best].key
    longer = [i for i in likely if view.shapes[i].key.startswith(key)]
    return max(longer, key=lambda i: (len(view.shapes[i].key), -i), default=best)


def headline_score(view: View, index: int, opening: Counter[str]) -> float:
    """Sum of visible weights; `_ENOUGH` makes a headline."""
    shape = view.shapes[index]
    said = shape.stems
    shared = sum(stem in opening for stem in said)
    return (
        5.0 * shared / max(len(said), 7)
        + 8.0 * is_title(view, index)
        + 2.0 * (shape.block.kind == "heading" and shape.block.level == 1)
        + 1.0 * (5 <= shape.words <= 20)
        + 1.0 * _leads_on(view, index)
        + 0.8 * _is_repeated(view, index)
        - 1.0 * (shape.words < 4)
        - 0.4 * (shape.words == 4)
        - 0.7 * (shape.words > 17)
        - 0.5 * (shape.words > 25)
        - (1.0 if _leads_on(view, index) and shape.words < 13 and shared else 2.5)
        * (shape.text.endswith(".") and shape.words > 5)
        - 2.0 * shape.text.endswith((":", ","))
        - (0.5 if _leads_on(view, index) else 2.0) * shape.truncated
        - 1.0 * ("|" in shape.text or " > " in shape.text)
        + 0.7 * _opens_prose(view, index)
        - 2.0 * (shared * 2 <= len(said) and _names_somebody(view, index, shared))
        - 1.8 * _paragraphs_above(view, index)
        - (1.5 if shared > 2 else 4.0) * (not view.open(index))
    )


def _names_somebody(view: View, index: int, shared: int) -> bool:
    """Names alone; a headline whose words are all in capitals says what the opening says."""
    shape = view.shapes[index]
    return (shared < 3 or "," in shape.text) and is_name(shape, view.cues)


def is_title(view: View, index: int) -> bool:
    """The line says what the page declares as its headline, give or take the name of the site."""
    key = view.shapes[index].key
    if not view.title or len(key) < 8:
        return False
    shorter, longer = sorted((key, view.title), key=len)
    return shorter in longer and len(shorter) * 10 >= len(longer) * 6


def _candidates(view: View) -> Iterator[int]:
    """Lines before the fourth paragraph of the body that are neither furniture nor of a picture."""
    end = min(_fourth_paragraph(view), view.body.start + _REACH)
    for index in range(max(0, view.body.start - _REACH), end):
        shape = view.shapes[index]
        open_ = view.open(index) or view.rule(index) in _DOUBTFUL
        if not open_ or not 2 <= shape.words <= _LONGEST or shape.sentences > 3:
            continue
        if names_moment(shape.text, view.cues):
            continue
        if is_title(view, index) or not _is_of_picture(view, index):
            yield index


def _fourth_paragraph(view: View) -> int:
    prose = [i for i in view.body[:30] if view.open(i) and view.shapes[i].prose]
    return prose[3] if len(prose) > 3 else view.body.stop


def _is_of_picture(view: View, index: int) -> bool:
    """Headlines too are in the present or verbless; a full stop or a place in a picture is not theirs."""
    if _is_labelled(view, index):
        return True
    plainly = _is_plain(view, index)
    above_credit = view.rule(index + 1) == "credit line" and view.shapes[index + 1].words < _CREDIT_WORDS
    return (bool(plainly) or (above_credit and _below_counter(view, index))) and is_caption(view, index)


def _is_labelled(view: View, index: int) -> bool:
    """The line above says that it is a caption, or the caption below begins with it."""
    label = view.shapes[index - 1] if index else None
    if label and label.words > 1 and view.cues.caption_label.fullmatch(label.plain):
        return True
    below = index + 1
    return view.role(below) == "caption" and view.shapes[below].key.startswith(view.shapes[index].key)


def _is_plain(view: View, index: int) -> bool:
    """Has what captions have and headlines have not."""
    text = view.shapes[index].text
    return text.endswith(".") or bool(CREDITED.search(text) or view.cues.caption_cue.search(text))


def _below_counter(view: View, index: int) -> bool:
    """Galleries number their pictures."""
    return index > 0 and view.shapes[index - 1].text.isdigit()


def _opening(view: View) -> list[int]:
    return [i for i in view.body[:40] if view.open(i) and view.shapes[i].prose][:_OPENING]


def _told_by_others(opening: list[tuple[int, frozenset[str]]], index: int) -> Counter[str]:
    return Counter(stem for i, told in opening if i != index for stem in told)


def _leads_on(view: View, index: int, roles: tuple[str, ...] = ("byline", "date")) -> bool:
    """A byline or a date follows."""
    return any(view.role(i) in roles for i in range(index + 1, index + 4))


def _heads_pictures(view: View, index: int, told: Counter[str]) -> bool:
    """It says a word of the opening, and its byline or date follows behind pictures and buttons."""
    shape = view.shapes[index]
    if shape.words not in _HEADLINE_WORDS or not _shared(view, index, told):
        return False
    between = 0
    for i in range(index + 1, min(index + 1 + _FAR, len(view.shapes))):
        if view.role(i) in ("byline", "date"):
            return True
        between += view.open(i)
        if between > _BETWEEN:
            break
    return False


def _is_signed(view: View, index: int) -> bool:
    """A byline or a name stands right below; an agency alone may stand under a picture."""
    below = index + 1
    if below >= len(view.shapes):
        return False
    shape = view.shapes[below]
    return view.role(below) == "byline" or (shape.words > 1 and is_name(shape, view.cues))


def _is_repeated(view: View, index: int) -> bool:
    """Pages say their headline twice: in a trail, in the name of the window."""
    key = view.shapes[index].key
    around = (
        view.shapes[i] for i in range(max(0, index - 30), min(len(view.shapes), index + 10)) if i != index
    )
    return len(key) > 15 and any(key in other.key[:300] for other in around if not other.prose)


def _opens_prose(view: View, index: int) -> bool:
    """What comes next and is no furniture is a paragraph: a kicker has the headline below it."""
    following = next(view.after(index, 10), None)
    return following is not None and view.shapes[following].prose


def _strays(view: View, index: int) -> int:
    """Lines between it and the article that could be headlines too."""
    below = range(index + 1, view.body.start)
    return sum(view.open(i) and view.shapes[i].words in _HEADLINE_WORDS for i in below)


def _paragraphs_above(view: View, index: int) -> int:
    above = range(view.body.start, min(index, view.body.stop))
    return sum(view.open(i) and view.shapes[i].prose for i in above)
