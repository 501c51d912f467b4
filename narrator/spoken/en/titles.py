"""Titles, ranks and other words that the press shortens, with a full stop or without."""

from __future__ import annotations

import re
from collections.abc import Callable

BEFORE_NAMES = {
    "Dr": "Doctor", "Mr": "Mister", "Mrs": "Misses", "Ms": "Miz", "Prof": "Professor", "Gen": "General",
    "Sen": "Senator", "Sens": "Senators", "Rep": "Representative", "Reps": "Representatives",
    "Gov": "Governor", "Govs": "Governors", "Lt": "Lieutenant", "Col": "Colonel", "Sgt": "Sergeant",
    "Capt": "Captain", "Cpl": "Corporal", "Maj": "Major", "Cmdr": "Commander", "Adm": "Admiral",
    "Brig": "Brigadier", "Pvt": "Private", "Pfc": "Private First Class", "Rev": "Reverend", "Fr": "Father",
    "Hon": "Honorable", "Pres": "President", "Supt": "Superintendent", "Insp": "Inspector",
    "Det": "Detective", "Mt": "Mount", "Ft": "Fort", "Msgr": "Monsignor", "Amb": "Ambassador",
    "Drs": "Doctors", "Messrs": "Messers", "Mme": "Madame", "Mlle": "Mademoiselle", "Atty": "Attorney",
    "Spc": "Specialist", "SSgt": "Staff Sergeant", "Pte": "Private", "Cdr": "Commander", "Cpt": "Captain",
    "Flt": "Flight", "Wg": "Wing", "Sqn": "Squadron", "Ldr": "Leader", "Br": "Brother", "Bp": "Bishop",
    "Abp": "Archbishop", "Sec": "Secretary", "Secy": "Secretary", "Dir": "Director", "Dep": "Deputy",
    "Dpty": "Deputy", "Ch": "Chief", "Cllr": "Councillor", "Gens": "Generals", "Cols": "Colonels",
    "Profs": "Professors",
    "Asst": "Assistant", "Ens": "Ensign", "Revs": "Reverends", "Capts": "Captains", "Lts": "Lieutenants",
    "Comdr": "Commander", "Del": "Delegate",
}  # fmt: skip
WITHOUT_STOP = (
    "Dr|Mr|Mrs|Ms|Prof|Lt|Col|Sgt|Capt|Cpl|Maj|Cmdr|Brig|Gen|Rev|Supt|"
    "Messrs|Mme|Mt|Gov|Sen|Cllr|Fr|SSgt|Pte|Cdr|Cpt|Wg|Flt|Sqn|Ldr|Hon|Dpty|Insp"
)
"""Titles that the British write without a full stop."""

