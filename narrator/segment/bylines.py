"""Who wrote it: lines that name authors, and the names in them."""

from __future__ import annotations

import re
from functools import cache

from narrator.patterns import compiled
from narrator.reading.authors import capitalized, with_others, without_ends
from narrator.segment.cues import Cues
from narrator.segment.dates import after_day, find_date, names_moment, without_date, without_day
from narrator.segment.names import (
    FULL_NAME,
    NAME,
    PAPER,
    TITLED,
    cased,
    has_month,
    is_author,
    is_paper,
    is_person,
    is_person_or_paper,
    is_uncased_name,
    names_in_row,
    without_job,
    without_paper,
    without_prompt,
)
from narrator.segment.shape import CAPITAL, Shape

_LONGEST = 30
"""Words of a byline that lists several authors with their places and papers."""
_LETTERS = 1000
"""No list of authors is longer, and what is none shall not take long."""
_SIGNATURE_WORDS = 16
_COMMENT_BY = compiled(
    r"(?:comment by|kommentar von|commentaire (?:de|par)|comentario de|commento di|reactie (?:van|door)|comentário de)"
    r"\s.{2,40}\s[—–@-]\s.{0,10}\d",
    re.IGNORECASE,
)
_BESIDE_A_NAME = 4
"""Words behind a name in its own line: a place, a day."""
_REPORTER_BEHIND = compiled(
    r"([\uac00-\ud7a3]{2,4})\s(?:선임|수습|인턴|객원)?\s?(?:기자|특파원)(?:\s\S+@\S+)?"
)
"""`민서하 기자`"""
_ASIDE = compiled(r"\((?!(?:[A-Z]\.)+\))[^()]{1,30}\)")
_SOMEWHERE = compiled(r"(?:À|En|Em)\s[^,]{2,40},\s[a-zà-ÿ]")
"""`À Ostende, la grue`, as Romance sentences begin: the place is written as a name with an initial is."""
_GLUED = r"(?-i:(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ]))"
"""`byJane Doe`, the name in a link."""
_HANDLE = compiled(r"@\w+")
_JOINED = compiled(r"(?<=[a-zà-ÿ]{2})(?<!Mac)(?<!Fitz)(?=[A-ZÀ-Þ][a-zà-ÿ]+\b)|(?<=[a-zà-ÿ])(?=@)")
"""A name and what stood in the element behind it: `Jane DoeThe Daily Planet`, `Jane Doe@janedoe`."""
_BRACKETED = compiled(r"\((.*)\)")
_OF_OTHERS = compiled(
    r"[.;]\s+(?=(?:[^\W\d_]+\s){1,3}(?:by|von|par|por|di|door|av)\s)"
    r"|(?<=\w)\s+(?=(?:arte?|fotos?|fotografías?|photos?|bilder|v[ií]deos?|illu?stra\w+|infogr\w+|edi[çct]\w+)\s?:\s)",
    re.IGNORECASE,
)
"""`Written by Jane Doe. Edited by Bo Ek.`, `Text: Jane Doe Photos: Bo Ek`"""
_FOR_AGENCY = compiled(
    r"(?P<name>[^/,()]{5,40}?)\s?/\s?[^/,()]{2,30}(?:\s?\([^()]{2,30}\))?,?\s\([A-ZÇĞİÖŞÜ]{2,6}\)"
)
"""`Jane DOE/OSTEND (Flanders), (DPX)`"""
_FROM_PLACE = compiled(
    r"From (?P<name>(?:[A-Z][\w.’'-]+ ){1,2}[A-Z][\w’'-]+), [A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+)?\.?"
)
"""`From Jane Doe, Ostend`, as papers of Nigeria sign."""
_SIGNED_OFF = compiled(
    r"[.!?…][\"”’»]*\s?\((?!(?:Photo|Foto|Image|Bild|Picture)s?\s)((?:[A-ZÀ-ÞĞİŞ][\w’'-]+\s){1,2}[A-ZÀ-ÞĞİŞ]{2,})\)$"
)
_BULLETS = " \t•·∙●▪■–—-"
_NAMED = compiled(rf"[{CAPITAL}]")
_SITE = compiled(r"[A-Z][a-z]+[A-Z]\w*(?:\.\w{2,5})?,\s")
"""A site, and behind the comma its town: `HarbourNews, Ostend`."""
_ACRONYM = compiled(r"[A-Z]{2,6}")
"""An agency nobody knows, behind a name."""
_BAR_BEHIND_DAY = compiled(r"\d{4}\s?\|")
_BARS = compiled(r"\s*[|•·]\s*")
_PLACE = compiled(r"(?<=\w)\s+in\s+(?:[A-ZÀ-Þ][\w.’'-]*\s?){1,3}$")
_TWICE = compiled(rf"(?P<name>{FULL_NAME.pattern})\b(?=.*\b(?P=name)\b)")
"""A name that a line says twice, once for the eye and once for the machine: `Jane Doe | By Jane Doe`."""
_AND = compiled(
    r"\s*(?:[,;&+]|\b(?:and|und|et|y|e|en|ve|og|och|ja|și|és|и|та|και|with|avec|mit|AND|UND|ET|WITH|AVEC|MIT)\b)\s*"
)
JOINS_NAMES = compiled(r"(?:and|und|et|y|e|en|og|och|ve|&|,)(?:\s+|$)")
"""What joins two names, each in a line of its own, alone in a line or before the second."""
_FROM_THERE = compiled(r"(?<=[a-zà-ÿA-Z]) — [^—|:]{2,40}$")
"""Where they wrote it: `By Jane Doe and Bo Ek — Ostend and Ghent`."""
_BEHIND_NAMES = compiled(r"\s?/\s?[A-ZÀ-ÞĞİŞ]{3,}$|\s(?:with|mit|avec|con|met|com)\s.*$")
"""A place or agencies: `/ OSTEND`, `with dpa, AFP`."""
_ROW = compiled(r"\s+[-–—/]\s+")
_PARTS = compiled(
    r"\s*(?:[|•·/–—@]|\((?!(?:[A-Z]\.)+\)))\s*|\s+-\s+|\s+(?:in|IN|[Ff]or|FOR|at|of|from|dans|unter)\s+"
)
_RUBRIC = compiled(r"\s+(?i:in|en|em|dans|unter|under)\s+[^\W\d_a-z].*|\s*[|•·].*")


