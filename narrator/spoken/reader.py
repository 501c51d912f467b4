"""Written sentence → spoken sentence, for the languages whose press shares the continental notations.

An ordered table of rules over a `Tongue`; each takes what it understands and leaves words, so that a
second reading changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from narrator.patterns import compiled
from narrator.spoken.addresses import said_addresses
from narrator.spoken.amounts import counted, figures, of_before, quantity, with_cents
from narrator.spoken.marks import unmarked
from narrator.spoken.numerals import NUMBER, SPACE, digits, is_code, parse_amount
from narrator.spoken.shorthand import apart_from_figures, word_rules
from narrator.spoken.tongue import Rule, Tongue, any_of

_DASH = rf"{SPACE}?[-–—]{SPACE}?"
_START = r"(?<![\w,.⁄])"
_END = r"(?!\w|\.[a-z]\.|(?<=\b\w)['’]\w)"
"""No letter follows, nor a longer abbreviation; nor is it one letter with an elision: `les 3 l’ont vu` counts no
litres."""
_QUANTITY = rf"(?P<n>{NUMBER})(?:{_DASH}(?P<n2>{NUMBER}))?"
_THOUSANDS = ("mil", "mila", "mille", "bin", "tausend", "duizend")
"""Scales that are adjectives: two hundred thousand euros, not thousand *of* euros."""
_BETWEEN_TIMES = rf"(?:(?<=\d[:h]\d\d)|(?<=\dh)|(?<=\d h)){SPACE}?[-–]{SPACE}?(?=\d{{1,2}}(?::\d\d| ?h))"
_FRACTION = r"(?<![\w.,/⁄])(?:(?P<whole>\d{1,3}) )?(?P<top>\d)[/⁄](?P<bottom>[2-9]|10)(?![\d/⁄]|[.,]\d)"
_SECONDS = r"(?<![\w,.])(\d{1,2})(?:''|’’|[\"″”])(\d\d)(?!\w)"
_CALLED = (
    r"(?i:\b(?P<word>(?:t[eé]l|tfno|tlf|fax|t[eé]l[eé](?:fon|phone)[eo]?|telefoon|telemóvel|celular|mobil|handy)"
    r"[.:]{0,2} ?))"
    r"(?P<n>\+?[(\d](?:[ \u00a0()/.-]{0,2}\d){5,14})(?!\w|[.,]\d)"
)
_IS_WORD = compiled(r"[a-zà-ÿ]{2}")
"""A currency whose name is written out stands behind its sum: `die Euro 2024` is no money."""
_NEXT_WORD = compiled(rf"{SPACE}?([^\W\d_]+)")


def reader_of(tongue: Tongue) -> Callable[[str], str]:
    """A function that says a written sentence of the language in words; pure, and idempotent."""
    worded = _compiled((*tongue.word_rules, *word_rules(tongue)))
    added = (r"(?<=\d)[+](?=\d)", f" {tongue.plus} ")
    either = (r"(?P<gap>(?<=\d))?(?:±|[+]/[-−–]) ?(?=%?\d)", lambda m: _either(m, tongue))
    figured = _compiled((either, added, *tongue.rules, *_figure_rules(tongue)))

    def speak(sentence: str) -> str:
        sentence = said_addresses(unmarked(sentence), tongue)
        if any(map(str.isnumeric, sentence)):
            sentence = _apply(figured, sentence)
        return _apply(worded, sentence)

    return speak


_Compiled = tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]


def _apply(rules: _Compiled, sentence: str) -> str:
    for pattern, say in rules:
        sentence = pattern.sub(say, sentence)
    return sentence


def _compiled(rules: tuple[Rule, ...]) -> _Compiled:
    return tuple((compiled(pattern), say) for pattern, say in rules)


def _figure_rules(tongue: Tongue) -> tuple[Rule, ...]:
    money, units = any_of(tongue.nouns.currencies), any_of(tongue.nouns.units)
    ahead = any_of(sign for sign in tongue.nouns.currencies if not _IS_WORD.search(sign))
    each = rf" {tongue.per} " if tongue.per else "/"
    scale = rf"(?:{SPACE}?(?P<scale>{any_of(tongue.nouns.scales)})(?!\w))"
    of = rf"(?:{SPACE}{tongue.of}{SPACE}?)?" if tongue.of else ""
    kilometre = tongue.nouns.units["km"].one
    era = any_of(written for written, said in tongue.abbreviations.items() if "rist" in said)
    return (
        apart_from_figures(tongue),
        (r"(?<=\()([+−–-]) (?=\d)", lambda m: "-" if m[1] == "–" else m[1]),
        (rf"(?<=\d){_DASH}(?=\d{{1,4}} ?{era})", f" {tongue.to} "),
        (_CALLED, lambda m: _called(m, tongue)),
        (r"(?<=\d)(?=\()|(?<=§)(?=\d)", " "),
        (rf"(?<=[lhg])/(?=100{SPACE}?km)|(?<=[€$£])/(?!{units}{_END})(?=[^\W\d_]{{3}})", each),
        (_SECONDS, r"\1 s \2"),
        (rf"(?:(?<=\d[%€$£])|(?<=\d{SPACE}[%€$£])){_DASH}(?=\d)", f" {tongue.to} "),
        (rf"(?<=\d){_DASH}(?={ahead}{SPACE}?\d)", f" {tongue.to} "),
        (r"(?<=\bBoeing )(\d{3})-(?=\d)", lambda m: f"{tongue.cardinal(int(m[1]), '')} "),
        (r"(?<=\b[nN][°º])(?=\d)", " "),
        (r"(?<!\d)(?<!\d )\bkm (?=\d)", f"{kilometre} "),
        (
            r"(?<![\w:.,])(?P<h>\d{1,3}):(?P<m>[0-5]\d):(?P<s>[0-5]\d)(?![\w:]|[.,]\d)(?: ?h(?!\w))?",
            _duration,
        ),
        (r"(?<![\w,.'’‘])(?P<n>\d{1,3})['′](?![\w'’′])", _minute),
        (_BETWEEN_TIMES, f" {tongue.to} "),
        (r"(?<=\d)(?=[¼-¾⅐-⅞])", " "),
        (r"[₀-₉¼-¾⅐-⅞]", lambda m: unicodedata.normalize("NFKC", m[0])),
        (_START + r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)" + _END, lambda m: _date(m, tongue)),
        (
            _START + r"(?P<d>[0-3]?\d)(?P<dot>[./-])(?P<m>[01]?\d)(?P=dot)(?P<y>\d{4}|\d\d)(?![\d/])",
            lambda m: _date(m, tongue),
        ),
        (
            r"(?<![\w,.])(?<!\d[ \u00a0\u202f'’/-])(?:\+\d{1,3}|0\d+)(?:[ \u00a0/-]\d{2,}){1,6}(?!\w)",
            lambda m: _telephone(m, tongue),
        ),
        (_START + tongue.clock, lambda m: _time(m, tongue)),
        (rf"(?<!\w)(?P<sign>{ahead}){SPACE}?{_QUANTITY}{scale}?", lambda m: _money(m, tongue)),
        (rf"{_START}{_QUANTITY}{scale}?{SPACE}?{of}(?P<sign>{money}){_END}", lambda m: _money(m, tongue)),
        (_FRACTION, lambda m: _part(m, tongue)),
        (rf"(?<=\d){SPACE}?[x×](?:{SPACE}?(?=\d)|(?!\w))", f" {tongue.times} "),
        (
            rf"{_START}{_QUANTITY}{scale}{SPACE}?{of}(?P<unit>{units}){_END}",
            lambda m: _scaled_measure(m, tongue),
        ),
        (rf"{_START}{_QUANTITY}{scale}", lambda m: _scaled(m, tongue)),
        (rf"{_START}(?P<sign>[+−-]?)%{SPACE}?{_QUANTITY}", lambda m: _percent(m, tongue)),
        (rf"{_START}(?P<sign>[+−-]?){_QUANTITY}{SPACE}?%", lambda m: _percent(m, tongue)),
        (
            rf"{_START}(?P<sign>[+−-]?){_QUANTITY}{SPACE}?(?P<unit>{units}){_END}(?:\.(?= [a-zà-ÿ]))?",
            lambda m: _measure(m, tongue),
        ),
        (
            rf"(?<=\w)/(?P<unit>{any_of(filter(_is_sure, tongue.nouns.units))}){_END}",
            lambda m: _per(m, tongue),
        ),
        (
            r"(?<![\w,.:/-])(?P<a>\d{1,3})(?P<dash>[:–-])(?P<b>\d{1,3})(?![\w:/]|-(?![A-ZÄÖÜ])|[.,]\d)",
            lambda m: _pair(m, tongue),
        ),
        (rf"(?<![\w,./-])(?P<n>{NUMBER}){_DASH}(?P<n2>{NUMBER})(?![\w/-])", lambda m: quantity(m, tongue)),
        (r"(?<![\w,.])[+](?=\d)", f"{tongue.plus} "),
        (r"(?<=\w)\.?[+](?=\d)", f" {tongue.plus} "),
        (r"(?<![\w,.)])[-−](?=\d)", f"{tongue.minus} "),
        (r"(?<=\d)/(?=\d)", ", "),
        (rf"(?P<tied>(?<=[^\W\d_])[-–])?(?P<n>{NUMBER})(?P<tie>-(?=[^\W\d_]))?", lambda m: _bare(m, tongue)),
    )


def _either(match: re.Match[str], tongue: Tongue) -> str:
    """
    >>> from narrator.spoken.de import speak
    >>> speak("±3 %, 10±2 km")
    'plus minus drei Prozent, zehn plus minus zwei Kilometer'
    """
    return f"{'' if match['gap'] is None else ' '}{tongue.plus_or_minus} "


def _date(match: re.Match[str], tongue: Tongue) -> str:
    """A date in figures.

    >>> from narrator.spoken.it import speak
    >>> speak("il 27/01/2023")
    'il ventisette gennaio duemilaventitré'
    """
    day, month = int(match["d"]), int(match["m"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return match[0]
    said = tongue.date(day, tongue.months[month - 1], _full_year(match["y"]))
    return said + ("" if tongue.joins else _gap(match))


def _full_year(written: str) -> int:
    """Two figures are this century's up to 40, else the last one's."""
    number = int(written)
    if len(written) == 4:
        return number
    return number + (2000 if number <= 40 else 1900)


def _time(match: re.Match[str], tongue: Tongue) -> str:
    """A time of day.

    >>> from narrator.spoken.fr import speak
    >>> speak("à 14 h 30"), speak("à 1h")
    ('à quatorze heures trente', 'à une heure')
    """
    hour, minute = int(match["h"]), int(match["m"] or 0)
    if hour > 24 or minute > 59:
        return match[0]
    return tongue.time(hour, minute) + ("" if tongue.joins else _gap(match))


def _duration(match: re.Match[str]) -> str:
    """Hours, minutes and seconds, by the signs of their units.

    >>> from narrator.spoken.es import speak
    >>> speak("en 2:13:05")
    'en dos horas trece minutos cinco segundos'
    """
    return f"{int(match['h'])} h {int(match['m'])} min {int(match['s'])} s"


def _minute(match: re.Match[str]) -> str:
    """A minute of a match, unless the mark closes a quotation.

    >>> from narrator.spoken.es import speak
    >>> speak("gol al 45'"), speak("el minuto 45'"), speak("la 'ley 45'")
    ('gol al cuarenta y cinco minutos', 'el minuto cuarenta y cinco', "la 'ley cuarenta y cinco'")
    """
    before = match.string[: match.start()]
    if "'" in before:
        return match[0]
    return match["n"] if re.search(r"\bminut\w* $", before) else f"{match['n']} min"


def _money(match: re.Match[str], tongue: Tongue) -> str:
    """An amount of money: with a scale, with hundredths, or counted.

    >>> from narrator.spoken.es import speak
    >>> speak("50 M€"), speak("19,99 €")
    ('cincuenta millones de euros', 'diecinueve euros con noventa y nueve')
    """
    noun = tongue.nouns.currencies[match["sign"]]
    if match["scale"]:
        of = "" if tongue.nouns.scales[match["scale"]].one in _THOUSANDS else of_before(tongue, noun.many)
        return f"{_scaled(match, tongue)} {of}{noun.many}"
    amount = parse_amount(match["n"])
    if match["n2"] or noun.part is None or len(amount.fraction) != 2:
        return counted(match, noun, tongue)
    return with_cents(amount, noun, noun.part, tongue)


def _scaled(match: re.Match[str], tongue: Tongue) -> str:
    """A number of millions; of thousands, which take the gender of what they count.

    >>> from narrator.spoken.pt import speak
    >>> speak("3,5 mi"), speak("2 mil casas")
    ('três vírgula cinco milhões', 'duas mil casas')
    """
    noun = tongue.nouns.scales[match["scale"]]
    if noun.one != "mil" or match["n2"] or not match["n"].isdigit():
        return counted(match, noun, tongue)
    named = match.groupdict().get("sign")
    following = _NEXT_WORD.match(match.string, match.end())
    thing = tongue.nouns.currencies[named].many if named else following[1] if following else ""
    return tongue.cardinal(1000 * int(match["n"]), thing)


def _scaled_measure(match: re.Match[str], tongue: Tongue) -> str:
    """Millions of a measure.

    >>> from narrator.spoken.de import speak
    >>> speak("5 Mio. t CO2")
    'fünf Millionen Tonnen C O zwei'
    """
    unit = tongue.nouns.units[match["unit"]]
    noun = unit.one if tongue.count_is_singular else unit.many
    of = "" if tongue.nouns.scales[match["scale"]].one in _THOUSANDS else of_before(tongue, noun)
    return f"{_scaled(match, tongue)} {of}{noun}"


def _percent(match: re.Match[str], tongue: Tongue) -> str:
    """A share of a hundred, its word before or after.

    >>> from narrator.spoken.tr import speak
    >>> speak("25% indirim"), speak("+%3,5")
    ('yüzde yirmi beş indirim', 'artı yüzde üç virgül beş')
    """
    sign, said = _sign(match, tongue), quantity(match, tongue)
    return f"{sign}{tongue.percent} {said}" if tongue.percent_first else f"{sign}{said} {tongue.percent}"


def _measure(match: re.Match[str], tongue: Tongue) -> str:
    """A number with its unit.

    >>> from narrator.spoken.nl import speak
    >>> speak("120 km/u"), speak("-3 °C")
    ('honderdtwintig kilometer per uur', 'min drie graden Celsius')
    """
    noun = tongue.nouns.units[match["unit"]]
    return f"{_sign(match, tongue)}{counted(match, noun, tongue)}"


def _is_sure(sign: str) -> bool:
    """One letter after a slash is rarely a measure, as in the Dutch `t/m`."""
    return len(sign) > 1 or sign in ("h", "l")


def _per(match: re.Match[str], tongue: Tongue) -> str:
    """What a sum is paid for, or a measure measured by.

    >>> from narrator.spoken.de import speak
    >>> speak("120 €/MWh")
    'einhundertzwanzig Euro pro Megawattstunde'
    """
    return f" {tongue.per} {tongue.nouns.units[match['unit']].one}" if tongue.per else match[0]


def _part(match: re.Match[str], tongue: Tongue) -> str:
    """A fraction.

    >>> from narrator.spoken.fr import speak
    >>> speak("2/3 des voix, ½ litre, 3½ ans")
    'deux tiers des voix, un demi litre, trois et demi ans'
    """
    top, bottom = int(match["top"]), int(match["bottom"])
    if not tongue.parts or top >= bottom:
        return match[0]
    if match["whole"] and bottom == 2:
        return tongue.cardinal(int(match["whole"]), tongue.and_a_half.title()) + tongue.and_a_half
    one, many = tongue.parts[bottom - 2]
    part = one if top == 1 else many
    said = f"{tongue.cardinal(top, part.title())} {part}"
    return f"{match['whole']} {tongue.conjunction} {said}" if match["whole"] else said


def _sign(match: re.Match[str], tongue: Tongue) -> str:
    return {"": "", "+": f"{tongue.plus} "}.get(match["sign"], f"{tongue.minus} ")


def _pair(match: re.Match[str], tongue: Tongue) -> str:
    """A score, or a range of small numbers.

    >>> from narrator.spoken.de import speak
    >>> speak("gewann 3:1"), speak("in 6-10 Jahren")
    ('gewann drei zu eins', 'in sechs bis zehn Jahren')
    """
    first, second = int(match["a"]), int(match["b"])
    if is_code(match["a"]) or is_code(match["b"]):
        return match[0]
    rises = match["dash"] != ":" and first < second and (tongue.score or second > 9)
    between = tongue.to if rises else tongue.score
    said = (tongue.cardinal(first, ""), between, tongue.cardinal(second, ""))
    return " ".join(word for word in said if word)


def _telephone(match: re.Match[str], tongue: Tongue) -> str:
    """A telephone number, figure by figure.

    >>> from narrator.spoken.it import speak
    >>> speak("06 1234567")
    'zero sei uno due tre quattro cinque sei sette'
    """
    plus = f"{tongue.plus} " if match[0].startswith("+") else ""
    return plus + digits(match[0], tongue.code)


def _called(match: re.Match[str], tongue: Tongue) -> str:
    """A number that its word calls one of a telephone.

    >>> from narrator.spoken.pt import speak
    >>> speak("tel. 21 123 456")
    'telefone dois um um dois três quatro cinco seis'
    """
    plus = f"{tongue.plus} " if match["n"].startswith("+") else ""
    return f"{match['word'].rstrip()} {plus}{digits(match['n'], tongue.code)}"


def _bare(match: re.Match[str], tongue: Tongue) -> str:
    """A number that nothing else claimed, kept apart from the letters around it."""
    glue = " " if match["tied"] or match.string[max(match.start() - 1, 0) : match.start()].isalnum() else ""
    follows = _NEXT_WORD.match(match.string, match.end())
    said = figures(match["n"], tongue, follows[1] if follows else "")
    return f"{glue}{said}{_tie(match, tongue)}"


def _tie(match: re.Match[str], tongue: Tongue) -> str:
    """What ties figures to the letters after them: `16-jährig` is one word, `5-Sterne-Hotel` is not.

    >>> from narrator.spoken.de import speak
    >>> speak("16-jährig, 5-Sterne-Hotel")
    'sechzehnjährig, fünf-Sterne-Hotel'
    """
    following = match.string[match.end() : match.end() + 1]
    if match["tie"] and match.string[max(match.start() - 1, 0) : match.start()].isalpha():
        return "-"
    if not following.isalnum() or (tongue.joins and following.islower()):
        return ""
    return "-" if tongue.joins and match["tie"] else " "


def _gap(match: re.Match[str]) -> str:
    """A space where a letter follows the figures at once."""
    return " " if match.string[match.end() : match.end() + 1].isalnum() else ""
