"""Paragraphs into sentences, and sentences too long for one breath into clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from narrator.patterns import compiled
from narrator.spoken.tables import read_table
from narrator.unspaced import KOREAN, LETTERS, SIGNS, count

_BREATHS = (
    compiled(r"[;:—–؛·፤፥][”’\"')\]]*( )|[；：。！？][”’』」）]*()"),
    compiled(r"[,،՝፣][”’\"')\]]*( )|[，、][”’』」）]*()"),
    compiled(
        r"( )(?:and|or|but|which|who|that|because|while|when|before|after|since|until|if|as|"
        r"und|oder|et|ou|y|o|e|en|of|ve|veya|и|а|но|или|και|ή)\b|( )(?:और|या)\b"
    ),
    compiled(r"( )"),
)
"""Where a long sentence may be cut, best first: a group is the space that goes, empty where none is written."""

_NO_WORD = 40
"""Letters; so many without a space are several words."""

_SHORTENED = compiled(r"(?:\b[ap]\.m|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Nos?))\.$")
_BEFORE_A_SAINT = compiled(r"(?:^|[a-z,] |\b(?:In|At|From|To|Near|The) )St\.$")
_GOES_ON = compiled(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z]{2,3}T?\b|[a-z\d]")
_MEASURED = compiled(
    r"\d[\s-]?(?:yrs?|mos|wks?|days?|hrs|mins|secs|in|yds|km|cm|kg|lbs|gal|pts|pct|bn|mn|ov|wkts)\.$"
)
_HYPHENED_MEASURE = compiled(r"\d-[a-z]{2,3}\.$")
_DAY_OF_THE_WEEK = compiled(r"\b(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|(?<![Tt]he )Sun)\.$")
_GOES_ON_AFTER_A_DAY = compiled(r"[a-z\d–-]|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_GOES_ON_AFTER_A_WORD = compiled(r"[a-z\d$£€]|[IVX]{2,}\b")
_LAST_WORD = compiled(r"(?:^|[\s'’(\[«„“\"/])((?:[^\W\d_ºª\u0900-\u097f]|[.º°ª\u0900-\u097f-])+)\.$")
_INITIAL = compiled(r"(?:^|[\s.'’(«„“-])([^\W\d_])\.$")
_NAMED_BY_LETTER = compiled(
    r"(?i:\b(?:s[eé]rie|gr[uo]p|plan|vitamin|klass?|class|t[iy]p|zon|blo|categ|kateg)\w*) [A-Z]\.$"
)
_NUMBER_ALONE = compiled(r"\W*(?:\d{1,3}|[IVX]+|[A-Za-z])[.)]")
_ORDINALS = {
    "de": compiled(
        r"(?:^|\b(?:[Dd](?:er|ie|as|en|em|es)|[Ii]m|[Aa]m|[Zz]u[mr]|[Vv]om|[Bb]eim|[Ii]ns|[Ee]in(?:e[mnrs]?)?|[Ss]eit|und)\s)"
        r"\d{1,2}\.$"
    ),
    "tr": compiled(r"(?:^|\s)(?:\d{1,3}|[IVX]+)\.$"),
}
"""Numbers with a full stop that count what follows: `der 1. FC Köln`, `2. Dünya Savaşı`."""

_GERMAN_MONTH = compiled(
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b|"
    r"(?:Jan|Feb|Mrz|Apr|Aug|Sept?|Okt|Nov|Dez)\."
)

_SHORT_MONTH = compiled(
    r"\b[0-3]?\d(?:er)? (?:de )?(?i:janv?|ene|gen|févr|feb|fev|mrt|mar|avr|apr|abr|mag|mai|giu|jun|juil|jul|lug|aug|"
    r"ago|sept?|set|ott|oct|okt|out|nov|déc|dec|dic|dez)\.$"
)
_YEAR = compiled(r"(?:1\d|20)\d\d\b")
_BEFORE_A_NUMERAL = compiled(r"\b(?:t|ss?|inc|vol|cap|chap|art|tit|Kap|Bd|hfst)\.$")
_NUMERAL = compiled(r"[IVXL]+\b")

_STOPLESS = frozenset({"th", "lo", "km", "my", "bo"})
"""Their full stop belongs to abbreviations; a sentence ends at a space, or at a mark of its own."""

_PERHAPS_BETWEEN = compiled(
    r"(?:(?P<stop>[។៕།])|(?<![^\s'’(«“])(?P<word>(?=[^.\s]{0,3}[aeiouyàèéìíòóùúäöüåæøąęıő])[a-zà-ÿąćęłńśźżğışő]{2,4})\."
    r"(?=\s+[«“„¿¡(]?[A-ZÀ-ÞĄĆĘŁŃŚŹŻĞİŞŐ](?:[a-zà-ÿąćęłńśźżğışő]|['’ ])))\s+"
)
_BEGINS = (
    r"(?:(?:I|It|He|She|They|We|The|An?|But|His|Her|Its|Their|There|That|This|When|Nobody)\b(?![.-])|"
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}[-–])"
)
"""A word that begins an English sentence, and goes on with none but by chance."""
_AFTER_A_STREET = compiled(rf"\b(?!(?:In|At|From|To|Near|The)\b)[A-Z]\w+ St\.\s+(?={_BEGINS})")
_GERMAN_OPENERS = (
    "Der|Die|Das|Ein|Eine|Er|Sie|Es|Wir|Ich|Man|Diese[rs]?|Aber|Auch|Dann|Danach|Daraufhin|Dabei|Deshalb|Doch|Dort|"
    "Zuvor|Später|Jetzt|Heute|Gestern|Im|Am|In|Nach|Vor|Mit|Bei|Seit|Bis|Für|Wer|Was|Wie|Wenn|Als|Und|Seine?|Ihre?"
)
_AFTER_AN_ABBREVIATION = {
    "en": compiled(
        r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[ap]\.m|Inc|Ltd|Corp|Jr|Sr|[UD]\.[SKC])\.\s+"
        rf"(?=[“\"]?{_BEGINS})"
    ),
    "de": compiled(
        r"(?:\b(?:Jan|Feb|Mrz|Apr|Aug|Sept?|Okt|Nov|Dez|Mio|Mrd|Tsd)|(?<=\d )ff?|"
        r"\b(?:[Aa]m|[Vv]om|[Zz]um|[Dd]e[mn]|[Bb]is)\s\d{1,2})\.\s+"
        rf"(?=[„“»]?(?:{_GERMAN_OPENERS})\b(?!-))"
    ),
}
_OPENERS = {
    "es": "El|La|Los|Las|Un|Una|En|Pero|Además|Según|También|Este|Esta|Sus?|Por|Tras|Ayer|Hoy|No|Aunque|Ahora|Lo|Se",
    "it": "Il|Lo|La|I|Gli|Le|Un|Una|Ma|Nel|Nella|Per|Secondo|Anche|Questo|Questa|Non|È|Si|In|Poi|Oggi|Ieri|Con",
    "pt": "Os?|As?|Um|Uma|Em|Mas|No|Na|Segundo|Também|Este|Esta|Seu|Sua|Não|Para|Por|Ele|Ela|Já",
    "fr": "Le|La|Les|Un|Une|Des|Mais|Il|Elle|Ils|Elles|En|Selon|Ce|Cette|Pour|Dans|On|Par",
    "nl": "De|Het|Een|Maar|Hij|Zij|Ze|In|Volgens|Ook|Dat|Dit|Er|We|Op|Met|Voor",
}
"""Words that begin sentences, and no names that could follow the initials of a country or a firm."""
_AFTER_AN_ABBREVIATION |= {
    language: compiled(
        r"\b(?:EE\. ?UU|JJ\. ?OO|FF\. ?AA|CC\. ?OO|S\. ?A|S\.L|U\.S\.A|U\.A|V\.S|N\.V|B\.V|S\.p\.A|S\.r\.l|D\.C)"
        rf"\.\s+(?=[“«\"]?(?:{words})\s)"
    )
    for language, words in _OPENERS.items()
}
_ENGLISH_WORDS = frozenset({"arc", "art", "con", "etc", "fed", "ill", "me", "miss", "no", "ok", "ore"})
_LONG_QUOTATION = 140
"""Letters; one of a few short sentences is said in one breath."""
_QUOTATION_MARK = compiled('[“”"«»„‹›「」『』]')
_SPACE = compiled(r"\s")
"""The library takes each for one byte, and panics at a wide one behind a capital letter: `Malcolm X\u00a0.`"""
_PORTION = 5000
"""Letters at a time; real paragraphs are shorter."""

_TAIL = 40
"""Letters of a sentence's end that tell whether it has ended."""