def is_byline(shape: Shape, cues: Cues) -> bool:
    """A line that begins as a byline does and goes on with a name or an agency.

    >>> from narrator.model import Block
    >>> from narrator.segment.cues import cues_of
    >>> from narrator.segment.shape import shape_of
    >>> lines = "By Ana de Souza | AP", "By then it was late", "January 27, 2023 by Jane Doe", "Jane Doe, @janedoe"
    >>> lines = *lines, "Jane DoeThe Daily Planet"
    >>> [is_byline(shape_of(Block(line)), cues_of("en")) for line in lines]
    [True, False, True, True, True]
    """
    if shape.words > _LONGEST or shape.sentences > 2:
        return False
    forms = (
        _is_dated_name,
        _has_signed_part,
        _is_signed_behind_day,
        _opens_and_dates,
        _has_handle,
        _has_job,
        _says_name_twice,
        _signs_from_somewhere,
    )
    if _REPORTER_BEHIND.fullmatch(shape.plain) or any(form(shape, cues) for form in forms):
        return True
    rest = _after_opening(shape.plain, cues)
    if not rest:
        return False
    if is_uncased_name(rest) or names_in_row(rest, cues):
        return True
    return bool(FULL_NAME.match(rest) or cues.agencies.match(rest)) and not _is_sentence(shape)


def is_signed_comment(shape: Shape, cues: Cues) -> bool:
    """A line of a name, a day and an hour, as they stand over or under what a reader wrote, or one that says so.

    >>> from narrator.model import Block
    >>> from narrator.segment.cues import cues_of
    >>> from narrator.segment.shape import shape_of
    >>> lines = "seagull on Sep 21, 3:29 PM said:", "Updated Sep 21, 3:29 PM", "Comment by seagull - 09/21"
    >>> [is_signed_comment(shape_of(Block(line)), cues_of("en")) for line in lines]
    [True, False, True]
    """
    if shape.words > _SIGNATURE_WORDS:
        return False
    if _COMMENT_BY.match(shape.plain):
        return not shape.closed
    return names_moment(shape.text, cues) and bool(without_date(shape.text, cues))


