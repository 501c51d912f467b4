"""Titles, ranks and other words that the press shortens, with a full stop or without."""

from __future__ import annotations

import re

_BEFORE_NAMES = {
    "Dr": "Doctor", "Mr": "Mister", "Mrs": "Misses", "Ms": "Miz", "Prof": "Professor", "Gen": "General",
    "Sen": "Senator", "Sens": "Senators", "Rep": "Representative", "Reps": "Representatives", "Gov": "Governor",
    "Govs": "Governors", "Lt": "Lieutenant", "Col": "Colonel", "Sgt": "Sergeant", "Capt": "Captain",
    "Cpl": "Corporal", "Maj": "Major", "Cmdr": "Commander", "Adm": "Admiral", "Brig": "Brigadier",
    "Pvt": "Private", "Pfc": "Private First Class", "Rev": "Reverend", "Fr": "Father", "Hon": "Honorable",
    "Pres": "President", "Supt": "Superintendent", "Insp": "Inspector", "Det": "Detective", "Mt": "Mount",
    "Ft": "Fort", "Msgr": "Monsignor", "Amb": "Ambassador", "Drs": "Doctors", "Messrs": "Messers",
    "Mme": "Madame", "Mlle": "Mademoiselle", "Atty": "Attorney", "Comdr": "Commander",
}  # fmt: skip
_WITHOUT_STOP = "Dr|Mr|Mrs|Ms|Prof|Lt|Col|Sgt|Capt|Cpl|Maj|Cmdr|Brig|Gen|Rev|Supt|Messrs|Mme|Mt|Gov|Sen"
_ANYWHERE = {
    "Inc": "Incorporated", "Corp": "Corporation", "Ltd": "Limited", "Co": "Company", "Cos": "Companies",
    "Bros": "Brothers", "Dept": "Department", "Govt": "Government", "Assn": "Association", "Assoc": "Association",
    "Univ": "University", "Intl": "International", "Natl": "National", "Ave": "Avenue", "Blvd": "Boulevard",
    "Rd": "Road", "Hwy": "Highway", "Pkwy": "Parkway", "Expy": "Expressway", "Jr": "Junior", "Sr": "Senior", "Esq": "Esquire",
    "approx": "approximately", "est": "established", "incl": "including", "misc": "miscellaneous",
    "etc": "et cetera", "vs": "versus", "dept": "department", "govt": "government", "Bldg": "Building",
    "Apt": "Apartment", "Vol": "Volume", "vol": "volume", "Fig": "Figure", "fig": "figure", "Ch": "Chapter",
    "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California", "Colo": "Colorado", "Conn": "Connecticut",
    "Del": "Delaware", "Fla": "Florida", "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana", "Kan": "Kansas",
    "Ky": "Kentucky", "La": "Louisiana", "Md": "Maryland", "Mich": "Michigan", "Minn": "Minnesota",
    "Miss": "Missessippi", "Mo": "Missouri", "Mont": "Montana", "Neb": "Nebraska", "Nev": "Nevada",
    "Okla": "Oklahoma", "Ore": "Oregon", "Pa": "Pennsylvania", "Tenn": "Tennessee", "Tex": "Texas", "Va": "Virginia",
    "Vt": "Vermont", "Wash": "Washington", "Wis": "Wisconsin", "Wyo": "Wyoming", "Ont": "Ontario", "Que": "Quebec",
}  # fmt: skip
_AFTER_COMMA = frozenset(
    """Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn
    Tex Va Vt Wash Wis Wyo Ont Que""".split()
)
_POSTAL = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho",
    "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana",
    "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Missessippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina",
    "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
    "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas",
    "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
    "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