def split_sentences(paragraph: str, language: str) -> tuple[str, ...]:
    """The sentences of a paragraph, with plain spaces and none around them; nothing else is lost.

    >>> split_sentences("It fell on Jan. 27. The U.S. Senate met at 5 p.m. Friday. “No.” He left.", "en")
    ('It fell on Jan. 27.', 'The U.S. Senate met at 5 p.m. Friday.', '“No.”', 'He left.')
    >>> split_sentences("It hurt me. I said no. That was that. Vitamins, etc. I agree with no. 5.", "en")
    ('It hurt me.', 'I said no.', 'That was that.', 'Vitamins, etc.', 'I agree with no. 5.')
    >>> split_sentences("She moved to Elm St. It was near St. John’s.", "en")
    ('She moved to Elm St.', 'It was near St. John’s.')
    >>> split_sentences("M. Dussopt a parlé. Mme. Borne, voir l’art. 5, non.", "fr-FR")
    ('M. Dussopt a parlé.', 'Mme. Borne, voir l’art. 5, non.')
    """
    from sentencex import segment

    paragraph = _SPACE.sub(" ", paragraph)
    primary = language.lower().replace("_", "-").partition("-")[0]
    library = (part for portion in _portions(paragraph) for part in segment(primary, portion))
    single = (piece for part in library for piece in _quoted_apart(part, primary))
    parts = (piece for part in single for piece in _parted(part, primary))
    sentences = (sentence.strip() for sentence in _rejoined(parts, primary))
    return tuple(sentence for sentence in sentences if sentence)