def is_name(shape: Shape, cues: Cues) -> bool:
    """A line of nothing but names, their jobs and agencies, as it stands under a headline.

    >>> from narrator.model import Block
    >>> from narrator.segment.cues import cues_of
    >>> from narrator.segment.shape import shape_of
    >>> lines = "Jane Q. Doe", "Jane Doe, Political Editor", "Storm hits the coast", "The Last Crane in Ostend"
    >>> [is_name(shape_of(Block(line)), cues_of("en")) for line in lines]
    [True, True, False, False]
    >>> [is_name(shape_of(Block(line)), cues_of("en")) for line in ("Jane Doe, LNP", "Port of Ostend, LNP", "")]
    [True, False, False]
    """
    if shape.words > 14 or shape.closed or shape.text.endswith(":"):
        return False
    plain = _PARTS.sub(", ", _PLACE.sub("", _ASIDE.sub(" ", shape.plain))).replace(":", ",")
    first, *parts = [rest for part in _AND.split(plain) if (rest := without_date(part, cues))] or [""]
    unknown = len(parts) == 1 and _ACRONYM.fullmatch(parts[0]) and is_person(first, cues)
    shouted = (
        bool(parts) and first.isupper() and all(map(cues.jobs.fullmatch, parts)) and is_person(first, cues)
    )
    return bool(unknown) or shouted or all(is_person_or_paper(part, cues) for part in (first, *parts))


def opens_name(shape: Shape, cues: Cues) -> bool:
    """A line whose first part is a name, and which is no sentence.

    >>> from narrator.model import Block
    >>> from narrator.segment.cues import cues_of
    >>> from narrator.segment.shape import shape_of
    >>> lines = "Jane DOE / OSTEND", "JANE DOE", "Jane Doe, Planet", "Port of Ostend, Belgium", "Jane Doe. It rained."
    >>> [opens_name(shape_of(Block(line)), cues_of("en")) for line in lines]
    [True, True, True, False, False]
    >>> lines = "À Ostende, la grue avait plié.", "À Ostende, la grue pliée sous le vent", "Zoé Durand, Ostende"
    >>> [opens_name(shape_of(Block(line)), cues_of("fr")) for line in lines]
    [False, False, True]
    """
    told = shape.closed and shape.words > _BESIDE_A_NAME
    if shape.words > _SIGNATURE_WORDS or shape.sentences > 1 or told or _SOMEWHERE.match(shape.plain):
        return False
    name = _PARTS.split(_AND.split(shape.plain)[0])[0].strip(" .")
    return len(name.split()) <= TITLED + 1 and is_person(name, cues)


def authors_of(text: str, cues: Cues) -> tuple[str, ...]:
    """The people a byline names.

    >>> from narrator.segment.cues import cues_of
    >>> authors_of("By JANE DOE and John van Roe, Associated Press | Jan. 27, 2023", cues_of("en"))
    ('Jane Doe', 'John van Roe')
    >>> authors_of("Von Jan Maier und June Doe", cues_of("de")), authors_of("By Jane Doe, June Edition", cues_of("en"))
    (('Jan Maier', 'June Doe'), ('Jane Doe',))
    >>> authors_of("Av Jane Doe og Bo Ek", cues_of("no")), authors_of("Av Jane Doe och Bo Ek", cues_of("sv"))
    (('Jane Doe', 'Bo Ek'), ('Jane Doe', 'Bo Ek'))
    >>> authors_of("By Jane Doe Planet News", cues_of("en")), authors_of("di Jane Del Doe", cues_of("it"))
    (('Jane Doe',), ('Jane Del Doe',))
    >>> authors_of("Jane DOE - Bo EKMAN / OSTEND, (DPX)", cues_of("en"))
    ('Jane Doe', 'Bo Ekman')
    >>> authors_of("By Jane Doe and Bo Ek For Planetonline", cues_of("en"))
    ('Jane Doe', 'Bo Ek')
    >>> authors_of("Jane DoeThe Daily Planet", cues_of("en")), authors_of("By Jane MacDoe@janedoe", cues_of("en"))
    (('Jane Doe',), ('Jane MacDoe',))
    >>> authors_of("(Reporting by Jane Doe in Ostend; Editing by Bo Ek)", cues_of("en"))
    ('Jane Doe',)
    >>> authors_of("記者 山田花子", cues_of("ja")), authors_of("港湾整備 山田花子", cues_of("ja"))
    (('山田花子',), ())
    >>> authors_of("민서하 기자", cues_of("ko")), authors_of("מאת נועם שגיב", cues_of("he"))
    (('민서하',), ('נועם שגיב',))
    """
    text = text.lstrip(_BULLETS)
    inside = _BRACKETED.fullmatch(text[:_LETTERS])
    text = _OF_OTHERS.split(inside[1] if inside else text[:_LETTERS])[0]
    if behind := _REPORTER_BEHIND.fullmatch(text.strip()):
        return (behind[1],)
    if twice := _name_said_twice(text, cues):
        return (cased(twice, cues),)
    if signed := _FOR_AGENCY.fullmatch(text.strip()) or _FROM_PLACE.fullmatch(text.strip()):
        return tuple(_small(name, cues) for name in _ROW.split(signed["name"]))
    if _SITE.match(_after_openings(text, cues)):
        return ()
    text = _JOINED.sub(" | ", text)
    told = with_others(_signed_part(text, cues) or _FROM_THERE.sub("", text))
    rest = _ASIDE.sub(" ", _after_openings(told, cues)).strip()
    if rest != told and (row := names_in_row(rest, cues)):
        return row
    if rest != told and is_uncased_name(rest):
        return (rest,)
    parts = (without_ends(_PARTS.split(part)[0]) for part in _AND.split(rest))
    names = [without_ends(without_prompt(without_paper(without_job(part, cues)), cues)) for part in parts]
    named = [is_author(name, cues) for name in names]
    beside = any(named)
    kept = (n for n, known in zip(names, named, strict=True) if known or (beside and is_uncased_name(n)))
    return tuple(dict.fromkeys(cased(name, cues) for name in kept))


