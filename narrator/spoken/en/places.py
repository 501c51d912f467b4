"""Places: states, streets, saints, post codes, and where a politician is elected."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.spoken.en.number_words import digits

_STATES = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California", "Colo": "Colorado",
    "Conn": "Connecticut", "Del": "Delaware", "Fla": "Florida", "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana",
    "Kan": "Kansas", "Ky": "Kentucky", "La": "Louisiana", "Md": "Maryland", "Mass": "Massachusetts", "Mich": "Michigan",
    "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana", "Neb": "Nebraska",
    "Nev": "Nevada", "Okla": "Oklahoma", "Ore": "Oregon", "Pa": "Pennsylvania", "Tenn": "Tennessee",
    "Tex": "Texas", "Va": "Virginia", "Vt": "Vermont", "Wash": "Washington", "Wis": "Wisconsin",
    "Wyo": "Wyoming", "Ont": "Ontario", "Que": "Quebec", "Alta": "Alberta", "Sask": "Saskatchewan",
    "Penn": "Pennsylvania",
}  # fmt: skip
_POSTAL = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California",
    "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts",
    "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana",
    "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico",
    "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma",
    "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina",
    "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia",
    "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
_DOTTED_STATES = {
    "N.Y.": "New York", "N.J.": "New Jersey", "N.C.": "North Carolina", "S.C.": "South Carolina",
    "N.H.": "New Hampshire", "N.M.": "New Mexico", "N.D.": "North Dakota", "S.D.": "South Dakota",
    "R.I.": "Rhode Island", "W.Va.": "West Virginia", "W. Va.": "West Virginia", "B.C.": "British Columbia",
    "N.S.": "Nova Scotia",
}  # fmt: skip
_STREETS = {
    "Ave": "Avenue", "Blvd": "Boulevard", "Rd": "Road", "Hwy": "Highway", "hwy": "Highway", "Pkwy": "Parkway",
    "Expy": "Expressway", "Ct": "Court", "Ln": "Lane", "Dr": "Drive", "Sq": "Square", "St": "Street",
    "st": "Street",
}  # fmt: skip
_NEVER_SHORT = ("Alaska", "Hawaii", "Idaho", "Iowa", "Maine", "Ohio", "Texas", "Utah")
_DIRECTIONS = {
    "N": "North", "S": "South", "E": "East", "W": "West", "NE": "Northeast", "NW": "Northwest", "SE": "Southeast",
    "SW": "Southwest", "NNE": "North-northeast", "NNW": "North-northwest", "ENE": "East-northeast",
    "ESE": "East-southeast", "SSE": "South-southeast", "SSW": "South-southwest", "WNW": "West-northwest",
    "WSW": "West-southwest",
}  # fmt: skip
_PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent"}

_NTH = r"\d+(?:st|nd|rd|th)"
_PART_OF = compiled(
    r"(?<!\w)(?<![A-Z]\. )([NSEW])\.? (?=(?:Korean?s?|African?s?|(Ireland|Irish)|Carolina|Dakota|Sudan|Virginia|Yorks|"
    r"Jerusalem|Timor|Bank)\b)"
)
_A_STREET = rf"(?:{'|'.join(_STREETS)}|Street|Avenue|Road|Boulevard|Drive|Lane)\b"
_DIRECTION = compiled(
    rf"(?=[NSEW])(?:(?<=\d )([NSEW])\b\.?(?=\s[A-Z]\w+\s{_A_STREET})|\b([NS]?[EW]|[NS])\b\.?(?=\s{_NTH}\s{_A_STREET}))"
)
_BEARING = compiled(
    r"(?=[NSEW]{1,3}\sof\s)(?:(?<=km )|(?<=kms )|(?<=mi )|(?<=miles )|(?<=kilometers )|(?<=kilometres ))"
    r"([NSEW]{1,3})(?=\sof\s[A-Z])"
)
_STREET = compiled(
    rf"\b(?!(?:In|At|Of|The|From|To|And|For|Near|On|Outside)\b)((?:[A-Z][\w'’]+|Jr\.|{_NTH})\s)(?:({'|'.join(_STREETS)})\b(\.?+)(?=[,.]|\s[a-z]|\s*$)|(Ave|Blvd|Rd|Hwy)(\.))"
)
_COLLEGES = "|".join(
    (*_POSTAL.values(), "Ball", "Boise", "Fresno", "Kent", "Penn", "San Diego", "San Jose", "Wichita")
)
_COLLEGE_BEATEN = compiled(
    r"(\b(?:number \d{1,2}|beats?|over|against|past|vs\.?|versus|defeated|downed|edged|routed|topped|upset) "
    rf"(?:number \d{{1,2}} )?(?:{_COLLEGES})) St\b\.?"
)
_COLLEGE_SCORED = compiled(rf"\b({_COLLEGES}) St\b\.?(?=,? \d{{1,3}}(?:[-–]\d|,))")
_FAMOUS = compiled(r"\b(Wall|Main|High|Fleet|Downing) St\b(?=\s)")
_SAINT = compiled(r"\b(?:St(s?)\b\.?|ST\.)(?=\s[A-Z])")
_SURE_STATES = "Ariz|Calif|Colo|Conn|Fla|Ky|Mich|Minn|Neb|Nev|Okla|Tenn|Wis|Wyo"
_ABBREVIATED = compiled(rf"(?:(?<=,\s)({'|'.join(_STATES)})|\b({_SURE_STATES}))\.(?!\w)")
_POSTAL_CODE = compiled(rf"(?<=[a-z],\s)({'|'.join(_POSTAL)})\b(?!\sof\b)(?=,?\s\d{{5}}|[,.;)]|\s[a-z]|\s*$)")
_DATELINE = compiled(
    rf"^((?:(?:[A-Z][A-Z'’.-]{{1,15}}|Saint) ){{0,3}}[A-Z][A-Z'’.-]{{1,15}}, )({'|'.join(_POSTAL)})"
    r"(?=,?\s(?:[–—(/]|--?\s|[A-Z][a-z]+\.?\s\d))"
)
_DEGREE = compiled(
    r",\s(?:Ph\.?D|M[A-Z]{1,3}\b|who\b|said\b|says\b|an?\s|chair|chief\b|director|professor|associate)"
)
"""What follows a doctor of medicine, and hardly Maryland."""
_TOWN = compiled(r"(?!(?:All|And|But|Now|Right|So|Well|Yes)\b)\b[A-Z][\w'’.-]*,\s$")
_DOTTED = compiled(rf"(?<=,\s)({'|'.join(map(re.escape, _DOTTED_STATES))})(?=\W|$)")
_ZIP = compiled(rf"(?<=\s)({'|'.join(_POSTAL.values())})(,?) (\d{{5}})(?:-(\d{{4}}))?\b")
_ANY_STATE = "|".join(
    (rf"(?:{'|'.join(_STATES)})\.", *map(re.escape, _DOTTED_STATES), *_POSTAL, *_NEVER_SHORT)
)
_PARTY = compiled(rf"\b([DRI])-({_ANY_STATE})(?![\w-])")


def directions(text: str) -> str:
    """
    >>> directions("at 12 E Arques Ave, in S. Korea and N Ireland")
    'at 12 East Arques Ave, in South Korea and Northern Ireland'
    >>> directions("10 km NE of Reno, on W. 42nd St.")
    '10 km northeast of Reno, on West 42nd St.'
    """
    text = _PART_OF.sub(lambda found: f"{_DIRECTIONS[found[1]]}{'ern' if found[2] else ''} ", text)
    text = _BEARING.sub(lambda found: _DIRECTIONS.get(found[1], found[1]).lower(), text)
    return _DIRECTION.sub(lambda found: _DIRECTIONS[found[1] or found[2]], text)


def colleges(text: str) -> str:
    """Universities of states, as results of matches shorten them.

    >>> colleges("number 23 Ohio St. beat Penn St., 78-64, near Ohio St. in town")
    'number 23 Ohio State beat Penn State, 78-64, near Ohio St. in town'
    """
    return _COLLEGE_SCORED.sub(r"\1 State", _COLLEGE_BEATEN.sub(r"\1 State", text))


def streets(text: str) -> str:
    """
    >>> streets("on Main St. and 5th Ave. in town, on Wall St")
    'on Main Street and 5th Avenue in town, on Wall Street'
    """
    return _STREET.sub(_say_street, _FAMOUS.sub(r"\1 Street", text))


def saints(text: str) -> str:
    """
    >>> saints("from St. Petersburg to St Louis")
    'from Saint Petersburg to Saint Louis'
    """
    return _SAINT.sub(lambda found: f"Saint{found[1] or ''}", text)


def parties(text: str) -> str:
    """
    >>> parties("Gavin Newsom (D-Calif.)")
    'Gavin Newsom (Democrat of California)'
    """
    return _PARTY.sub(lambda found: f"{_PARTIES[found[1]]} of {_state(found[2])}", text)


def states(text: str) -> str:
    """States after a town, and the post code after the state.

    >>> states("Ann Lee, MD, PhD, of Bethesda, MD; yes, OK, she said.")
    'Ann Lee, MD, PhD, of Bethesda, Maryland; yes, OK, she said.'

    >>> states("Jackson, Miss., and Oxford, MS.")
    'Jackson, Mississippi, and Oxford, Mississippi.'
    >>> states("Dallas, TX 75201, Phoenix, Ariz., and Albany, N.Y.")
    'Dallas, Texas seven five two zero one, Phoenix, Arizona, and Albany, New York.'
    >>> states("SAN JOSE, CA – Acme"), states("WELL, OK, HE SAID"), states("VOTE, ME – NOT THEM")
    ('SAN JOSE, California – Acme', 'WELL, OK, HE SAID', 'VOTE, Maine – NOT THEM')
    >>> states("Calif. fires spread")
    'California fires spread'
    """
    text = _DATELINE.sub(lambda found: f"{found[1]}{_POSTAL[found[2]]}", text)
    text = _POSTAL_CODE.sub(_say_postal_code, text)
    for pattern in (_ABBREVIATED, _DOTTED):
        text = pattern.sub(lambda found: _state(found[found.lastindex or 0]) + _stop(found), text)
    return _ZIP.sub(lambda found: f"{found[1]}{found[2]} {digits(found[3] + (found[4] or ''))}", text)


def _state(token: str) -> str:
    return _DOTTED_STATES.get(token) or _POSTAL.get(token) or _STATES.get(token.rstrip("."), token)


def _say_postal_code(found: re.Match[str]) -> str:
    is_degree = found[1] == "MD" and _DEGREE.match(found.string, found.end())
    after_town = _TOWN.search(found.string[max(0, found.start() - 30) : found.start()])
    return _state(found[1]) if after_town and not is_degree else found[1]


def _say_street(found: re.Match[str]) -> str:
    return f"{found[1]}{_STREETS[found[2] or found[4]]}{_stop(found)}"


def _stop(found: re.Match[str]) -> str:
    """The full stop of an abbreviation, if it ended the sentence as well."""
    return "." if found.group().endswith(".") and not found.string[found.end() :].strip("”\"’') ") else ""


RULES = (directions, colleges, streets, saints, parties, states)