_DOTTED_STATES = {
    "N.Y.": "New York", "N.J.": "New Jersey", "N.C.": "North Carolina", "S.C.": "South Carolina",
    "N.H.": "New Hampshire", "N.M.": "New Mexico", "N.D.": "North Dakota", "S.D.": "South Dakota",
    "R.I.": "Rhode Island", "W.Va.": "West Virginia", "W. Va.": "West Virginia", "B.C.": "British Columbia",
}  # fmt: skip
_PHRASES = (
    (re.compile(r"\be\.\s?g\.,?(?=\s|$)"), "for example"),
    (re.compile(r"\bi\.\s?e\.,?(?=\s|$)"), "that is"),
    (re.compile(r"\bet al\."), "et al"),
    (re.compile(r"\ba\.k\.a\.|\ba/k/a\b"), "also known as"),
    (re.compile(r"(?<=\w )v\b\.?(?=\s[A-Z])"), "versus"),
    (re.compile(r"\bWW(?=II?\b)"), "World War "),
    (re.compile(r"(?<=\w )Inc\b(?!\.)"), "Incorporated"),
    (re.compile(r"(?<=\w )Ltd\b(?!\.)"), "Limited"),
    (re.compile(r"(?<=\w )Corp\b(?!\.)"), "Corporation"),
    (re.compile(r"\bcf\.(?=\s)"), "compare"),
    (re.compile(r"\b(?:ca|c)\.(?=\s\d)"), "circa"),
    (re.compile(r"(?<!\w)w/o\b"), "without"),
    (re.compile(r"(?<!\w)w/(?=\s|\w)"), "with "),
    (re.compile(r"\bc/o\b"), "care of"),
    (re.compile(r"\bpp\.\s?(?=\d)"), "pages "),
    (re.compile(r"\bp\.\s?(?=\d)"), "page "),
    (re.compile(r"\bPh\.\s?D\b\.?"), "P.H.D."),
    (re.compile(r"\bGovt\b(?!\.)"), "Government"),
    (re.compile(r"\b(Wall|Main|High|Fleet|Downing) St\b(?=\s)"), r"\1 Street"),
    (re.compile(r"\b[Nn]os\.\s?(?=\d)"), "numbers "),
    (re.compile(r"\b[Nn]o\.\s?(?=\d)|\bNo\s(?=10\b|\d{1,2}\b(?!\s[a-z]+s\b))"), "number "),
    (re.compile(r"\bNº\s?(?=\d)|№\s?(?=\d)"), "number "),
    (re.compile(r"\bvs\b(?!\.)"), "versus"),
    (re.compile(r"\b401\(k\)"), "four oh one K"),
    (re.compile(r"\b403\(b\)"), "four oh three B"),
    (re.compile(r"\bArt\.\s(?=\d)"), "Article "),
)

_TITLE = re.compile(
    rf"\b(?:({'|'.join(_BEFORE_NAMES)})\.|({_WITHOUT_STOP}))(?=(?:\sand\s[A-Z]|[\s-]+[A-Z“\"'‘]))"
)
_SHORT = re.compile(rf"\b({'|'.join(_ANYWHERE)})\.(?=(\s+[A-Z]|\s*$|[”\"’'])?)(?!\w)")
_PARTY = re.compile(
    rf"\b([DRI])-((?:{'|'.join(sorted(_AFTER_COMMA))})\.|{'|'.join(map(re.escape, _DOTTED_STATES))}|{'|'.join(_POSTAL)})(?![\w-])"
)
_PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent"}
_BARE = re.compile(r"\b([A-Z]\w{1,20}\s)(Ave|Blvd|Rd|Hwy|hwy|Pkwy|Expy|Ct|Ln|Dr|Sq)\b(?=,|\s*$)")
_BARE_NAMES = {"Ct": "Court", "Ln": "Lane", "Dr": "Drive", "Sq": "Square", "hwy": "Highway"}
_DIRECTION = re.compile(
    r"(?<=\d )([NSEW])\b\.?(?=\s(?:[A-Z]\w+|\d+(?:st|nd|rd|th))\s(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Dr|Drive|Ln|Lane)\b)",
    re.IGNORECASE,
)
_DIRECTIONS = {"N": "North", "S": "South", "E": "East", "W": "West"}
_STREET = re.compile(r"\b((?:[A-Z]\w+|\d+(?:st|nd|rd|th))\s)St\b\.?(?=,|\.|\s[a-z]|\s*$|\sand\s)")
_SAINT = re.compile(r"\bSts?\b\.?(?=\s[A-Z])")
_POSTAL_CODE = re.compile(rf"(?<=[a-z],\s)({'|'.join(_POSTAL)})\b(?=\s\d{{5}}|[,.;)]|\s[a-z]|\s*$)")
_ZIP = re.compile(rf"(?<=\s)({'|'.join(_POSTAL.values())}) (\d{{5}})(?:-(\d{{4}}))?\b")
_DOTTED = re.compile(rf"(?<=,\s)({'|'.join(map(re.escape, _DOTTED_STATES))})(?=\W|$)")