def _portions(paragraph: str) -> Iterator[str]:
    """A very long paragraph in portions, which the library takes in time that grows with their length."""
    start = 0
    while len(paragraph) - start > _PORTION:
        limit = start + _PORTION
        stop = paragraph.rfind(". ", start, limit) + 1 or paragraph.rfind(" ", start, limit)
        yield paragraph[start : (start := stop if stop > start else limit)]
    yield paragraph[start:]


def _quoted_apart(part: str, language: str) -> Iterator[str]:
    """What the library takes for one sentence, cut after those within a long quotation, which it keeps together."""
    from sentencex import segment

    start = end = 0
    if len(part) > _LONG_QUOTATION and _QUOTATION_MARK.search(part):
        for sentence in segment(language, _QUOTATION_MARK.sub(" ", part)):
            end += len(sentence)
            if _ends_in_quotation(part[:end], part[end:].lstrip()):
                yield part[start:end]
                start = end
    yield part[start:]


def _ends_in_quotation(before: str, following: str) -> bool:
    """Whether a sentence ends between the marks of a quotation."""
    marks = _QUOTATION_MARK.findall(before)
    is_open = bool(marks) and (marks[-1] in "“«„‹「『" or (marks[-1] == '"' and marks.count('"') % 2 == 1))
    begins = following[:1].isupper() or following[:1].isdigit() or following[:1] in ("¿", "¡")
    return is_open and begins and before.rstrip()[-1:] in (".", "!", "?", "…")


