"""Where an article turns from the news to its background."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from statistics import mean

from narrator.patterns import compiled
from narrator.segment.shape import Shape
from narrator.segment.view import Verdict, View

_ENOUGH = 1.6
"""What the background at the end scores together, at least."""
_SURE, _SURE_OF_ONE = 2.0, 3.1
"""What a lone paragraph of several sentences scores, at least, and one of a single sentence."""
_PLAIN_NEWS = -2.0
"""What the paragraphs above a lone one score on average, at most."""
_TURN, _OTHERWISE = 3.0, -1.0
"""What the paragraphs of a section amid news score more than the others, at least, and what those score at most."""
_CONTRAST, _ALLOWED = 0.7, 1.2
"""Of what news scores below that each paragraph of background may score less, and how much at most."""
_STILL_NEWS = -2.0
"""What the last paragraph scores more than, where that is allowed."""
_PIECE = 0.2
"""What a paragraph of a closing section scores on average, at least, whatever its heading says."""
_PLAINLY = 0.8
"""What the others do where one of them looks like news."""
_NO_NEWS = -2.0
"""What each of them scores more than."""
_SECTION = 3
"""Paragraphs of one amid news, at least."""
_HEADED, _RECALLED = -1.7, -2.5
"""What a paragraph under an announcing heading scores on average, at least, and under one that says just that."""
_LAST = 60
"""Paragraphs at the end that are looked at."""
_NEWS = 3
"""Paragraphs of news, at least, before its background can begin."""
_LONGER = 2
"""A section of background that a heading sets apart may be so many times the news above it."""
_LEAD = 2
"""Paragraphs that tell the news."""
_QUOTED = compiled(r"[\"“„«][^\"“”„«»]{30,}|[,.!?][\"”»]")
_YEAR = compiled(r"(?<![\d$€£.,])(?:1[6-9]|20)\d\d(?!\d|[.,]\d)")


def find_context(view: View) -> None:
    """Turns body under announcing sub-headings, or else the background at the end, into context."""
    spoken = [i for i in sorted(view.verdicts) if view.role(i) in ("body", "subhead", "standfirst")]
    announced = announced_background(view, spoken)
    rule = "under announcing heading" if announced else "background at the end"
    for index in announced or closing_background(view, spoken):
        if view.role(index) == "body":
            view.verdicts[index] = Verdict("context", rule)


def announced_background(view: View, spoken: list[int]) -> list[int]:
    """What stands under headings that announce background; explainers are made of such, and have none."""
    sections = _sections(view, spoken)
    heads, lead = list(sections), _lead(view, spoken)
    score = cache(lambda index: background_score(view, view.shapes[index], lead))
    body = [i for i in spoken if view.role(i) == "body"]
    past = _past_amid_news(view, body, sections, score) if len(heads) > 1 else set()
    led = _end_of_lead(view, spoken)
    announcing = {i for i in heads if i > led and announces(view, i)}
    if len(heads) > 2 and not _opens_at_length(spoken, heads):
        asking = {i for i in heads if _asks(view, i)}
        announcing -= asking - past if len(asking) * 2 >= len(heads) else set()
        if len(announcing) * 2 > len(heads):
            return []
    return [i for head in sorted(announcing | past) for i in _told_under(view, head, sections[head], score)]


def _sections(view: View, spoken: list[int]) -> dict[int, list[int]]:
    """Each heading with what stands under it, up to the next."""
    sections: dict[int, list[int]] = {}
    for index in spoken:
        if view.role(index) == "subhead":
            sections[index] = []
        elif sections:
            sections[next(reversed(sections))].append(index)
    return sections


def _end_of_lead(view: View, spoken: list[int]) -> int:
    """The last block of the lead; `What happened` right below it heads the news."""
    told = [i for i in spoken if view.role(i) != "subhead"]
    return told[min(_LEAD, len(told)) - 1] if told else 0


def _asks(view: View, index: int) -> bool:
    return view.shapes[index].text.endswith("?")


def _opens_at_length(spoken: list[int], heads: list[int]) -> bool:
    """More is told above the first heading than under all: a report with some questions at its end."""
    opening = spoken.index(heads[0])
    return opening > len(spoken) - opening - len(heads)


def _past_amid_news(
    view: View, body: list[int], sections: dict[int, list[int]], score: Callable[[int], float]
) -> set[int]:
    """The headings of several paragraphs that tell background, whatever it says, between parts of what else is news."""
    total = sum(map(score, body))
    found = set[int]()
    for head, section in sections.items():
        told = [score(i) for i in section if view.role(i) == "body"]
        others = len(body) - len(told)
        if len(told) < _SECTION or section[-1] >= body[-1]:
            continue
        of_past = _is_past(told) if _asks(view, head) else _is_past(told, _SECTION)
        if of_past and (total - sum(told)) / others <= min(_OTHERWISE, mean(told) - _TURN):
            found.add(head)
    return found


def _told_under(view: View, head: int, section: list[int], score: Callable[[int], float]) -> list[int]:
    """The paragraphs of a section, unless they tell news in spite of its heading, or it only lists: `What you need`."""
    tells = any(view.shapes[i].closed for i in section)
    recalls = view.cues.recall.fullmatch(view.shapes[head].plain.rstrip("?! "))
    least = _RECALLED if recalls else _HEADED
    return section if tells and sum(map(score, section)) > least * len(section) else []


def announces(view: View, index: int) -> bool:
    """Whether a heading announces background: `What we know`, `History of the port`, `Storms: what we know`,
    `Background: a river runs low`.

    A question behind a colon may be somebody's who asks it.
    """
    title = view.shapes[index].plain
    label, _, behind = title.rpartition(": ")
    told = (title, title if title.endswith("?") else behind, label)
    return any(view.cues.background.fullmatch(text.rstrip("?! ")) for text in told)


def closing_background(view: View, spoken: list[int]) -> list[int]:
    """The paragraphs at the end that together tell most background, after news; alone only beyond doubt.

    Where they tell little, news as plain as can be above them makes up for it.
    """
    last_head = max((i for i in spoken if view.role(i) == "subhead"), default=-1)
    body = [i for i in spoken if view.role(i) == "body"][-_LAST:]
    lead = _lead(view, spoken)
    scores = [background_score(view, view.shapes[i], lead) for i in body]
    section = sum(i < last_head for i in body)
    first = max(_NEWS, section + (last_head > 0))
    several = bool(body) and view.shapes[body[-1]].sentences > 1
    sure = _SURE if several else _SURE_OF_ONE
    start = _turn(scores, section, first, sure)
    if start == len(body) and scores and scores[-1] > _STILL_NEWS:
        allowance = _allowance(scores)
        start = _turn([score + allowance for score in scores], section, first, sure)
        alone = start == len(body) - 1
        start = start if sum(scores[start:]) >= 0 and not alone else len(body)
    return body[start:]


def _turn(scores: list[float], section: int, first: int, sure: float) -> int:
    """Where background begins that goes on to the end: with the last section, or at a paragraph from the `first` on;
    behind the last where it tells too little, or is too long for the news above it, or is a lone one and not `sure`.
    """
    whole = _is_past(scores[section:])
    start = section if whole else _start(scores, first)
    run = len(scores) - start
    if run > start * (_LONGER if whole else 1) or sum(scores[start:]) < _ENOUGH:
        return len(scores)
    if run == 1 and (scores[start] < sure or sum(scores[:start]) > _PLAIN_NEWS * start):
        return len(scores)
    return start


def _allowance(scores: list[float]) -> float:
    """What each paragraph may score less, since those above are so plainly news that the turn away from it shows."""
    above = scores[: max(_NEWS, len(scores) * 3 // 5)]
    if len(scores) <= _NEWS:
        return 0.0
    return min(max(0.0, (_PLAIN_NEWS - sum(above) / len(above)) * _CONTRAST), _ALLOWED)


def _start(scores: list[float], first: int) -> int:
    """Where the paragraphs to the end, from a `first` on, score most together; behind the last where none do."""
    best, total, start = 0.0, 0.0, len(scores)
    for place in range(len(scores) - 1, first - 1, -1):
        total += scores[place]
        if total > best and scores[place] > 0:
            best, start = total, place
    return start


def closes_with_background(view: View, head: int) -> bool:
    """Whether all that stands under the last heading is background."""
    spoken = [i for i in sorted(view.verdicts) if view.role(i) in ("body", "standfirst")]
    lead = _lead(view, spoken)
    scores = [background_score(view, view.shapes[i], lead) for i in spoken if i > head]
    return _is_past(scores)


def _is_past(section: list[float], fewest: int = _SECTION + 1) -> bool:
    """A section is of one piece: no paragraph of it is news, and together they tell background; where what one says
    of it looks like news, the others, of which there are so many at least, make up for it.
    """
    if len(section) > 1 and min(section) > _NO_NEWS and sum(section) >= _PIECE * len(section):
        return True
    others = sorted(section)[1:]
    plainly = len(others) >= fewest and section[0] > 0 and min(others) > _NO_NEWS
    return plainly and sum(others) >= _PLAINLY * len(others)


def _lead(view: View, spoken: list[int]) -> frozenset[str]:
    """The words of what tells the news."""
    told = [i for i in spoken if view.role(i) == "body"][:_LEAD]
    return frozenset(view.told_by(told))


def background_score(view: View, shape: Shape, lead: frozenset[str]) -> float:
    """Sum of visible weights: how much a paragraph tells what was before the news.

    They are those of a logistic regression over the labelled articles, rounded.
    """
    cues, text = view.cues, shape.text
    return (
        0.8 * min(cues.past.count(text), 4)
        + 2.3 * min(_years_past(view, text), 2)
        + 1.0 * min(cues.lasting.count(text), 3)
        - 1.4 * min(cues.said.count(text), 2)
        - 1.3 * min(cues.today.count(text), 2)
        - 1.8 * bool(_QUOTED.search(text))
        - 1.0 * bool(cues.first_person.search(text))
        - 0.9 * min(cues.third_person.count(text), 2)
        - 2.8 * len(lead & shape.stems) / max(len(shape.stems), 6)
        - 1.2 * bool(cues.ahead.search(text))
        - 0.4 * bool(cues.pronoun.match(text))
        - 1.0
    )


def reports(view: View, index: int) -> bool:
    """Tells what somebody said."""
    shape = view.shapes[index]
    return quotes(shape) or bool(view.cues.said.search(shape.text))


def quotes(shape: Shape) -> bool:
    """Has somebody's words between quotation marks."""
    return bool(_QUOTED.search(shape.text))


def _years_past(view: View, text: str) -> int:
    """Mentions of years before the article's own."""
    return sum(int(year) < (view.year or 9999) for year in _YEAR.findall(text))