def lone_author(text: str, cues: Cues) -> tuple[str, ...]:
    """The person whose name is a whole line, or the first of its parts.

    >>> from narrator.segment.cues import cues_of
    >>> [lone_author(line, cues_of("en")) for line in ("JANE DOE", "Jane Doe | Harbour", "Jane", "Read More Here")]
    [('Jane Doe',), ('Jane Doe',), (), ()]
    """
    name, *rest = _BARS.split(text.lstrip(_BULLETS).rstrip())
    few = 2 <= len(name.split()) <= 3 and sum(len(part.split()) for part in rest) <= _BESIDE_A_NAME
    return (cased(name, cues),) if few and is_person(name, cues) else ()


def authors_in_row(text: str, cues: Cues) -> tuple[str, ...]:
    """The people whose names are a whole line, perhaps with their paper in brackets behind them.

    >>> from narrator.segment.cues import cues_of
    >>> lines = "Jane Doe and Bo Ek (The Daily Planet)", "JANE DOE - BO EK / OSTEND (DPX)", "Jane Doe - Bo Ek with DPX"
    >>> [authors_in_row(line, cues_of("en")) for line in (*lines, "Jane Doe / Ostend")]
    [('Jane Doe', 'Bo Ek'), ('Jane Doe', 'Bo Ek'), ('Jane Doe', 'Bo Ek'), ()]
    """
    bare = _BEHIND_NAMES.sub("", _ASIDE.sub("", text).strip())
    names = [name for part in _ROW.split(bare) for name in _AND.split(part)]
    named = len(names) > 1 and all(is_person(name, cues) for name in names)
    small = (_small(name, cues) if name.isupper() else cased(name, cues) for name in names)
    return tuple(dict.fromkeys(small)) if named else ()


def single_author(text: str, cues: Cues) -> tuple[str, ...]:
    """The one word that a line names as its author.

    >>> from narrator.segment.cues import cues_of
    >>> [single_author(line, cues_of("en")) for line in ("By Banksy", "By Reuters", "By then", "Banksy")]
    [('Banksy',), (), (), ()]
    """
    name = _after_opening(text.strip(), cues)
    known = any(cue.fullmatch(name) for cue in (cues.whole, cues.byline, cues.weekdays))
    known = known or any(is_paper(part, cues) for part in (name, text)) or has_month(name, cues)
    return (name,) if re.fullmatch(NAME, name) and name.istitle() and not known else ()


def signed_off(text: str, cues: Cues) -> tuple[str, ...]:
    """Who signs behind the last sentence, the last name in capitals as Turkish papers write it.

    >>> from narrator.segment.cues import cues_of
    >>> ends = "open. (Jane DOE)", "open (Jane DOE).", "open. (DPX)"
    >>> [signed_off(f"The port is {end}", cues_of("en")) for end in ends]
    [('Jane Doe',), (), ()]
    """
    found = _SIGNED_OFF.search(text)
    return (_small(found[1], cues),) if found else ()


def _small(name: str, cues: Cues) -> str:
    return " ".join(capitalized(word, cues.language) for word in name.split())


def opens_byline(text: str, cues: Cues) -> bool:
    """Whether it begins with the word for "by"."""
    return bool(_after_opening(text.strip(), cues))