def phrases(text: str) -> str:
    """
    >>> phrases("e.g. in Paris, i.e. No. 10 (Smith v. Jones)")
    'for example in Paris, that is number 10 (Smith versus Jones)'
    """
    for pattern, words in _PHRASES:
        text = pattern.sub(words, text)
    return text


def saints_and_streets(text: str) -> str:
    """
    >>> saints_and_streets("from Main St. to St. Petersburg, on Wall St")
    'from Main Street to Saint Petersburg, on Wall Street'
    """
    streets = _STREET.sub(_street, text)
    return _SAINT.sub(lambda found: "Saints" if found.group().startswith("Sts") else "Saint", streets)


def addresses(text: str) -> str:
    """
    >>> addresses("at 12 E Arques Ave, Town")
    'at 12 East Arques Avenue, Town'
    """
    turned = _DIRECTION.sub(lambda found: _DIRECTIONS[found[1].upper()], text)
    return _BARE.sub(lambda found: found[1] + (_BARE_NAMES.get(found[2]) or _ANYWHERE[found[2]]), turned)


def titles(text: str) -> str:
    """
    >>> titles("Dr Smith, Lt. Col. John Doe, Mr. and Mrs. Jones")
    'Doctor Smith, Lieutenant Colonel John Doe, Mister and Misses Jones'
    """
    return _TITLE.sub(lambda found: _BEFORE_NAMES[found[1] or found[2]], text)


def states(text: str) -> str:
    """Postal and dotted states after a town.

    >>> states("Dallas, TX 75201, and Albany, N.Y.")
    'Dallas, Texas seven five two zero one, and Albany, New York'
    """
    from narrator.spoken.en.number_words import digits

    named = _POSTAL_CODE.sub(lambda found: _POSTAL[found[1]], text)
    named = _DOTTED.sub(lambda found: _DOTTED_STATES[found[1]], named)
    return _ZIP.sub(lambda found: " ".join((found[1], digits(found[2] + (found[3] or "")))), named)


def parties(text: str) -> str:
    """
    >>> parties("Gavin Newsom (D-Calif.)")
    'Gavin Newsom (Democrat of California)'
    """
    return _PARTY.sub(lambda found: f"{_PARTIES[found[1]]} of {_state(found[2])}", text)


def shortened(text: str) -> str:
    """
    >>> shortened("Apple Inc. reported. The Dept. of Justice. Oil, gas, etc.")
    'Apple Incorporated reported. The Department of Justice. Oil, gas, et cetera.'
    """
    return _SHORT.sub(lambda found: _long(found, text), text)


def _state(token: str) -> str:
    return _DOTTED_STATES.get(token) or _POSTAL.get(token) or _ANYWHERE[token.rstrip(".")]


def _street(found: re.Match[str]) -> str:
    ends = found.group().endswith(".") and not found.string[found.end() :].strip()
    return f"{found[1]}Street{'.' if ends else ''}"


def _long(found: re.Match[str], text: str) -> str:
    word = found[1]
    if word in _AFTER_COMMA and not re.search(r",\s$", text[: found.start()]):
        return found.group()
    ends_text = not text[found.end() :].strip("”\"’') ")
    return _ANYWHERE[word] + ("." if ends_text else "")


RULES = (phrases, addresses, saints_and_streets, titles, parties, states, shortened)
