"""Fractions, ordinals and plain numbers: the last rules, after which no digit is left."""

from __future__ import annotations

import re
import unicodedata

from narrator.patterns import compiled
from narrator.spoken.en.number_words import (
    MASS,
    NUMBER,
    cardinal,
    fraction,
    label,
    mass,
    number,
    ordinal,
    plural,
    whole_number,
)

_VULGAR = compiled(r"(?:(?<!\d)(\d{1,9})\s?)?([¼½¾⅐-⅞↉])(?:(in|ft|lb)\b)?")
_GLUED = {"in": " inches", "ft": " feet", "lb": " pounds"}
_FRACTION = compiled(
    r"(?<![\w.,/])(?:(\d{1,3})[\s-](?=\d{1,3}/))?(\d{1,3})/(\d{1,3})(?:rds?|ths?|nds?)?(?![\w/]|[.,]\d)"
)
_WHOLE, _GOOD_SIGHT = 100, 20
_PARTS = frozenset((*range(2, 11), 12, 16, 20, 32, 50, 64, 100))
"""What things are parted into; of other numbers some are meant, of 38 throws 22: `22/38`."""
_ORDINAL = compiled(r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d+)(st|nd|rd|th|ST|ND|RD|TH)\b")
_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}
_ODDS = compiled(
    r"(?:(?<=\bodds of )|(?<=\bodds at )|(?<=\bpriced at )|(?<=\bbacked at ))(\d{1,3})/(?=\d{1,2}\b)|"
    r"(?<![\w/])(\d{1,3})/(?=\d{1,2}\s(?:(?:joint|hot|co)[\s-])?(?:favou?rites?|favs?|shots?|outsiders?|odds)\b)"
)
_COUNTDOWN = compiled(r"(?<=\b(?:[Ll]ap|[Dd]ay) )(\d{1,3})/(?=\d{1,3}\b(?!/))")
_RATING = compiled(
    r"(?<![\w.,/])(\d{1,2}\.\d)/(?=(?:5|10|100)(?![\w/]|[.,]\d))|"
    r"(?<![\w.,/-])(?<!\d )(\d|10)/(?=10(?![\w/-]|[.,]\d|\s(?:of|miles?|inch|inches)\b))"
)
_DOCKET = compiled(r"(?<=\bnumber )(\d+)-(?=\d+\b)")
_RATIO = compiled(rf"(?<![\w:.,])({NUMBER}):({NUMBER})(?![\w:]|\.\d)")
_BOOK = compiled(
    r"(?<!\w)([123]) (?=(?:Samuel|Kings|Chronicles|Corinthians|Thessalonians|Timothy|Peter|John) \d{1,2}\b)"
)
_VERSE = compiled(
    r"\b((?:Genesis|Exodus|Leviticus|Deuteronomy|Joshua|Job|Psalms?|Proverbs|Isaiah|Jeremiah|Ezekiel|Daniel|Matthew|Mark|"
    r"Luke|John|Acts|Romans|Corinthians|Galatians|Ephesians|Philippians|Colossians|Thessalonians|Timothy|Peter|Samuel|"
    r"Kings|Chronicles|Hebrews|James|Revelation|Quran|Koran|Surah)\s)"
    r"(\d{1,3}):(\d{1,3})(?:[-–](\d{1,3}))?(?![\d:])"
)
_RANK = compiled(r"#\s?(?=\d)")
_JET = compiled(
    r"(?<![\w.,-])(7[0-8]7)(?:-(\d{3}))?(?=\s(?:MAX|Max|Dreamliner|jet|plane|aircraft|airliner))"
    r"|(?<![\w.,-])(7[0-8]7)-(\d{1,3})(?![\w-]|[.,]\d)"
)
_COMPOUND = compiled(
    r"(?<=\d)-(?:(?:year|month|week|day|hour|minute)s?-(?:old|long)|[a-z])|(?<=\d[snrt][tdh])-(?=[a-z])"
)
_PLURAL = compiled(r"(?<![\w.,])(\d{1,4})s\b")
_TEAM = compiled(r"(?<![\w.,])(\d{1,3})ers\b")
_MASS = compiled(rf"(?<![\w.,])(?:({MASS})['’]?s(?=\sof\b)|(\d{{1,3}}(?:,000)+)s\b)")
_PLACE = compiled(
    r"\b((?:Room|Flight|flight|Boeing|Airbus|Highway|Route|Interstate|Suite|Apartment|Bus|bus|Train|Channel|Apollo|"
    r"Article|Form|Resolution|resolution|Section|Xbox|"
    r"Porsche|Ferrari|Peugeot|BMW|Sputnik|Area|Studio|Gate|Cell|Bay|Road)\s(?:No\. )?)"
    r"(\d{3,4})(?:-(\d{1,4}))?(?![\d-]|[.,]\d)"
)
_LETTERED = compiled(
    r"\b((?:Route|Highway|Interstate|Exit|Gate|Row|Seat|Flat|Unit|Room|Suite|Apartment|Building|Platform|Terminal)\s)"
    r"(\d{1,3})([A-Z])(?![\w°])"
)
_HOUSE = compiled(
    r"(?<![\w.,])(\d{1,4})(?=\s(?:(?:[A-Z][a-z]+|\d+(?:st|nd|rd|th))\s){1,3}(?:Street|Avenue|Road|Boulevard|Drive|"
    r"Lane|Way|Expressway|Highway|Court|Place|Square|Parkway)\b)"
)
_RESOLUTION = compiled(r"(?<=\b[Rr]esolution )(\d{1,2})/(\d{1,3})(?![\w/])")
_BLOCK = compiled(r"(?<![\w.,])([1-9]\d)([1-9]00)(?=\sblock\b)")
_CALIBER = compiled(r"(?<![\w.])\.(\d\d)(?=[-\s]?calib(?:er|re)\b)|(?<![\w.])\.(\d\d)[-\s]?cal\b\.?")
_AVERAGE = compiled(
    r"(?<![\w.,/$£€])\.([1-9]\d\d)(?:/\.([1-9]\d\d))?(?:/\.([1-9]\d\d))?"
    r"(?![\d%/]|\s(?:per|of|in|inch(?:es)?|feet|miles?|seconds?|points?|lit(?:er|re)s?|gallons?|ounces?|pounds?|grams?|carats?|[ckm]?[glm])\b"
    r"|\s?percent)"
)
_LIST = compiled(r"(?<=\d),(?=\d{1,2}(?!\d)|\d{4})")
_NUMBER = compiled(rf"\d+(?:\.\d+){{2,}}|{NUMBER}|\d+")
_INDIAN = compiled(r"(?<![\d.,])\d{1,2}(?:,\d{2})+,\d{3}(?!,?\d)")
_SWISS = compiled(r"(?<![\d.,'’])\d{1,3}(?:['’]\d{3})+(?![\d'’])")
_GROUPED = compiled(
    r"(?<![\d.,])\d{1,3}(?:(?:[\u2009\u202f\u00a0]\d{3})+|(?: \d{3}){2,}| 000|(?:\.\d{3}){2,})(?![\d,\w]|\.\d)"
)