_ANYWHERE = {
    "Inc": "Incorporated", "Corp": "Corporation", "Ltd": "Limited", "Co": "Company", "Cos": "Companies",
    "Bros": "Brothers", "Dept": "Department", "Govt": "Government", "Assn": "Association",
    "Assoc": "Association", "Univ": "University", "Intl": "International", "Natl": "National",

    "Jr": "Junior", "Sr": "Senior", "Esq": "Esquire", "approx": "approximately",
    "incl": "including", "misc": "miscellaneous", "etc": "et cetera", "vs": "versus",
    "dept": "department", "govt": "government", "Bldg": "Building", "Apt": "Apartment", "Vol": "Volume",
    "Vols": "Volumes", "Figs": "Figures",
    "vol": "volume", "Fig": "Figure", "fig": "figure",
}  # fmt: skip
_CONTRACTED = {
    "Nat": "National", "Int": "International", "Gov": "Government", "Dep": "Department", "Ass": "Association",
}  # fmt: skip
_Phrases = tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]
_STOPPED_PHRASES: _Phrases = (
    (re.compile(r"\be\.\s?g\.,?(?=\s|$)"), "for example"),
    (re.compile(r"\bi\.\s?e\.,?(?=\s|$)"), "that is"),
    (re.compile(r"\bet al\."), "et al"),
    (re.compile(r"\best\.(?=\s[\d$£€a-z])"), "estimated"),
    (re.compile(r"\bcf\.(?=\s)"), "compare"),
    (re.compile(r"\b(?:ca|c)\.\s(?=\d)|\b(?:ca|c)\.(?=\d{3})"), "circa "),
    (re.compile(r"\bb\.\s(?=(?:c\.\s)?\d{4}\b)"), "born "),
    (re.compile(r"\bd\.\s(?=(?:c\.\s)?\d{4}\b)"), "died "),
    (re.compile(r"\bviz\.(?=\s)"), "namely"),
    (re.compile(r"\bCh\.\s(?=\d)"), "Chapter "),
    (re.compile(r"\bch\.\s(?=\d)"), "chapter "),
    (re.compile(r"\b([Cc])hap\.\s(?=\d|[IVX]+\b)"), r"\1hapter "),
    (re.compile(r"\b([Cc])at\.\s(?=\d)"), r"\1ategory "),
    (re.compile(r"\bPt\.(?=\s[A-Z][a-z])"), "Point"),
    (re.compile(r"(?<=\d[snrt][tdh] )c\.(?=\s)"), "century"),
    (re.compile(r"(\b[A-Z][\w'’]*\s|[(”\"’]\s?)(?:ft|[Ff]eat)\.(?=\s[A-Z])"), r"\1featuring"),
    (re.compile(r"\bparas?\.\s(?=\d)"), "paragraph "),
    (re.compile(r"\bcl\.\s(?=\d)"), "clause "),
    (re.compile(r"\bext\.\s(?=\d)"), "extension "),
    (re.compile(r"\bEp\.\s(?=\d)"), "Episode "),
    (re.compile(r"(?<![\w.])s\.\s?(?=\d)"), "section "),
    (re.compile(r"(?<![\w.])ss\.\s?(?=\d)"), "sections "),
    (re.compile(r"\b(?:Rm|RM)\.\s(?=\d)"), "Room "),
    (re.compile(r"\bSte\.\s(?=\d)"), "Suite "),
    (re.compile(r"(?<!\w\s)(?<![A-Z]\.\s)\bSr\.(?=\s[A-Z][a-z])"), "Sister"),
    (re.compile(r"\bSec\.\s(?=\d)"), "Section "),
    (re.compile(r"\bSec\.\s(?=of\b)"), "Secretary "),
    (re.compile(r"\bpp\.\s?(?=\d)"), "pages "),
    (re.compile(r"\bp\.\s?(?=\d|[ivxl]+\b)"), "page "),
    (re.compile(r"\bPh\.\s?D\b\.?"), "P.H.D."),
    (re.compile(r"\b[Tt]el\.(?=\s?[\d+(])"), "telephone"),
    (re.compile(r"\b([Mm])in\.(?=\s\d)"), r"\1inimum"),
    (re.compile(r"\b([Mm])ax\.(?=\s\d)"), r"\1aximum"),
    (re.compile(r"\bArt\.\s(?=\d|[IVX]+\b)"), "Article "),
)
"""Those with a full stop inside the sentence, which most sentences have not."""