def _parted(part: str, language: str) -> Iterator[str]:
    """What the library takes for one sentence, cut after marks and short words that end one."""
    start = 0
    for end in _ends(part, language):
        yield part[start:end]
        start = end
    yield part[start:]


def _ends(part: str, language: str) -> list[int]:
    ends = [
        found.end()
        for found in _PERHAPS_BETWEEN.finditer(part)
        if found["stop"] or _is_no_abbreviation(found["word"], language)
    ]
    if shortened := _AFTER_AN_ABBREVIATION.get(language):
        ends += [found.end() for found in shortened.finditer(part)]
    streets = _AFTER_A_STREET.finditer(part) if language == "en" else ()
    return sorted({*ends, *(found.end() for found in streets)})


def _is_no_abbreviation(word: str, language: str) -> bool:
    """Of a language whose abbreviations are listed; of English the words that the library takes for some."""
    if language == "en":
        return word in _ENGLISH_WORDS
    known = _abbreviations().get(language)
    return known is not None and word not in known


def split_clauses(sentence: str, limit: int) -> tuple[str, ...]:
    """A sentence in pieces of at most `limit` characters, cut where a reader would breathe.

    The pieces put together give the sentence, its white space collapsed, and left out where it was cut. A
    single word longer than the limit stays whole.

    >>> split_clauses("He came, he saw, and he went home.", 20)
    ('He came, he saw,', 'and he went home.')
    >>> split_clauses("首相は訪米し、大統領と会談した。", 10)
    ('首相は訪米し、', '大統領と会談した。')
    """
    return tuple(_clauses(" ".join(sentence.split()), limit))


def _clauses(rest: str, limit: int) -> Iterator[str]:
    while len(rest) > limit and (cut := _breath(rest, limit)):
        yield rest[:cut].rstrip(" ")
        rest = rest[cut:].lstrip(" ")
    yield rest


