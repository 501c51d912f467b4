"""Sums of money, in any currency the press prints: $2.5bn, £1.50, Rs 500 crore, 75p, a $10-a-barrel rise."""

from __future__ import annotations

import re
from typing import NamedTuple

from narrator.patterns import compiled
from narrator.spoken.en.number_words import MASS, NUMBER, cardinal, mass, number


class _Currency(NamedTuple):
    one: str
    many: str
    cent: str = ""
    cents: str = ""


_DOLLAR = _Currency("dollar", "dollars", "cent", "cents")
_POUND = _Currency("pound", "pounds", "penny", "pence")
_EURO = _Currency("euro", "euros", "cent", "cents")
_YEN = _Currency("yen", "yen")
_YUAN = _Currency("yuan", "yuan")
_WON = _Currency("won", "won")
_RUPEE = _Currency("rupee", "rupees", "paisa", "paise")
_KRONA, _KRONE = _Currency("krona", "kronor"), _Currency("krone", "kroner")
_DIRHAM, _SHILLING = _Currency("dirham", "dirhams"), _Currency("shilling", "shillings")


def _dollar_of(country: str) -> _Currency:
    return _Currency(f"{country} dollar", f"{country} dollars", "cent", "cents")


_SIGNS = {
    "US$": _dollar_of("U.S."), "NZ$": _dollar_of("New Zealand"), "HK$": _dollar_of("Hong Kong"),
    "NT$": _dollar_of("Taiwan"), "A$": _dollar_of("Australian"), "AU$": _dollar_of("Australian"),
    "C$": _dollar_of("Canadian"), "CA$": _dollar_of("Canadian"), "S$": _dollar_of("Singapore"),
    "R$": _Currency("real", "reais"), "Z$": _dollar_of("Zimbabwe"), "$US": _dollar_of("U.S."), "$": _DOLLAR,
    "$A": _dollar_of("Australian"), "$AUD": _dollar_of("Australian"), "AUD$": _dollar_of("Australian"),
    "$NZ": _dollar_of("New Zealand"), "$HK": _dollar_of("Hong Kong"), "$CAD": _dollar_of("Canadian"),
    "CAD$": _dollar_of("Canadian"), "Cdn$": _dollar_of("Canadian"), "$USD": _dollar_of("U.S."),
    "USD$": _dollar_of("U.S."),
    "£": _POUND, "€": _EURO, "¥": _YEN, "￥": _YEN, "₹": _RUPEE, "₽": _Currency("ruble", "rubles"),
    "₺": _Currency("lira", "lira"), "₩": _WON, "₦": _Currency("naira", "naira"),
    "₪": _Currency("shekel", "shekels"), "₴": _Currency("hryvnia", "hryvnias"),
    "₫": _Currency("dong", "dong"), "₱": _Currency("peso", "pesos"), "₿": _Currency("bitcoin", "bitcoins"),
    "₵": _Currency("cedi", "cedis"), "₸": _Currency("tenge", "tenge"), "₾": _Currency("lari", "lari"),
    "฿": _Currency("baht", "baht"), "Rs.": _RUPEE, "Rs": _RUPEE, "RMB": _YUAN,
    "kr": _KRONA, "Kr": _KRONA, "SKr": _KRONA, "DKr": _KRONE, "NKr": _KRONE, "CN¥": _YUAN,
    "Dhs": _DIRHAM, "Dh": _DIRHAM, "KSh": _SHILLING, "Ksh": _SHILLING, "Sh": _SHILLING, "USh": _SHILLING,
    "Tk": _Currency("taka", "taka"),
    "GH₵": _Currency("cedi", "cedis"), "JPY¥": _YEN,
    "SFr": _Currency("Swiss franc", "Swiss francs"), "NIS": _Currency("shekel", "shekels"),
    "RM": _Currency("ringgit", "ringgit"), "Rp": _Currency("rupiah", "rupiah"),
}  # fmt: skip
_CODES = {
    "USD": _dollar_of("U.S."), "EUR": _EURO, "GBP": _POUND, "JPY": _YEN, "CNY": _YUAN, "RMB": _YUAN,
    "INR": _RUPEE, "CHF": _Currency("Swiss franc", "Swiss francs"),
    "SEK": _Currency("Swedish krona", "Swedish kronor"),
    "NOK": _Currency("Norwegian krone", "Norwegian kroner"),
    "DKK": _Currency("Danish krone", "Danish kroner"), "PLN": _Currency("zloty", "zlotys"),
    "CZK": _Currency("Czech koruna", "Czech korunas"), "HUF": _Currency("forint", "forints"),
    "RUB": _Currency("ruble", "rubles"), "TRY": _Currency("Turkish lira", "Turkish lira"),
    "AUD": _dollar_of("Australian"), "CAD": _dollar_of("Canadian"), "NZD": _dollar_of("New Zealand"),
    "HKD": _dollar_of("Hong Kong"), "SGD": _dollar_of("Singapore"), "KRW": _WON,
    "ILS": _Currency("shekel", "shekels"), "SAR": _Currency("Saudi riyal", "Saudi riyals"),
    "AED": _Currency("dirham", "dirhams"), "PKR": _Currency("Pakistani rupee", "Pakistani rupees"),
    "ZAR": _Currency("rand", "rand"), "BRL": _Currency("real", "reais"),
    "MXN": _Currency("Mexican peso", "Mexican pesos"), "UAH": _Currency("hryvnia", "hryvnias"),
    "NGN": _Currency("naira", "naira"), "KES": _Currency("Kenyan shilling", "Kenyan shillings"),
    "AZN": _Currency("manat", "manats"), "EGP": _Currency("Egyptian pound", "Egyptian pounds"),
    "THB": _Currency("baht", "baht"), "IDR": _Currency("rupiah", "rupiah"),
    "MYR": _Currency("ringgit", "ringgit"), "TWD": _dollar_of("Taiwan"), "VND": _Currency("dong", "dong"),
    "QAR": _Currency("riyal", "riyals"), "KWD": _Currency("dinar", "dinars"), "BDT": _Currency("taka", "taka"),
    "LKR": _Currency("Sri Lankan rupee", "Sri Lankan rupees"), "IRR": _Currency("rial", "rials"),
    "ARS": _Currency("Argentine peso", "Argentine pesos"), "CLP": _Currency("Chilean peso", "Chilean pesos"),
    "RON": _Currency("leu", "lei"),
    "BGN": _Currency("lev", "leva"), "GEL": _Currency("lari", "lari"), "KZT": _Currency("tenge", "tenge"),
    "BTC": _Currency("bitcoin", "bitcoins"),
}  # fmt: skip

