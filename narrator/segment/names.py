"""What names look like: of people, in any writing, and of papers; what jobs and prompts stand behind them."""

from __future__ import annotations

import re
from functools import cache

from narrator.patterns import compiled
from narrator.reading.authors import capitalized, names_nobody
from narrator.segment.cues import Cues
from narrator.segment.phrases import Openings, Phrases
from narrator.segment.shape import CAPITAL

_LONGEST = 30
"""Words of a name and all that may stand behind it, at most."""
_ANYBODY = "Anna"
_EDITION = compiled(r"(?:edition|issue|ausgabe|heft|number|numéro)$", re.IGNORECASE)
_INITIALS = 3
"""Letters in capitals that may stand for names."""
_PARTICLE = (
    r"(?:(?:van|von|de|del|della|der|den|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|zu|zur|y|e|af|abu)\s+"
    r"|d[’'])"
)
NAME = rf"(?:[\"“‘]?[{CAPITAL}][\w.’'-]*[\"”]?|[A-ZÀ-Þ]\.|\((?:[A-Z]\.)+\))"
FULL_NAME = compiled(rf"{NAME}(?:\s+{_PARTICLE}*{NAME}){{1,4}}")
_UNCASED = r"[\u0590-\u05ff\u0620-\u065f\u0671-\u06d3\u0900-\u097f]{2,20}"
_HAN_NAME = compiled(r"[\u4e00-\u9fff·]{2,5}")
_HAN_AND = compiled(r"[\s、，,;；&＆]+")
_INNER_CAPITAL = compiled(r"[a-zà-ÿ][A-ZÀ-Þ]")
"""McDonald has one; several are the labels of buttons."""
_NO_NAME = compiled(r"\d|\b(?:in|this|the|to|us|our|your|more|here|all|editorial)\b", re.IGNORECASE)
"""Words and figures of labels that are written as names are."""
PAPER = compiled(
    r"(?:The|O|A|El|La|Le|Il|Die|Der|De|Het)\s|.*\b(?:News|Times|Post|Observer|Herald|University|Radio|TV|Press|Foundation|Institute|Association|Agency"
    r"|Magazine|Network|Council|Ministry|Stiftung|Fondation|Fundación|Fondazione|GmbH|AG|Inc|Ltd|LLC"
    r"|Daily|Weekly|Journal|Gazette|Tribune|Chronicle|Zeitung|Rundfunk|Nachrichten|Diario|Jornal|Gazetesi|Omroep|Nieuwsblad|Dagblad"
    r"|Media|Agence|Agencia|Agenzia|Agentur|Ajansı|Plan|Trial)\b"
)
_ARTICLE = compiled(r"(?:The|A|An|Der|Die|Das|Le|La|Les|El|Los|Las|Il|Lo|I|Gli|O|Os|As|De|Het|Een)\s")
_OUTLETS = ("News", "Times", "Post", "Herald", "TV", "Radio", "Press")
TITLED = 3
"""Words of a paper's title with its article; more of them are a headline with every word in capitals."""


def is_person(name: str, cues: Cues) -> bool:
    """The name of somebody, first and last, and of no paper, label or month.

    >>> from narrator.segment.cues import cues_of
    >>> names = "Jane van Roe", "The Daily Planet", "Read More Here", "Jane"
    >>> [is_person(name, cues_of("en")) for name in names]
    [True, False, False, False]
    """
    if not FULL_NAME.fullmatch(name) or PAPER.match(name) or is_paper(name, cues):
        return False
    if len(_INNER_CAPITAL.findall(name)) > 1 or _NO_NAME.search(name):
        return False
    words = name.split()
    known = [" ".join(words[i:]) for i in range(len(words) - 1)] + [w for w in words if len(w) > _INITIALS]
    return not has_month(name, cues) and not any(map(cues.whole.fullmatch, known))


def is_author(name: str, cues: Cues) -> bool:
    """In a byline also somebody who is called as a month is: April, Juli, Marta."""
    first, _, rest = name.partition(" ")
    called = has_month(first, cues) and not _EDITION.search(rest)
    return is_person(name, cues) or (called and is_person(f"{_ANYBODY} {rest}", cues))


def is_person_or_paper(part: str, cues: Cues) -> bool:
    """A name, perhaps with a job behind it, or an agency, or a job alone."""
    name = without_job(part, cues)
    named = bool(FULL_NAME.fullmatch(name)) and _reads_as_name(name)
    return is_paper(part, cues) or (named and not (_ARTICLE.match(name) and len(name.split()) > TITLED))


