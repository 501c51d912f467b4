"""Signs: those that are said, those that are dropped, and the space they leave."""

from __future__ import annotations

import html
import re
import unicodedata

from narrator.patterns import compiled
from narrator.spoken.marks import emoji, unbracketed, unseen

_STARS = compiled("(?<=\\d)\\s?[★⭐]")
_POWER = compiled(r"(?<=[\w)])(⁻?[⁰¹²³⁴-⁹]+)")
_PLUS_MINUS = compiled(r"\+\s?/\s?[-−–]\s?")
_RELATIVITY = compiled(r"\bmc[2²]")
_SUBSCRIPT = compiled(r"[₀-₉]+")
_CARET = compiled(r"(?<=[\w)])\s?\^\s?(\d+|[a-z])\b")
_OF_TEN = compiled(r"((?<=\d)\s?[x×·*]\s?)?(?<![\d.,])10(?:\^([-−]?\d+)|(⁻?[⁰¹²³⁴-⁹]+))(?!\w)")
_POWERS = {"2": " squared", "3": " cubed"}
_NOTE = compiled(
    r"(?<=[a-z]{3}\.)(?<!\b(?:art|app|cap|fig|par|sec|ver|vol)\.)\d{1,2}(?:[,–-]\d{1,2})*(?=\s[A-Z“\"]|$)"
)
_GRADE = compiled(r"(?<=\b[Aa]\s)([“\"]?[A-D])[-−–](?=[,.”\"]|\s(?:grade|rating|average|student|minus))")
_LEADING_ARROW = compiled(r"^\s*[→⇒←↔]+\s*")
_CROWDED = compiled(
    r"(?<=[A-Z0-9])(?=\([A-Z0-9])|(?<=[a-z]{2}\.)(?=[A-Z][a-z]*[\s,])|(?<=[A-Za-z.][,!?)])(?=-?\d)|(?<=\d[!?)])(?=[A-Za-z])"
)
_DASH = compiled(r"(?<=[^\s—–(\[“‘-])(?:—|--)(?=[^\s—–”\"’').,!?;:-])")
_MATH = {
    "+": "plus", "=": "equals", "×": "times", "÷": "divided by", "<": "less than", ">": "greater than",
    "≤": "less than or equal to", "≥": "greater than or equal to", "≦": "less than or equal to",
    "≧": "greater than or equal to", "≈": "about", "≠": "not equal to", "∕": "divided by", "∗": "times",
    "∙": "times", "⋅": "times", "·": "times", "±": "plus or minus", "*": "times", "/": "over", "−": "minus",
    "-": "minus",
}  # fmt: skip
_SUM = compiled(
    r"(?<![\w.])(?:[\dA-Za-z]|\d[\d.,]{0,20}\d|[A-Za-z]\d)(?:\s?[+=×÷*<>≤≥≦≧≈≠±−∕∗∙⋅·/-]\s?-?(?:\d[\d.,]{0,20}\d|\d|[A-Za-z]\b))+(?![\w])"
)
_SAID = {
    "&amp;": "and", "&": "and", "+": "plus", "=": "equals", "§§": "sections", "§": "section",
    "¶": "paragraph", "©": "copyright", "→": "to", "⇒": "to", "←": "from", "↔": "and", "±": "plus or minus",
    "×": "times", "÷": "divided by", "≈": "about", "≤": "at most", "≥": "at least", "≠": "is not",
    "∞": "infinity", "√": "the square root of", "π": "pi", "µ": "micro", "%": "percent", "‰": "per mille",
    "°": "degrees", "@": "at", "∑": "the sum of", "∆": "delta", "<": "less than", ">": "greater than",
    "¢": "cents", "$": "dollars", "£": "pounds", "€": "euros", "¥": "yen", "₹": "rupees", "₽": "rubles",
    "₺": "lira", "₩": "won", "₿": "bitcoin", "−": "minus", "⁄": "over", "∕": "over", "∗": "", "∙": "",
    "⋅": "",
}  # fmt: skip
_SAYABLE = compiled("|".join(re.escape(sign) for sign in sorted(_SAID, key=len, reverse=True)))
_TRAIL = compiled(r"(?<=[^\W\d])\s[<>]\s(?=[^\W\d])")
_NAMES_SLASH = compiled(r"(?:(?<=[^\W\d_])|(?<=[A-Z]\.))\s?/\s?(?=[A-Z])")
_SLASH = compiled(r"(?<=\w)\s?/\s?(?=\w)")
_AND_OR = compiled(r"\b([Aa]nd)/or\b")
_PRONOUNS = compiled(
    r"\b(he|she|his|him|her|hers|they|himself)/(her|hers|she|he|him|his|they|herself)\b", re.IGNORECASE
)
_SHORT_SLASHED = {
    "h/t": "hat tip",
    "H/T": "hat tip",
    "n/a": "N.A.",
    "N/A": "N.A.",
    "b/c": "because",
    "d/b/a": "doing business as",
    "d/d": "day on day",
    "m/m": "month on month",
    "q/q": "quarter on quarter",
    "y/y": "year on year",
    "y-o-y": "year on year",
    "yoy": "year on year",
    "YoY": "year on year",
    "QoQ": "quarter on quarter",
    "s/he": "she or he",
}
_TICK = compiled(r"(?<=[a-zA-Z])[`´](?=(?:d|ll|m|re|s|t|ve)\b)")
_SLASHED_WORD = compiled(rf"(?<![\w/.@])(?:{'|'.join(_SHORT_SLASHED)})(?![\w/])")
_GREEK = compiled("(?<!\\w)(?<!\\d )[\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c9](?!\\w)")
_ABOUT = compiled(r"(?<!\w)~\s?(?=[$£€]?\.?\d)")
_SIGNED_PLUS = compiled(r"(?<=\d)\+(?=\s|$|[,.;])")
_DROPPED = compiled(
    r"[*•·†‡™®|\\^~_#{}<>`¬¦◦▪►●■□★☆✓✔✗]+|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]+"
)
_SPACES = compiled(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_SPACE_BEFORE_STOP = compiled(r"(?<=[^\s.]) (?=[.,;!?](?:\s|$))")


def invisible(text: str) -> str:
    """Marks that no eye sees or that only point, and figures of other scripts as 0 to 9.

    >>> invisible("→ Learn more")
    'Learn more'
    >>> invisible("soft\\u00adhyphen, ٣ and ４")
    'softhyphen, 3 and 4'
    """
    text = html.unescape(text) if "&" in text else text
    return re.sub(r"[^\W0-9A-Za-z]", _ascii_digit, unseen(_LEADING_ARROW.sub("", text)))


def ticks(text: str) -> str:
    """
    >>> ticks("it`s so, `he said`")
    "it's so, `he said`"
    """
    return _TICK.sub("'", text)


def slashed_words(text: str) -> str:
    """
    >>> slashed_words("n/a, s/he left b/c of it")
    'N.A., she or he left because of it'
    """
    return _SLASHED_WORD.sub(lambda found: _SHORT_SLASHED[found.group()], text)


def greek_letters(text: str) -> str:
    """Letters that stand alone; words in Greek stay.

    >>> greek_letters("β-blockers, Δ and Ελλάδα, 5 kΩ")
    'beta-blockers, delta and Ελλάδα, 5 kΩ'
    """
    return _GREEK.sub(lambda found: _greek_name(found.group()), text)


def stars(text: str) -> str:
    """
    >>> stars("a 5★ hotel")
    'a 5 star hotel'
    """
    return _STARS.sub(" star", text)


def abouts(text: str) -> str:
    """
    >>> abouts("~30% of users, ~$5, +/-3 points")
    'about 30% of users, about $5, ±3 points'
    """
    return _PLUS_MINUS.sub("±", _ABOUT.sub("about ", text))


def crowded(text: str) -> str:
    """
    >>> crowded("Sold,5 of them!Now (1)here, the A1(M).It is.")
    'Sold, 5 of them!Now (1) here, the A1 (M).It is.'
    >>> crowded("He left.In May she came.")
    'He left. In May she came.'
    """
    return _CROWDED.sub(" ", text)


def reference_numbers(text: str) -> str:
    """Of footnotes, that a copied page leaves behind a full stop.

    >>> reference_numbers("So says the study.12 It found 3.5 of them.")
    'So says the study. It found 3.5 of them.'
    """
    return _NOTE.sub("", text)


def grades(text: str) -> str:
    """
    >>> grades("a B- grade, an A-list")
    'a B minus grade, an A-list'
    """
    return _GRADE.sub(r"\1 minus", text)


def dashes(text: str) -> str:
    """A dash between words gets its spaces, so that no engine takes the words for one.

    >>> dashes("He left—quickly—at dawn.")
    'He left — quickly — at dawn.'
    """
    return _DASH.sub(" — ", text)


def sums(text: str) -> str:
    """
    >>> sums("2+2=4, x < 5, and 3 - 1 = 2; but 3-1, 1/2 and I - or so")
    '2 plus 2 equals 4, x less than 5, and 3 minus 1 equals 2; but 3-1, 1/2 and I - or so'
    >>> sums("2*8")
    '2 times 8'
    """
    return _SUM.sub(_say_sum, text)


def powers_of_ten(text: str) -> str:
    """Before the measure that they count.

    >>> powers_of_ten("1.5×10^8 km and 3 x 10⁻⁹ m")
    '1.5 times 10 to the power of 8 km and 3 times 10 to the power of minus 9 m'
    """
    return _OF_TEN.sub(
        lambda found: f"{' times ' if found[1] else ''}10{_power(_plain(found[2] or found[3]))}", text
    )


def powers(text: str) -> str:
    """
    >>> powers("E = mc², 10^6 and x³, CO₂")
    'E = m c squared, 10 to the power of 6 and x cubed, CO2'
    """
    plain = _SUBSCRIPT.sub(lambda found: _plain(found.group()), _RELATIVITY.sub("m c²", text))
    raised = _CARET.sub(lambda found: _power(found[1]), plain)
    return _POWER.sub(lambda found: _power(_plain(found[1])), raised)


def said_signs(text: str) -> str:
    """
    >>> said_signs("Q & A, and/or, § 5, his/her, input/output")
    'Q and A, and or, section 5, his or her, input slash output'
    >>> said_signs("Nandan/Getty, A.F.P./File, News > Sport")
    'Nandan Getty, A.F.P. File, News, Sport'
    """
    text = _TRAIL.sub(", ", _NAMES_SLASH.sub(" ", text))
    text = _PRONOUNS.sub(r"\1 or \2", _AND_OR.sub(r"\1 or", text))
    text = _SAYABLE.sub(lambda found: f" {_SAID[found.group()]} ", _SIGNED_PLUS.sub(" plus", text))
    return tidy(_SLASH.sub(" slash ", text))


def dropped_signs(text: str) -> str:
    """
    >>> dropped_signs("It rose * sharply, Acme™ said")
    'It rose sharply, Acme said'
    """
    return tidy(_DROPPED.sub(" ", text))


def tidy(text: str) -> str:
    """One space between words, none before a full stop.

    >>> tidy(" so  it was . ")
    'so it was.'
    """
    return _SPACE_BEFORE_STOP.sub("", _SPACES.sub(" ", text)).strip()


def _say_sum(found: re.Match[str]) -> str:
    whole = found.group()
    if not re.search(r"[+=×÷<>≤≥≦≧≈≠±∕∗∙⋅]|\d\*\d", whole):
        return whole
    return re.sub(r"(?<=\w)\s?([+=×÷*<>≤≥≦≧≈≠±−∕∗∙⋅·/-])\s?", lambda sign: f" {_MATH[sign[1]]} ", whole)


def _greek_name(letter: str) -> str:
    return unicodedata.name(letter).split(" WITH ")[0].rpartition(" ")[2].lower()


def _power(exponent: str) -> str:
    return _POWERS.get(exponent, f" to the power of {re.sub('[-−]', 'minus ', exponent)}")


def _plain(raised: str) -> str:
    return unicodedata.normalize("NFKC", raised)


def _ascii_digit(found: re.Match[str]) -> str:
    value = unicodedata.digit(found.group(), None) if unicodedata.category(found.group()) == "Nd" else None
    return found.group() if value is None else str(value)


FIRST = (
    invisible, ticks, unbracketed, reference_numbers, slashed_words, greek_letters, grades, stars, abouts, emoji,
    crowded, dashes,
)  # fmt: skip
LAST = (said_signs, dropped_signs)