MAGNITUDES = {
    "k": "thousand", "m": "million", "mn": "million", "mln": "million", "mil": "million", "mio": "million",
    "b": "billion", "bn": "billion", "bln": "billion", "t": "trillion", "tn": "trillion", "trn": "trillion",
    "tr": "trillion", "cr": "crore", "lac": "lakh", "hundred": "hundred", "thousand": "thousand",
    "million": "million", "billion": "billion", "trillion": "trillion", "quadrillion": "quadrillion",
    "crore": "crore", "lakh": "lakh", "lakh crore": "lakh crore", "dozen": "dozen",
}  # fmt: skip

_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_CODE = "|".join(_CODES)
_MAGNITUDE = "|".join(sorted(MAGNITUDES, key=len, reverse=True))
_AMOUNT = rf"(?P<amount>{NUMBER})(?:[\s-]?(?P<size>(?i:{_MAGNITUDE}))\b)?"

_RANGE = compiled(
    rf"(?P<between>(?<=\bbetween ))?(?<!\w)(?P<sign>{_SIGN})\s?(?P<low>{NUMBER})\s?(?P<lowsize>(?i:{_MAGNITUDE}))?\s?"
    rf"(?P<to>[-–—]|to|(?(between)and|(?!)))\s?"
    rf"(?P<again>{_SIGN})?(?P<amount>{NUMBER})(?![\d,.]*\d|-(?![a-z]))(?:[\s-]?(?P<size>(?i:{_MAGNITUDE}))\b)?"
)
_CHANGED = compiled(
    r"\b(?:up|down|by|rose|fell|gained|lost|added|shed|dropped|slipped|jumped|climbed|dipped)\s$"
)
_SIGNED = compiled(
    rf"(?P<minus>(?<![\w.])[-−–])?(?<!\w)(?P<sign>{_SIGN})\s?(?P<sign_minus>[-−])?{_AMOUNT}(?P<more>\+(?![$£€\d]))?(?:(?<=\d)s\b)?(?P<tail>-(?:an?|per)-(?=\w)|/(?=[a-z]|[kMGT]Wh))?"
)
_TWICE_PENCE = compiled(r"(?<=£)(\d[\d,]*\.\d\d)p\b")
_EXCHANGED = compiled(r"(?<=\d)/([$£€])(?!\s?[\d.])")
_UNCOUNTED = compiled(r"(?<!\w)(US\$|A\$|C\$|NZ\$|HK\$|S\$)(?!\s?[\d.-])")
_AFTER = compiled(rf"(?<![\w.,]){_AMOUNT}\s?(?:(?P<sign>[€£¥₽₺₴₪₹$₩])|(?P<code>{_CODE})\b)")
_INITIALED = compiled(
    rf"(?<![\w.])(?P<initial>R|N)(?P<amount>{NUMBER})(?:[\s-]?(?P<size>(?:mil|bil|tril)lion|m|bn|tn|trn)\b)"
)
_INITIALS = {"R": _Currency("rand", "rand"), "N": _Currency("naira", "naira")}
_MASS = compiled(rf"(?<!\w)({_SIGN})\s?({MASS})s\b(\sof\s(?:thousand|million|billion|trillion)s)?")
_CODED = compiled(rf"\b(?P<code>{_CODE})\s?{_AMOUNT}")
_CHANGE_RANGE = compiled(r"(?<![\w.,])(\d{1,3})[-–](?=\d{1,3}(?:p|¢|c)(?![\w-]|\.\w))")
_PENCE = compiled(
    r"(?<![\w.,])(\d{1,3}(?:,\d{3})*(?:\.\d+)?)\s?(p|¢|c)(?:(-(?:an?|per)-|/)(?=[a-z])|(?![\w-]|\.\w))"
)