def _reads_as_name(part: str) -> bool:
    return 2 <= len(part.split()) <= 4 and not part.isupper()


def is_paper(part: str, cues: Cues) -> bool:
    """An agency, or a job that stands for who has it."""
    return bool(cues.agencies.fullmatch(part) or cues.jobs.fullmatch(part))


def has_month(name: str, cues: Cues) -> bool:
    """One of its words is a month's: a day, or somebody called so."""
    return any(month.fullmatch(word.strip(".")) for month in cues.months for word in name.split())


def is_uncased_name(name: str) -> bool:
    """Nothing in a writing without capitals tells a name; only what stands before it does, or behind it."""
    return not name.isascii() and bool(_uncased_name().fullmatch(name)) and not names_nobody(name)


@cache
def _uncased_name() -> re.Pattern[str]:
    return compiled(
        r"[\u4e00-\u9fff]{2,5}|[\u4e00-\u9fff]{1,3}\s[\u4e00-\u9fff]{1,3}|[\uac00-\ud7a3]{2,4}"
        rf"|(?:{_UNCASED}\s){{1,3}}{_UNCASED}"
    )


def names_in_row(text: str, cues: Cues) -> tuple[str, ...]:
    """Chinese names, each of which has no space in it.

    >>> from narrator.segment.cues import cues_of
    >>> names_in_row("王小明 李芳 北港报道", cues_of("zh")), names_in_row("山田 花子", cues_of("ja"))
    (('王小明', '李芳'), ())
    """
    names = _HAN_AND.split(text.strip("】）) "))
    if cues.language != "zh" or not all(map(_HAN_NAME.fullmatch, names)):
        return ()
    return tuple(name for name in names if not names_nobody(name))


def without_job(part: str, cues: Cues) -> str:
    """A name without a job or the word for "published" behind it, or a job before it.

    >>> from narrator.segment.cues import cues_of
    >>> without_job("Helen Tarrant Science correspondent", cues_of("en"))
    'Helen Tarrant'
    >>> without_job("Planet Science Correspondent Helen Tarrant", cues_of("en"))
    'Helen Tarrant'
    >>> without_job("Cécile Duroc Publié", cues_of("fr"))
    'Cécile Duroc'
    """
    *before, first, last = part.split() if " " in part else ("", part)
    name = f"{first} {last}"
    if len(before) in range(1, _LONGEST) and cues.jobs.fullmatch(" ".join(before)) and is_person(name, cues):
        return name
    return _before(part, cues.jobs, cues.published)


def before_job(text: str, cues: Cues) -> str:
    """What stands before a comma and what somebody does for a paper; empty where nobody does anything.

    >>> from narrator.segment.cues import cues_of
    >>> before_job("JANE DOE, Planet staff writer", cues_of("en")), before_job("Jane Doe, Ostend", cues_of("en"))
    ('JANE DOE', '')
    """
    name, _, job = text.partition(",")
    return name if cues.jobs.fullmatch(job.strip()) else ""


def without_prompt(part: str, cues: Cues) -> str:
    """A name without what a page says in a line of its own.

    >>> from narrator.segment.cues import cues_of
    >>> without_prompt("Jane Doe Leave a Comment", cues_of("en"))
    'Jane Doe'
    """
    return _before(part, cues.whole)


def _before(part: str, *cues: Phrases | Openings) -> str:
    words = part.split()
    for end in range(2, min(len(words), _LONGEST)):
        rest = " ".join(words[end:])
        if any(cue.fullmatch(rest) for cue in cues):
            return " ".join(words[:end])
    return part


def without_paper(name: str) -> str:
    """A name without the paper that follows it.

    >>> without_paper("Jane Doe Planet News"), without_paper("Planet News")
    ('Jane Doe', 'Planet News')
    """
    words = name.split()
    return " ".join(words[:2]) if len(words) > TITLED and words[-1] in _OUTLETS else name


def cased(name: str, cues: Cues) -> str:
    """The name as it is written outside a line of capitals.

    >>> from narrator.segment.cues import cues_of
    >>> [cased(name, cues_of("fr")) for name in ("JANE DOE", "Yann LE BIHAN", "JT Doe")]
    ['Jane Doe', 'Yann Le Bihan', 'JT Doe']
    >>> cased("Aylin IŞIK", cues_of("tr"))
    'Aylin Işık'
    """
    words = name.split()
    if not any(len(word) > _INITIALS and word.isupper() and "." not in word for word in words):
        return name
    return " ".join(capitalized(word, cues.language) if word.isupper() else word for word in words)