def vulgar_fractions(text: str) -> str:
    """
    >>> vulgar_fractions("½ an hour, 3½ years, ¾ cup")
    'half an hour, three and a half years, three quarters cup'
    """
    return _VULGAR.sub(_say_vulgar, text)


def fractions(text: str) -> str:
    """
    >>> fractions("2/3 of voters, 12 1/2 inches")
    'two thirds of voters, twelve and a half inches'
    >>> fractions("an 80/20 split, a pressure of 120/80")
    'an eighty twenty split, a pressure of one hundred and twenty over eighty'
    >>> fractions("a 30/70 split, 20/40 vision")
    'a thirty seventy split, twenty forty vision'
    >>> fractions("the 7/2 favourite, a 50/1 winner")
    'the 7 to 2 favourite, a fifty to one winner'
    >>> fractions("on Lap 52/53, went 22/38 for 250 yards, won at 11/4")
    'on Lap 52 of 53, went twenty two of thirty eight for 250 yards, won at eleven to four'
    >>> fractions("rated 4.5/5 and 8/10, but 7/10 of a mile")
    'rated 4.5 out of 5 and 8 out of 10, but seven tenths of a mile'
    """
    text = _RATING.sub(lambda found: f"{found[1] or found[2]} out of ", text)
    text = _COUNTDOWN.sub(r"\1 of ", _ODDS.sub(lambda found: f"{found[1] or found[2]} to ", text))
    return _FRACTION.sub(_say_fraction, text)