def _is_signed_behind_day(shape: Shape, cues: Cues) -> bool:
    """`January 27, 2023 by Jane Doe`, perhaps with a rubric and a count of comments behind it."""
    name = _RUBRIC.sub("", _after_opening(after_day(shape.plain, cues), cues))
    if FULL_NAME.fullmatch(without_prompt(_ASIDE.sub(" ", name).strip(" ."), cues)):
        return True
    return bool(_BAR_BEHIND_DAY.search(shape.plain)) and bool(lone_author(after_day(shape.plain, cues), cues))


def _opens_and_dates(shape: Shape, cues: Cues) -> bool:
    """`by HarbourNews, Ostend Jan 27, 2023`"""
    rest = "" if shape.closed else _after_opening(shape.plain, cues)
    named = (
        bool(_NAMED.match(rest)) and bool(without_date(rest, cues)) and not without_day(rest, cues).islower()
    )
    return (
        named
        and shape.words <= _SIGNATURE_WORDS
        and bool(find_date(rest, cues, "xx"))
        and not after_day(rest, cues)
    )


def _has_handle(shape: Shape, cues: Cues) -> bool:
    """`Jane Doe, @janedoe`."""
    name, *rest = _HANDLE.split(shape.plain, maxsplit=1)
    return bool(rest) and not rest[0].strip() and is_person(name.strip(" ,|•·-–—"), cues)


def _has_job(shape: Shape, cues: Cues) -> bool:
    """`Jane DoeHarbour Reporter`, `Jane DoeThe Daily Planet`."""
    name, *rest = _JOINED.split(shape.plain, maxsplit=1)
    return (
        bool(rest)
        and not _is_sentence(shape)
        and is_person(name, cues)
        and bool(cues.jobs.search(rest[0]) or PAPER.match(rest[0]))
    )


def _signs_from_somewhere(shape: Shape, cues: Cues) -> bool:
    found = _FOR_AGENCY.fullmatch(shape.text) or _FROM_PLACE.fullmatch(shape.text)
    return found is not None and all(is_person(name, cues) for name in _ROW.split(found["name"]))


def _says_name_twice(shape: Shape, cues: Cues) -> bool:
    """`Jane Doe | The Planet By Jane Doe | The Planet`."""
    return not shape.closed and bool(_name_said_twice(shape.plain, cues))


def _name_said_twice(text: str, cues: Cues) -> str:
    """
    >>> from narrator.segment.cues import cues_of
    >>> _name_said_twice("Author: Jane Doe. Jane Doe Harbour", cues_of("en"))
    'Jane Doe'
    """
    match = _TWICE.match(_after_openings(text, cues))
    return match["name"] if match and is_person(match["name"], cues) else ""


def _is_dated_name(shape: Shape, cues: Cues) -> bool:
    """`Jane Doe / TNW / Updated: Jan 27, 2023`, `Jane Doe Jan 27, 2023 10:15`."""
    if shape.closed or not find_date(shape.text, cues, "xx"):
        return False
    signed = is_person(without_day(shape.plain, cues), cues) and names_moment(shape.text, cues)
    return signed or is_person(_PARTS.split(shape.plain)[0], cues)


def _has_signed_part(shape: Shape, cues: Cues) -> bool:
    """`The Planet | 27.01.2023, 10:15 • Updated 28.01.2023 | By Jane Doe`."""
    return bool(_signed_part(shape.plain, cues)) and bool(find_date(shape.text, cues, "xx"))


def _signed_part(text: str, cues: Cues) -> str:
    """The part of a line of several that begins as a byline and goes on with a name."""
    _, *parts = _BARS.split(text.strip())
    return next((part for part in parts if FULL_NAME.match(_after_opening(part, cues))), "")


def _after_openings(text: str, cues: Cues) -> str:
    """What follows the word for "by", or two such words in a row: `By author: Jane Doe`."""
    once = _after_opening(text.strip(), cues) or text
    return _after_opening(once, cues) or once


def _after_opening(text: str, cues: Cues) -> str:
    match = _opening(cues).match(text)
    return text[match.end() :] if match else ""


@cache
def _opening(cues: Cues) -> re.Pattern[str]:
    return compiled(rf"(?:{cues.byline.pattern})(?:\s*[:：|,/／]\s*|\s+|{_GLUED})", re.IGNORECASE)


def _is_sentence(shape: Shape) -> bool:
    return shape.closed and shape.words > 9 and shape.text.endswith(".")
