"""Titles, ranks and other words that the press shortens, with a full stop or without."""

from __future__ import annotations

import re
from collections.abc import Callable

from narrator.patterns import compiled

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
    (compiled(r"\be\.\s?g\.,?(?=\s|$)"), "for example"),
    (compiled(r"\bi\.\s?e\.,?(?=\s|$)"), "that is"),
    (compiled(r"\bet al\."), "et al"),
    (compiled(r"\best\.(?=\s[\d$£€a-z])"), "estimated"),
    (compiled(r"\bcf\.(?=\s)"), "compare"),
    (compiled(r"\b(?:ca|c)\.\s(?=\d)|\b(?:ca|c)\.(?=\d{3})"), "circa "),
    (compiled(r"\bb\.\s(?=(?:c\.\s)?\d{4}\b)"), "born "),
    (compiled(r"\bd\.\s(?=(?:c\.\s)?\d{4}\b)"), "died "),
    (compiled(r"\bviz\.(?=\s)"), "namely"),
    (compiled(r"\bCh\.\s(?=\d)"), "Chapter "),
    (compiled(r"\bch\.\s(?=\d)"), "chapter "),
    (compiled(r"\b([Cc])hap\.\s(?=\d|[IVX]+\b)"), r"\1hapter "),
    (compiled(r"\b([Cc])at\.\s(?=\d)"), r"\1ategory "),
    (compiled(r"\bPt\.(?=\s[A-Z][a-z])"), "Point"),
    (compiled(r"(?<=\d[snrt][tdh] )c\.(?=\s)"), "century"),
    (compiled(r"(\b[A-Z][\w'’]*\s|[(”\"’]\s?)(?:ft|[Ff]eat)\.(?=\s[A-Z])"), r"\1featuring"),
    (compiled(r"\bparas?\.\s(?=\d)"), "paragraph "),
    (compiled(r"\bcl\.\s(?=\d)"), "clause "),
    (compiled(r"\bext\.\s(?=\d)"), "extension "),
    (compiled(r"\bEp\.\s(?=\d)"), "Episode "),
    (compiled(r"(?<![\w.])s\.\s?(?=\d)"), "section "),
    (compiled(r"(?<![\w.])ss\.\s?(?=\d)"), "sections "),
    (compiled(r"\b(?:Rm|RM)\.\s(?=\d)"), "Room "),
    (compiled(r"\bSte\.\s(?=\d)"), "Suite "),
    (compiled(r"(?<!\w\s)(?<![A-Z]\.\s)\bSr\.(?=\s[A-Z][a-z])"), "Sister"),
    (compiled(r"\bSec\.\s(?=\d)"), "Section "),
    (compiled(r"\bSec\.\s(?=of\b)"), "Secretary "),
    (compiled(r"\bpp\.\s?(?=\d)"), "pages "),
    (compiled(r"\bp\.\s?(?=\d|[ivxl]+\b)"), "page "),
    (compiled(r"\bPh\.\s?D\b\.?"), "P.H.D."),
    (compiled(r"\b[Tt]el\.(?=\s?[\d+(])"), "telephone"),
    (compiled(r"\b([Mm])in\.(?=\s\d)"), r"\1inimum"),
    (compiled(r"\b([Mm])ax\.(?=\s\d)"), r"\1aximum"),
    (compiled(r"\bArt\.\s(?=\d|[IVX]+\b)"), "Article "),
)
"""Those with a full stop inside the sentence, which most sentences have not."""