def ordinals(text: str) -> str:
    """
    >>> ordinals("the 21st century, the 1,000th visitor")
    'the twenty first century, the one thousandth visitor'
    >>> ordinals("he weighs 12st")
    'he weighs twelve stone'
    """
    return _ORDINAL.sub(_say_ordinal, text)


def ratios(text: str) -> str:
    """
    >>> ratios("a ratio of 3:1")
    'a ratio of three to one'
    """
    return _RATIO.sub(lambda found: f"{number(found[1])} to {number(found[2])}", text)


def ranks(text: str) -> str:
    """
    >>> ranks("ranked #1")
    'ranked number 1'
    """
    return _RANK.sub("number ", text)


def verses(text: str) -> str:
    """Chapter and verse, before a clock can take them.

    >>> verses("Psalm 23:4, 1 Corinthians 13:4-8")
    'Psalm twenty three, four, First Corinthians thirteen, four to eight'
    """
    text = _BOOK.sub(lambda found: f"{ordinal(int(found[1])).capitalize()} ", text)
    return _VERSE.sub(_say_verse, text) if ":" in text else text


def calibers(text: str) -> str:
    """
    >>> calibers("a .22-caliber rifle, a .50 cal. gun")
    'a twenty two-caliber rifle, a fifty caliber gun'
    """
    return _CALIBER.sub(
        lambda found: whole_number(found[1]) if found[1] else f"{whole_number(found[2])} caliber", text
    )


def averages(text: str) -> str:
    """Three figures without a nought before their point: of batters, teams and guns.

    >>> averages("hit .209 for a .500 team, a .342/.370/.567 line, .125 of an inch")
    'hit two oh nine for a five hundred team, a three forty two, three seventy, five sixty seven line, .125 of an inch'
    """
    return _AVERAGE.sub(lambda found: ", ".join(map(label, filter(None, found.groups()))), text)


def teams(text: str) -> str:
    """
    >>> teams("the 49ers and the 76ers")
    'the forty niners and the seventy sixers'
    """
    return _TEAM.sub(lambda found: f"{cardinal(int(found[1])).removesuffix('e')}ers", text)


def plurals(text: str) -> str:
    """
    >>> plurals("two 747s")
    'two seven forty sevens'
    >>> plurals("1,000s of fans and 100s of police")
    'thousands of fans and hundreds of police'
    >>> plurals("10,000s fled")
    'tens of thousands fled'
    """
    round_ones = _MASS.sub(lambda found: mass(found[1] or found[2]), text)
    return _PLURAL.sub(lambda found: plural(label(found[1])), round_ones)


def compounds(text: str) -> str:
    """
    >>> compounds("a 5-year-old's 7.8-magnitude fall")
    "a 5 year old's 7.8 magnitude fall"
    """
    return _COMPOUND.sub(lambda found: found.group().replace("-", " "), text)


def numbered_places(text: str) -> str:
    """Numbers that are names, and house numbers.

    >>> numbered_places("the 10700 block of Elm Street")
    'the ten seven hundred block of Elm Street'
    >>> numbered_places("Assembly resolution 47/199")
    'Assembly resolution forty seven one ninety nine'
    >>> numbered_places("on Route 9W, a 9W lamp")
    'on Route nine W, a 9W lamp'
    >>> numbered_places("Room 101, Boeing 737, 2788 San Tomas Road")
    'Room one oh one, Boeing seven thirty seven, twenty seven eighty eight San Tomas Road'
    """
    text = _LETTERED.sub(lambda found: f"{found[1]}{label(found[2])} {found[3]}", _DOCKET.sub(r"\1 ", text))
    named = _PLACE.sub(
        lambda found: " ".join((found[1].strip(), *map(label, filter(None, found.groups()[1:])))), text
    )
    for pattern in (_JET, _HOUSE, _BLOCK, _RESOLUTION):
        named = pattern.sub(lambda found: " ".join(map(label, filter(None, found.groups()))), named)
    return named