_ATTRIBUTIVE = compiled(
    r"(?:\b(?:an?|the|another|each|every|per|its|his|her|their|our|this|that)|\w['’]s)\s"
    r"(?:\w+-(?:day|week|month|year|game),\s)?(?:[a-z]+(?:-[a-z]+)?\s){0,2}$",
    re.IGNORECASE,
)
_NOUN_FOLLOWS = compiled(r"-?\s?(?:U\.S\.|[A-Z]?[a-z]+)")
_IN_HAND = compiled(r"\s(?:bill|note|banknote|coin|stamp)s?\b")
_TITLE_CASE = compiled(r"\b[A-Z][a-z]+\s$")
_TITLE_NOUN = compiled(
    r"\s(?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|In|On|At|To|For|From|After|Into|As|Over|Amid|By|With|A|An|The|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z]"
)
_NOT_A_NOUN = compiled(
    r"\s(?:a|an|and|are|as|at|but|by|each|for|from|had|has|he|if|in|into|is|it|last|less|more|of|off|on|or|out|over|"
    r"per|she|since|so|than|that|the|they|this|to|toward|towards|under|up|was|we|were|when|which|while|who|will|with|"
    r"would|you|after|before|because|will|can|could|may|might|must|should|would|now|does|did|do|not|also|still|already|\w+ed|going|being|annually|monthly|weekly|yearly|daily|worth)\b"
)


def money_ranges(text: str) -> str:
    """
    >>> money_ranges("up $5 to $19, $5 to $10 million")
    'up $5 to $19, five to ten million dollars'
    >>> money_ranges("$5-10 million, £3m–£4m")
    'five to ten million dollars, three million to four million pounds'
    >>> money_ranges("between $1.5 and $2 million, between $3 and $4, between $900 and $2 million")
    'between one point five and two million dollars, between $3 and $4, between $900 and $2 million'
    """
    return _RANGE.sub(
        lambda found: found.group() if _is_change(found) or _are_two_sums(found) else _say_range(found), text
    )


def signed_money(text: str) -> str:
    """
    >>> signed_money("worth $2.5bn, not £1.50 or -$3")
    'worth two point five billion dollars, not one pound fifty pence or minus three dollars'
    >>> signed_money("a $10-a-barrel rise, a $5m fine")
    'a ten dollars a barrel rise, a five million dollar fine'
    >>> signed_money("a 7-year, $68m deal")
    'a 7-year, sixty eight million dollar deal'
    >>> signed_money("$15/hour, $1bn+")
    'fifteen dollars per hour, one billion dollars plus'
    """
    return _SIGNED.sub(_say_signed, _TWICE_PENCE.sub(r"\1", text))


def coded_money(text: str) -> str:
    """
    >>> coded_money("EUR 5m or 20 USD or 5 €")
    'five million euros or twenty U.S. dollars or five euros'
    >>> coded_money("a R2-billion plan, Kr 5m")
    'a two billion rand plan, Kr 5m'
    """
    initialed = _INITIALED.sub(_say_initialed, text)
    return _AFTER.sub(_say_signed, _CODED.sub(_say_signed, initialed))


def small_change(text: str) -> str:
    """
    >>> small_change("about 75p a day, 50c")
    'about seventy five pence a day, fifty cents'
    >>> small_change("closed at 1,254.5p, 30–60¢ higher")
    'closed at one thousand two hundred and fifty four point five pence, 30 to sixty cents higher'
    """
    return _PENCE.sub(_say_change, _CHANGE_RANGE.sub(r"\1 to ", text))