_PHRASES: _Phrases = (
    (compiled(r"\ba\.k\.a\.|\ba/k/a\b"), "also known as"),
    (compiled(r"(?<=\w )v\b\.?(?=\s[A-Z])"), "versus"),
    (compiled(r"\bWW(?=(?:II?|[12])\b)"), "World War "),
    (compiled(r"(?<=[a-z] )Jr\b(?!\.)"), "Junior"),
    (compiled(r"(?<=[a-z] )Sr\b(?!\.|\s[A-Z])"), "Senior"),
    (compiled(r"(?<=\w )Inc\b(?!\.)"), "Incorporated"),
    (compiled(r"(?<=\w )Ltd\b(?!\.)"), "Limited"),
    (compiled(r"(?<=\w )Corp\b(?!\.)"), "Corporation"),
    (compiled(r"\b[Ee]st\.?\s(?=1\d{3}\b|20\d\d\b)"), "established in "),
    (compiled(r"(?<=/)mo\b\.?"), "month"),
    (compiled(r"\bMk\.?(?=\s(?:\d|[IVX]+\b))"), "Mark"),
    (compiled(r"(?<!\w)w/o(?:ut)?\b"), "without"),
    (compiled(r"\b[Jj]ct\b\.?(?=\s\d)"), "Junction"),
    (compiled(r"(?<=\ba )yr\b\.?"), "year"),
    (
        compiled(
            r"\bK[-–](?=12\b|[568] (?:school|student|grade|class|campus|building|education|program|district))"
        ),
        "K through ",
    ),
    (compiled(r"(?<=\b[Gg]rades )K[-–](?=\d)"), "K through "),
    (compiled(r"(?<=\d )(?:ov|ovs)\b(?!\.\w)"), "overs"),
    (compiled(r"(?<=\d )wkts\b"), "wickets"),
    (compiled(r"\bDet\b(?=\s(?:Supt|Insp|Sgt|Con|Ch)\b)"), "Detective"),
    (compiled(r"\bRt\.? Rev\b"), "Right Reverend"),
    (compiled(r"(?<=\()ret\.?(?=\))|(?<=, )ret\."), "retired"),
    (compiled(r"\bSec['’]y\b|\bSecy\.(?=\s(?:of|to|for)\b)"), "Secretary"),
    (compiled(r"(?<=\d[snrt][tdh] )min\b\.?"), "minute"),
    (compiled(r"\bProp\.?\s(?=\d)"), "Proposition "),
    (compiled(r"\b(Nat|Int|Gov|Dep|Ass)['’](l|t|n)\b"), lambda found: _CONTRACTED[found[1]]),
    (compiled(r"\bUtd\b\.?"), "United"),
    (compiled(r"(?<=\d )avg\b\.?|\bavg\b\.?(?= (?:\w+ ){0,2}\d)"), "average"),
    (compiled(r"(?<!\w)w/(?=\s|\w)"), "with "),
    (compiled(r"\bc/o\b"), "care of"),
    (compiled(r"\bRt\.? Hon\b\.?"), "Right Honourable"),
    (compiled(r"\bapprox\b(?!\.)"), "approximately"),
    (compiled(r"\bmm\s?Hg\b"), "millimeters of mercury"),
    (compiled(r"(?<=\d)[- ]sq\.?-ft\b\.?"), "-square-foot"),
    (compiled(r"\bsq\.?\s(?=miles?\b|feet\b|foot\b|inch|yards?\b|kilomet|met)"), "square "),
    (compiled(r"\b(?:Hwy|hwy)\b\.?(?=\s\d)"), "Highway"),
    (compiled(r"\bRte\b\.?(?=\s\d)"), "Route"),
    (compiled(r"\bC#(?!\w)"), "C sharp"),
    (compiled(r"\bGovt\b(?!\.)"), "Government"),
    (compiled(r"\b[Nn]os\.\s?(?=\d)|\bNos\s(?=\d)"), "numbers "),
    (compiled(r"\b[Nn]o\.\s?(?=\d)|\bNo(?=\d)|\bNo\s(?=10\b|\d{1,2}\b(?!\s[a-z]+s\b))"), "number "),
    (compiled(r"\bNº\s?(?=\d)|№\s?(?=\d)"), "number "),
    (compiled(r"\bvs\b(?!\.)"), "versus"),
    (compiled(r"\b401\(k\)"), "four oh one K"),
    (compiled(r"\b403\(b\)"), "four oh three B"),
)

_TITLE = compiled(
    rf"\b(?:({'|'.join(BEFORE_NAMES)})\.|({WITHOUT_STOP}))(?!\s(?:(?:[XYZ]|AI|Alpha)\b|A\.I\.(?!\s[A-Z])))(?=(?:\sand\s[A-Z]|\s\(ret|[\s-]+(?:[A-Z“\"'‘]|1st|2nd|elect\b)|(?<=\.)\s(?:of|from)\b))"
)
_STOP_INSIDE = compiled(r"\.[^”\"’']")
_SHORT = compiled(rf"\b({'|'.join(_ANYWHERE)})\.(?=(\s+[A-Z]|\s*$|[”\"’'])?)(?!\w)")


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