def grouped(text: str) -> str:
    """
    >>> grouped("12 000 troops, Rs 2,50,000, 5'000 francs")
    '12000 troops, Rs 250000, 5000 francs'
    """
    plain = _INDIAN.sub(lambda found: found.group().replace(",", ""), text)
    plain = _SWISS.sub(lambda found: re.sub("['’]", "", found.group()), plain)
    return _GROUPED.sub(lambda found: re.sub(r"[\s.]", "", found.group()), plain)


def numbers(text: str) -> str:
    """Whatever digits are left.

    >>> numbers("1,234 users, 3.5 rooms")
    'one thousand two hundred and thirty four users, three point five rooms'
    >>> numbers("version 1.2.3")
    'version one point two point three'
    """
    return _NUMBER.sub(_say_number, _LIST.sub(", ", text))


def _say_verse(found: re.Match[str]) -> str:
    said = f"{found[1]}{number(found[2])}, {number(found[3])}"
    return f"{said} to {number(found[4])}" if found[4] else said


def _say_ordinal(found: re.Match[str]) -> str:
    figures, ending = found[1].replace(",", ""), found[2].lower()
    teen = figures[-2:-1] == "1"
    if ending == ("th" if teen else _ENDINGS.get(figures[-1], "th")):
        return ordinal(int(figures))
    return f"{whole_number(figures)} {'stone' if ending == 'st' else ending}"


def _say_vulgar(found: re.Match[str]) -> str:
    whole, sign = found[1], found[2]
    top, _, bottom = unicodedata.normalize("NFKC", sign).partition("\u2044")
    part = fraction(int(top), int(bottom))
    after = found.string[found.end() :]
    if whole:
        said = f"{whole_number(whole)} and {part.replace('one ', 'a ') if bottom == '2' else part}"
        return said + _GLUED.get(found[3], "")
    if bottom == "2":
        return "half" if re.match(r"\san?\s", after) else "one half"
    return part


def _say_fraction(found: re.Match[str]) -> str:
    whole, top, bottom = found[1], int(found[2]), int(found[3])
    if not whole and top > bottom == 1:
        return f"{cardinal(top)} to one"
    if not whole and top > bottom >= 10:
        return f"{cardinal(top)} {'over ' if top >= 90 and bottom >= 40 else ''}{cardinal(bottom)}"
    if not whole and (top, bottom) == (1, 2) and re.match(r"\san?\s", found.string[found.end() :]):
        return "half"
    if not whole and (top + bottom == _WHOLE or top == _GOOD_SIGHT < bottom):
        return f"{cardinal(top)} {cardinal(bottom)}"
    if not whole and found[0][-1].isdigit() and (top > bottom or bottom not in _PARTS):
        return f"{cardinal(top)} {'to' if top > bottom else 'of'} {cardinal(bottom)}"
    part = fraction(top, bottom)
    if not whole:
        return part
    return f"{cardinal(int(whole))} and {'a half' if bottom == 2 else part}"


def _say_number(found: re.Match[str]) -> str:
    token = found.group()
    before, after = found.string[: found.start()][-2:], found.string[found.end() :][:1]
    glued = before[-1:].isalnum() or (before[:1].isalnum() and before[1:] in {",", ":", ";"})
    parts = token.split(".")
    said = " point ".join(map(whole_number, parts)) if len(parts) > 2 else number(token)
    return f"{' ' if glued else ''}{said}{' ' if after.isalnum() or after == '(' else ''}"


RULES = (ranks, compounds, ratios, ordinals, plurals, numbers)