_PHRASES: _Phrases = (
    (re.compile(r"\ba\.k\.a\.|\ba/k/a\b"), "also known as"),
    (re.compile(r"(?<=\w )v\b\.?(?=\s[A-Z])"), "versus"),
    (re.compile(r"\bWW(?=(?:II?|[12])\b)"), "World War "),
    (re.compile(r"(?<=[a-z] )Jr\b(?!\.)"), "Junior"),
    (re.compile(r"(?<=[a-z] )Sr\b(?!\.|\s[A-Z])"), "Senior"),
    (re.compile(r"(?<=\w )Inc\b(?!\.)"), "Incorporated"),
    (re.compile(r"(?<=\w )Ltd\b(?!\.)"), "Limited"),
    (re.compile(r"(?<=\w )Corp\b(?!\.)"), "Corporation"),
    (re.compile(r"\b[Ee]st\.?\s(?=1\d{3}\b|20\d\d\b)"), "established in "),
    (re.compile(r"(?<=/)mo\b\.?"), "month"),
    (re.compile(r"\bMk\.?(?=\s(?:\d|[IVX]+\b))"), "Mark"),
    (re.compile(r"(?<!\w)w/o(?:ut)?\b"), "without"),
    (re.compile(r"\b[Jj]ct\b\.?(?=\s\d)"), "Junction"),
    (re.compile(r"(?<=\ba )yr\b\.?"), "year"),
    (
        re.compile(
            r"\bK[-–](?=12\b|[568] (?:school|student|grade|class|campus|building|education|program|district))"
        ),
        "K through ",
    ),
    (re.compile(r"(?<=\b[Gg]rades )K[-–](?=\d)"), "K through "),
    (re.compile(r"(?<=\d )(?:ov|ovs)\b(?!\.\w)"), "overs"),
    (re.compile(r"(?<=\d )wkts\b"), "wickets"),
    (re.compile(r"\bDet\b(?=\s(?:Supt|Insp|Sgt|Con|Ch)\b)"), "Detective"),
    (re.compile(r"\bRt\.? Rev\b"), "Right Reverend"),
    (re.compile(r"(?<=\()ret\.?(?=\))|(?<=, )ret\."), "retired"),
    (re.compile(r"\bSec['’]y\b|\bSecy\.(?=\s(?:of|to|for)\b)"), "Secretary"),
    (re.compile(r"(?<=\d[snrt][tdh] )min\b\.?"), "minute"),
    (re.compile(r"\bProp\.?\s(?=\d)"), "Proposition "),
    (re.compile(r"\b(Nat|Int|Gov|Dep|Ass)['’](l|t|n)\b"), lambda found: _CONTRACTED[found[1]]),
    (re.compile(r"\bUtd\b\.?"), "United"),
    (re.compile(r"(?<=\d )avg\b\.?|\bavg\b\.?(?= (?:\w+ ){0,2}\d)"), "average"),
    (re.compile(r"(?<!\w)w/(?=\s|\w)"), "with "),
    (re.compile(r"\bc/o\b"), "care of"),
    (re.compile(r"\bRt\.? Hon\b\.?"), "Right Honourable"),
    (re.compile(r"\bapprox\b(?!\.)"), "approximately"),
    (re.compile(r"\bmm\s?Hg\b"), "millimeters of mercury"),
    (re.compile(r"(?<=\d)[- ]sq\.?-ft\b\.?"), "-square-foot"),
    (re.compile(r"\bsq\.?\s(?=miles?\b|feet\b|foot\b|inch|yards?\b|kilomet|met)"), "square "),
    (re.compile(r"\b(?:Hwy|hwy)\b\.?(?=\s\d)"), "Highway"),
    (re.compile(r"\bRte\b\.?(?=\s\d)"), "Route"),
    (re.compile(r"\bC#(?!\w)"), "C sharp"),
    (re.compile(r"\bGovt\b(?!\.)"), "Government"),
    (re.compile(r"\b[Nn]os\.\s?(?=\d)|\bNos\s(?=\d)"), "numbers "),
    (re.compile(r"\b[Nn]o\.\s?(?=\d)|\bNo(?=\d)|\bNo\s(?=10\b|\d{1,2}\b(?!\s[a-z]+s\b))"), "number "),
    (re.compile(r"\bNº\s?(?=\d)|№\s?(?=\d)"), "number "),
    (re.compile(r"\bvs\b(?!\.)"), "versus"),
    (re.compile(r"\b401\(k\)"), "four oh one K"),
    (re.compile(r"\b403\(b\)"), "four oh three B"),
)

_TITLE = re.compile(
    rf"\b(?:({'|'.join(BEFORE_NAMES)})\.|({WITHOUT_STOP}))(?!\s(?:(?:[XYZ]|AI|Alpha)\b|A\.I\.(?!\s[A-Z])))(?=(?:\sand\s[A-Z]|\s\(ret|[\s-]+(?:[A-Z“\"'‘]|1st|2nd|elect\b)|(?<=\.)\s(?:of|from)\b))"
)
_STOP_INSIDE = re.compile(r"\.[^”\"’']")
_SHORT = re.compile(rf"\b({'|'.join(_ANYWHERE)})\.(?=(\s+[A-Z]|\s*$|[”\"’'])?)(?!\w)")


def phrases(text: str) -> str:
    """
    >>> phrases("e.g. in Paris, i.e. No. 10 (Smith v. Jones)")
    'for example in Paris, that is number 10 (Smith versus Jones)'
    """
    table = (*_STOPPED_PHRASES, *_PHRASES) if _STOP_INSIDE.search(text) else _PHRASES
    for pattern, words in table:
        text = pattern.sub(words, text)
    return text


def titles(text: str) -> str:
    """
    >>> titles("the ex-Gov. of Texas and a Sen. from Ohio")
    'the ex-Governor of Texas and a Senator from Ohio'
    >>> titles("Dr Smith, Lt. Col. John Doe, Mr. and Mrs. Jones")
    'Doctor Smith, Lieutenant Colonel John Doe, Mister and Misses Jones'
    """
    return _TITLE.sub(lambda found: BEFORE_NAMES[found[1] or found[2]], text)


def shortened(text: str) -> str:
    """
    >>> shortened("Apple Inc. reported. The Dept. of Justice. Oil, gas, etc.")
    'Apple Incorporated reported. The Department of Justice. Oil, gas, et cetera.'
    """
    return _SHORT.sub(lambda found: _long(found, text), text)


def _long(found: re.Match[str], text: str) -> str:
    word = found[1]
    ends_text = not text[found.end() :].strip("”\"’') ")
    return _ANYWHERE[word] + ("." if ends_text else "")