def masses_of_money(text: str) -> str:
    """
    >>> masses_of_money("lost $1,000s, and £100s of millions")
    'lost thousands of dollars, and hundreds of millions of pounds'
    """
    return _MASS.sub(lambda found: f"{mass(found[2])}{found[3] or ''} of {_currency(found[1]).many}", text)


def currencies(text: str) -> str:
    """
    >>> currencies("at 151.97/$")
    'at 151.97 per dollar'
    >>> currencies("the A$ fell, the A$5 note")
    'the Australian dollar fell, the A$5 note'
    """
    text = _EXCHANGED.sub(lambda found: f" per {_currency(found[1]).one}", text)
    return _UNCOUNTED.sub(lambda found: _currency(found[1]).one, text)


def _is_change(found: re.Match[str]) -> bool:
    """By how much a price changed, and where it stands now: up $5 to $19."""
    return "to" in found.group() and bool(
        found["again"] and _CHANGED.search(found.string[max(0, found.start() - 12) : found.start()])
    )


def _are_two_sums(found: re.Match[str]) -> bool:
    """Joined by "and", unless both are of the size that stands behind the second: between $1.5 and $2 million."""
    low, high = (float(found[group].replace(",", "")) for group in ("low", "amount"))
    return found["to"] == "and" and (not found["size"] or bool(found["lowsize"]) or low >= high)


def _say_range(found: re.Match[str]) -> str:
    currency, (low, high) = _currency(found["sign"]), (found["low"], found["amount"])
    lowsize, size = _size(found["lowsize"]), _size(found["size"])
    if "." in low + high and not size and not lowsize:
        return f"{_sum(currency, low, '')} to {_sum(currency, high, '')}"
    low_said = " ".join(filter(None, (number(low), lowsize)))
    to = "and" if found["to"] == "and" else "to"
    return f"{low_said} {to} {_sum(currency, high, size or '', single=_attributive(found))}"


def _say_signed(found: re.Match[str]) -> str:
    groups = found.groupdict()
    currency = _currency(groups.get("sign") or "", groups.get("code") or "")
    tail = groups.get("tail") or ""
    said = _sum(currency, found["amount"], _size(found["size"]), single=not tail and _attributive(found))
    minus = "minus " if groups.get("minus") or groups.get("sign_minus") else ""
    more = " plus" if groups.get("more") else ""
    return f"{minus}{said}{more}{tail.replace('-', ' ').replace('/', ' per ')}"


def _say_initialed(found: re.Match[str]) -> str:
    return _sum(
        _INITIALS[found["initial"]], found["amount"], _size(found["size"]), single=_attributive(found)
    )


def _say_change(found: re.Match[str]) -> str:
    unit = _POUND if found[2] == "p" else _DOLLAR
    tail = (found[3] or "").replace("-", " ").replace("/", " per ")
    return f"{number(found[1])} {unit.cent if found[1] == '1' else unit.cents}{tail}"


def _sum(currency: _Currency, amount: str, size: str, single: bool = False) -> str:
    if size:
        return f"{number(amount)} {size} {currency.one if single else currency.many}"
    whole, _, decimals = amount.replace(",", "").partition(".")
    decimals = decimals.rstrip("0").ljust(2, "0") if decimals else ""
    if len(decimals) != 2 or not currency.cent or len(whole) > 15:
        return f"{number(amount)} {currency.one if single or amount == '1' else currency.many}"
    return _units_and_cents(currency, int(whole or 0), int(decimals), single)


def _units_and_cents(currency: _Currency, units: int, cents: int, single: bool) -> str:
    small = f"{cardinal(cents)} {currency.cent if cents == 1 or single else currency.cents}"
    if not units and cents:
        return small
    large = f"{cardinal(units)} {currency.one if units == 1 or single else currency.many}"
    if not cents:
        return large
    return f"{large} {small}" if currency is _POUND else f"{large} and {small}"


def _attributive(found: re.Match[str]) -> bool:
    """Does the sum stand before a noun, as in "a $5 million fine"?"""
    after = found.string[found.end() :]
    if _IN_HAND.match(after):
        return True
    if not _NOUN_FOLLOWS.match(after) or _NOT_A_NOUN.match(after):
        return False
    before = found.string[: found.start()]
    return bool(_ATTRIBUTIVE.search(before) or (_TITLE_CASE.search(before) and _TITLE_NOUN.match(after)))


def _currency(sign: str, code: str = "") -> _Currency:
    return _CODES[code] if code else _SIGNS[sign]


def _size(mark: str | None) -> str:
    return MAGNITUDES[re.sub(r"\s+", " ", mark.lower())] if mark else ""


RULES = (currencies, masses_of_money, money_ranges, signed_money, coded_money, small_change)