def _breath(sentence: str, limit: int) -> int:
    """Where to cut: at a place of the best kind that leaves a piece worth saying, the last within the limit."""
    for kind in _BREATHS:
        places = (match.start(match.lastindex or 0) for match in kind.finditer(sentence, 0, limit + 1))
        worth = [place for place in places if limit * 2 // 5 <= place <= limit]
        if worth:
            return worth[-1]
    last = sentence.rfind(" ", 0, limit + 1)
    return last if last > 0 else _between_letters(sentence, limit) or max(sentence.find(" "), 0)


def _between_letters(sentence: str, limit: int) -> int:
    """The last place within the limit where no mark is parted from its letter, in a script without spaces."""
    if count(sentence[:_NO_WORD], SIGNS + LETTERS + KOREAN) < _NO_WORD:
        return 0
    places = range(limit, 0, -1)
    return next((place for place in places if sentence[place].isalnum() and sentence[place - 1].isalnum()), 0)


def _rejoined(parts: Iterable[str], language: str) -> list[str]:
    """Sentences put together again that were cut after an abbreviation, as in "5 p.m. | Friday"."""
    sentences: list[str] = []
    for part in parts:
        if sentences and part.strip() and _is_cut_short(sentences[-1], part.lstrip(), language):
            sentences[-1] += part
        else:
            sentences.append(part)
    return sentences


def _is_cut_short(sentence: str, following: str, language: str) -> bool:
    if "\n" in sentence[-2:]:
        return False
    if following[:1] in tuple(",;ºª"):
        return True
    tail = sentence[-2 * _TAIL :].rstrip()[-_TAIL:]
    if _MEASURED.search(tail) and following[:1].islower():
        return True
    if language == "en":
        return _is_cut_short_in_english(tail, following)
    if _begins_after_an_abbreviation(tail, following, language):
        return False
    return _goes_on(sentence, tail, following) or _is_abbreviated(tail, language)


def _begins_after_an_abbreviation(tail: str, following: str, language: str) -> bool:
    """
    >>> _begins_after_an_abbreviation("Fue a EE. UU.", "La madre no fue.", "es")
    True
    """
    if not (known := _AFTER_AN_ABBREVIATION.get(language)):
        return False
    around = f"{tail} {following[:_TAIL]}"
    return any(found.end() == len(tail) + 1 for found in known.finditer(around))


def _is_cut_short_in_english(tail: str, following: str) -> bool:
    if _NUMBER_ALONE.fullmatch(tail):
        return True
    if _BEFORE_A_SAINT.search(tail) or _before_a_name().search(tail):
        return following[:1].isalpha() and not _AFTER_A_STREET.search(f"{tail} {following[:_TAIL]}")
    if _DAY_OF_THE_WEEK.search(tail):
        return _GOES_ON_AFTER_A_DAY.match(following) is not None
    if _GOES_ON_AFTER_A_WORD.match(following) and _is_listed(tail, "en"):
        return True
    return bool(
        (_SHORTENED.search(tail) and _GOES_ON.match(following))
        or (_HYPHENED_MEASURE.search(tail) and following[:1].isdigit())
    )


@cache
def _before_a_name() -> re.Pattern[str]:
    """An English title; read at first need, since the rules of English import this module."""
    from narrator.spoken.en.titles import BEFORE_NAMES

    return compiled(rf"\b(?:{'|'.join(BEFORE_NAMES)})\.$")


def _goes_on(sentence: str, tail: str, following: str) -> bool:
    """Whether a sentence that began with a capital goes on in small letters, or a quotation with its verb."""
    if tail[-1:] == "」":
        return following[:1] in "とってなの"
    if tail[-1:] not in ".…":
        return False
    if tail[-2:-1].isdigit() and _GERMAN_MONTH.match(following):
        return True
    if _is_before_a_number(tail, following):
        return True
    if following[:1].isdigit() or _INITIAL.match(following[:2]):
        return _INITIAL.search(tail) is not None
    return following[:1] == "-" or (_first_letter(sentence).isupper() and following[:1].islower())


def _is_before_a_number(tail: str, following: str) -> bool:
    """
    >>> _is_before_a_number("le 3 sept.", "2001"), _is_before_a_number("t.", "II"), _is_before_a_number("sept.", "2001")
    (True, True, False)
    """
    dated, numbered = _SHORT_MONTH.search(tail), _BEFORE_A_NUMERAL.search(tail)
    return bool((dated and _YEAR.match(following)) or (numbered and _NUMERAL.match(following)))


def _first_letter(sentence: str) -> str:
    """Behind the marks of a quotation or a question."""
    return next(filter(str.isalnum, sentence[:_TAIL]), "")


def _is_abbreviated(tail: str, language: str) -> bool:
    if language in _STOPLESS:
        return tail.endswith(".")
    ordinal = _ORDINALS.get(language)
    if (ordinal and ordinal.search(tail)) or _is_initial(tail) or _NUMBER_ALONE.fullmatch(tail):
        return True
    return _is_listed(tail, language)


def _is_listed(tail: str, language: str) -> bool:
    word = _LAST_WORD.search(tail)
    return word is not None and not {word[1], word[1][:1].lower() + word[1][1:]}.isdisjoint(
        _abbreviations().get(language, ())
    )


def _is_initial(tail: str) -> bool:
    """
    >>> _is_initial("Juan D."), _is_initial("en Serie A."), _is_initial("т. д.")
    (True, False, False)
    """
    initial = _INITIAL.search(tail)
    return initial is not None and not initial[1].islower() and not _NAMED_BY_LETTER.search(tail)


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    rows = read_table("", "abbreviations")
    words = {language: [row[1] for row in rows if row[0] == language] for language, _ in rows}
    return {language: frozenset("|".join(lists).split("|")) for language, lists in words.items()}
