"""Who took the picture: the credit that gives a caption away."""

from __future__ import annotations

import re
from functools import cache

from narrator.patterns import compiled
from narrator.segment.cues import Cues
from narrator.segment.shape import Shape

_NAMES = r"(?:[^.:]|\.(?=\w)|(?<=\b[A-ZÀ-Þ])\.)"
"""A sign of a credit, which is no sentence: full stops stand in initials, addresses and numbers."""
_CREDITED_WORDS = 90
"""A longer block that names an agency at its end is a report of that agency."""
_AGENCY_WORDS = 35
_BRIEF = 25
"""Words of a caption that begins with its agency in brackets, at most; a report of it may begin so too."""
_BRACKETED = compiled(r"[(\[]([^()\[\]]{2,90})[)\]]\.?$")
_DASHED = compiled(r"(?:^[–—|/©-]|\s[–—|/©•-]|(?<=[.!?])[–—])\s*([^–—|/©.]{2,60}(?:/[^–—|/©.]{2,40})?)\.?$")
_SLASHED = compiled(
    r"(?:^|[\s.])([\w.’'-]+(?:\s[\w.’'-]+){0,4}\s?/\s?[^/.]{2,40}(?:\s?/\s?[^/.]{2,30})?)\.?$"
)
_WIRE = compiled(
    r"(?<=[a-zà-ÿ]\s)(?:AFP|ANP|EPA|EFE|ANSA|DPA|TASR|NTB|BELGA|REUTERS|GETTY|LUSA|dpa|picture alliance)$"
)
_AFTER_STOP = compiled(
    r"[.!][\"”»]?\s[(\[](?!.*(?:\b(?:by|von|par|por)\b|\d{4}|\w [a-z]+ [a-z]+ [a-z]))[A-Z][^()\[\]]{2,60}[)\]]$"
    r"|[.!?]\([A-Z][A-Z .&-]{2,30}/[A-Z][A-Z .-]{2,40}\)$|[.!?]\([A-Z][\w ]{2,24}: ?[A-Z][^()]{2,60}\)$"
    r"|[.!?] - [A-ZÀ-Þ][\w’'-]+(?: (?:de |van |von |du )?[A-ZÀ-Þ][\w’'-]+){1,2}\.?$"
)
"""`(Jane Doe)`, `(Supplied: Planet)`, `- Jane Doe.`"""
_UNNAMED = compiled(
    r"[.!?]\s?(?:(?:COURTESY|FILE|HANDOUT|CONTRIBUTED|SUBMITTED) (?:PHOTO|PICTURE|IMAGE)S?"
    r"|(?:Photo|Picture|Image)s? (?:from|by|courtesy(?: of)?)"
    r"|(?:Screen ?(?:grab|shot)|Video still)s?(?: (?:from|of|via|by) .{2,40})?)$"
)
"""`COURTESY PHOTO`; or the name was a link that a copy has lost."""
_OUTLET = compiled(
    r"[.!?]\s?(?:[A-ZÀ-Þ][\w.’'-]+\s){1,3}?[A-ZÀ-Þ][\w.’'-]+\s?/\s?[A-ZÀ-Þ][\w.’'&-]*(?:\s[A-ZÀ-Þ][\w.’'&-]*){0,4}"
    r"(?:\s?/\s?[A-ZÀ-Þ][\w.’'&-]*)?\s?$|[.!?] [A-Z]{2,6} ?[/–-] ?(?:[A-ZÀ-Þ][\w.’'-]+ ?){1,3}$"
)
"""`Jane Doe / The Daily Planet`, `JANE DOE/THE PLANET/DPX`, behind a sentence or glued to it; `DPX/Jane Doe`."""
_BRACKETED_BEHIND = compiled(
    r"[.!?”’\"]\s\((?:[A-ZÀ-Þ][\w.’'-]+ ){1,3}[A-ZÀ-Þ][\w.’'-]+ ?/ ?[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,3}\)$"
)
"""`(Jane Doe/DPX)` behind sentences, and some of them what somebody said."""
_KEEPER = compiled(r"(?:[.!?]|\s[-–|]) [A-ZÀ-Þ][\w.’'-]+ / [A-ZÀ-Þ][\w.’'-]+ [A-ZÀ-Þ][\w.’'-]+$")
"""`Planet / Jane Doe` behind a sentence or a dash."""
_SHOWN_BY = compiled(
    r"(?:[.!?][\"”’»]?\s|\()(?:Fotos?|Photos?|Bild|Beeld|Pics?) [A-ZÀ-Þ][\w.’'-]+(?: [\w.’'-]+){0,4}\)?$"
)
"""`Photo Jane Doe` behind a sentence, `(Foto Doe)`."""
_BARRED = compiled(
    r"\| (?:[A-ZÀ-Þ][\w.’'-]+ ){1,3}?[A-ZÀ-Þ][\w.’'-]+ ?/ ?[\w.]{2,20}$"
    r"|[\w.!?”\"] \| [A-ZÀ-Þ]{2,}(?: [A-ZÀ-Þ.’'-]{2,}){1,3}$"
    r"|[.!?”\"] \| (?:[A-ZÀ-Þ][\w.’'-]+ ){1,2}[A-ZÀ-Þ][\w.’'-]+(?:, (?:[A-ZÀ-Þ][\w.’'&-]+ ?){1,4})?$"
)
"""`| Jane Doe/dpx`, `| JANE DOE`, `| Jane Doe, Planet News`"""
_SHOUTED_BEHIND = compiled(
    r"[–—-] ?[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?: [A-ZÀ-Þ.’'-]{2,}){0,4} ?/ ?[A-ZÀ-Þ][\w.’'&-]*(?: [A-ZÀ-Þ][\w.’'&-]*){0,3}$"
)
"""`— JANE DOE/The Planet`"""
_LICENSED = compiled(r"[,.(] ?CC[ -]BY(?:[ -](?:SA|NC|ND))*(?: \d\.\d)?\)?$|\bCC0\b.{0,20}$")
"""`Jane Doe, CC BY-SA`"""
_IN_SQUARES = compiled(
    r"\[(?:[A-ZÀ-Þ][\w.’'-]+ ){1,3}[A-ZÀ-Þ][\w.’'-]+ ?/ ?[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,3}\]$"
)
"""`[Jane Doe/Planet News]`"""
_INITIALED = compiled(r"[a-zà-ÿ]{3}\.\s?(?:[A-ZÀ-Þ]\. ?){2,4}$")
"""`J. D.` behind a sentence."""
_BY_WAY = compiled(
    r"[(\[](?:[A-ZÀ-Þ][^()\[\]]{1,50}\svia\s[A-ZÀ-Þ]|\d{1,2}/\d{1,2}/(?:(?:19|20)\d\d|\d\d)\s?/)"
    r"[^()\[\]]{1,60}[)\]]$"
)
"""`(Planet News via DPX)`, `(27/01/2023/J.DOE/The Planet)`: so no report is signed."""
_GLUED = compiled(
    r"(?<=[a-zà-ÿ\d.!?”\"])(?:Credit|Crédit|Photo|Foto|Bild|Image){1,2}(?:\.{3}|…)?"
    rf"(?:(?:Image|Photo) by )?[A-ZÀ-Þ]{_NAMES}{{2,60}}$"
)
"""`by the end of the year.CreditJane Doe for The Daily Planet`: the label stood in an element of its own."""
_COPYRIGHT = compiled(r"(?<=\w)[.,!?\"”’»]{0,2}\s(?:[–—-]\s)?\(?[©ⓒ]\s?(?!(?:19|20)\d\d)\w[^©ⓒ]{1,50}$")
_OWNED = compiled(
    r"©\s?(?!.*(?:\b(?:19|20)\d\d|[Rr]ight|[Rr]echt|[Dd]roit|[Dd]erech|[Dd]iritt|[Dd]ireit))[^\W\d][^©]{1,60}"
)
"""A year, or a word of rights, makes a notice about the whole page of it."""
_HAN = compiled(
    r"[。！？，\s][^。！？，\s]{0,12}\s?(?:供[图圖]|[资資]料[图圖]?|[摄攝]影?|[制製][图圖]|\s[图圖])$"
    r"|[（(](?:[^（()）]{0,6}截[图圖]|[^（()）]{0,10}(?:供[图圖]|[摄攝])|[图圖](?:片[来來])?(?:源|自|[/／:：])[^（()）]{1,16}|[视視][觉覺]中[国國]"
    r"|東方IC|东方IC)[）)]$|[。！？]\s?新[华華]社[发發]$"
    r"|[（(](?:資料)?(?:写真|画像|撮影|提供|出典)(?:提供|撮影)?\s?[＝=：:／/][^（()）]{1,24}[）)]$|＝[^＝。]{1,24}(?:撮影|提供)$"
)
"""`停在码头边的渡轮。李芳 摄`, `港のクレーン（写真＝山田太郎）`"""
_BUTTON = compiled(r"\s(?:close|enlarge|(?:hide|toggle) caption)$", re.IGNORECASE)
"""What closes or enlarges a picture, in the line of its caption."""
_FIRST = compiled(r".{8,}?[^\W\d_]{2}[.!?](?=\s)")
_SHORT = 45
"""Words of a caption with a name in brackets behind its full stop."""
_DATED = compiled(r"\b\d{1,2}\. ?(?:\d{1,2}\.|\w+) ?(?:19|20)\d\d")
"""Papers sign reports so: `(Jane Doe, APA, 27.1.2025)`; a word for pictures signs one of those."""
_PICTURED = compiled(r"foto|photo|bild|image", re.IGNORECASE)
_OPENED = compiled(r"^\(([^()]{3,80})\)\.?\s")
_NAME = r"[A-Z][\w.&’'-]*"
_AT_BOTH_ENDS = compiled(
    rf"(?P<names>{_NAME}(?:[ /]{_NAME}){{1,4}})\s[^.!?]{{15,200}}[.!?]?\s?(?P=names)"
    rf"|(?P<name>[A-Z][\w.&’'-]*[a-z][\w.&’'-]*)\s[^.!?]{{15,200}}[.!?\w](?P=name)"
)
"""`Harbour Images A ferry at the quayHarbour Images`; a single name only glued to what it follows."""
_WORD = r"[A-ZÀ-Þ][\w.’'&-]+"
_OF_OUTLET = compiled(r"(?:[A-ZÀ-Þ][\w.’'-]+ ){1,2}[A-ZÀ-Þ][\w.’'-]+/[A-ZÀ-Þ][\w.&]{2,20}(?= [A-ZÀ-Þ]|$)")
"""`Jane Doe/Planet`, alone or before what the picture shows."""
_INITIAL_SHOUTED = compiled(r"(?:[A-ZÀ-Þ]\. ?){1,2} ?[A-ZÀ-Þ][A-ZÀ-Þ’'-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ’'-]{2,})?")
"""`J. DOE` alone in its line."""
_PICTURE = "(?:[Ff]oto|Beeld|[Pp]hoto)"
_PARTICLE = " van| de| der| den| von| d[aeiu]| del"
_PICTURE_BY = compiled(rf"{_PICTURE} {_WORD}(?:{_PARTICLE}){{0,2}}(?: {_WORD}){{1,2}}")
"""`Foto Jan van Doe` alone in its line; more words may be a heading."""
_OF_ARCHIVE = compiled(
    rf"(?:{_WORD} ){{1,3}}{_WORD} ?/ ?{_WORD}(?: {_WORD}){{0,3}}(?: / {_WORD}(?: {_WORD}){{0,2}})?"
    rf"|{_PICTURE}s?(?: {_WORD}|{_PARTICLE}){{1,5}}(?<=\w)"
)
"""`Jane Doe / The Daily Planet`, `Harbour Archive/Jane Doe`, `Foto Jan van Doe`"""
_SHOUTED = compiled(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?: [A-ZÀ-Þ.’'-]+){1,3} / [A-ZÀ-Þ][A-ZÀ-Þ.’' -]{3,40} (?=[A-ZÀ-Þ][a-zà-ÿ]|An? [a-z])"
)
"""`JANE DOE / THE DAILY PLANET` before what the picture shows."""
_BY_COURTESY = compiled(
    r"\b[Cc]ourtesy of (?:the )?[A-Z][\w.’'-]+(?: (?:of |the )?[A-Z][\w.’'-]+){0,4}(?: via (?:the )?[A-Z].{2,50})?\.?$"
    r"|(?<=\w) @[A-Z][a-z]+$|\((?:[A-Z]{2,4} )?(?:photo|picture|image)s? by [^()]{3,40}\)\.?$"
)
_DESK = compiled(r"[A-ZÀ-Þ]{2,6}|[a-zà-ÿ]{2,5}")
"""`(dpx/red)`, `(DPX/PLNT)`"""
_PARTS = compiled(r"\s*[/|,;]\s*|\s+via\s+|\s+-\s+", re.IGNORECASE)


def is_credit(shape: Shape, cues: Cues) -> bool:
    """A line of nothing but names of agencies, or one that begins as credits do, or their label alone.

    >>> from narrator.model import Block
    >>> from narrator.segment.cues import cues_of
    >>> from narrator.segment.shape import shape_of
    >>> lines = "Getty Images", "Photo: Jane Doe/AP", "Credit:", "© Planet", "© Planet 2023", "Reuters won on Monday."
    >>> [is_credit(shape_of(Block(line)), cues_of("en")) for line in (*lines, "JANE DOE/Planet", "Home/News")]
    [True, True, True, True, False, False, True, False]
    >>> lines = "Foto Jan van Doe", "Photo Jane Doe", "Photo Finish In The Harbour Cup"
    >>> [is_credit(shape_of(Block(line)), cues_of("nl")) for line in lines]
    [True, True, False]
    """
    if shape.words > 14 or (shape.closed and shape.words > 6):
        return False
    text = shape.plain.strip("()[] ")
    parts = [part for part in _PARTS.split(text) if part]
    named = bool(parts) and all(_agencies(cues).fullmatch(part) for part in parts)
    opened = cues.credit_opening.match(text + ":" * shape.text.endswith(":"))
    forms = (_OWNED, _OF_OUTLET, _INITIAL_SHOUTED, _PICTURE_BY)
    return named or bool(opened or any(form.fullmatch(text) for form in forms))


def is_picture_by(text: str) -> bool:
    """`Photo Jane Doe` and nothing else."""
    return bool(_PICTURE_BY.fullmatch(text))


def names_keeper(text: str) -> bool:
    """A line of nothing but somebody's full name and those who keep the picture; authors may sign so too.

    >>> lines = "Jane Doe / Planet / Harbour Archive", "Harbour Archive/Jane Doe", "Foto Jan van Doe"
    >>> [names_keeper(line) for line in (*lines, "Sport / Other News of the Day", "Foto of the day")]
    [True, True, True, False, False]
    """
    return bool(_OF_ARCHIVE.fullmatch(text))


def ends_in_credit(shape: Shape, cues: Cues) -> bool:
    """A caption with its credit behind it, in brackets, behind a dash or after a word like Photo.

    >>> from narrator.model import Block
    >>> from narrator.segment.cues import cues_of
    >>> from narrator.segment.shape import shape_of
    >>> def ends(text):
    ...     return ends_in_credit(shape_of(Block(text)), cues_of("en"))
    >>> ends("The bridge on Monday. (AP Photo/Jane Doe)"), ends("The bridge in 1981. — AFP/File")
    (True, True)
    >>> ends("The bridge lies at the quay of Ostend.—AFP/File"), ends("The bridge fell.—It was red")
    (True, False)
    >>> ends("The port will open on Sunday. (APA, red, 3.2.2024)"), ends("A crane. (Foto: APA, 3.2.2024)")
    (False, True)
    >>> ends("A view of the bridge. Photo: Jane Doe"), ends("The bridge fell at dawn (see map).")
    (True, False)
    >>> ends("A crane at night (9/2/2024).(THE PLANET/JANE DOE)"), ends("It fell (9/2/2024).(It was red.)")
    (True, False)
    >>> ends("A crane fell on Friday.(Supplied: Port of Ostend)"), ends("It fell.(It was red.)")
    (True, False)
    >>> ends("A crane fell. Jane Doe / The Daily Planet"), ends("A crane fell. It was red / black")
    (True, False)
    >>> ends("A crane fell.JANE DOE/THE PLANET/DPX"), ends("A crane fell. (27/01/2023/J.DOE/The Planet)")
    (True, True)
    >>> ends("A crane fell on Friday.CreditJane Doe for The Daily Planet"), ends("It fell. Credit goes to Jane Doe")
    (True, False)
    >>> ends("A view of the bridge. Photo: Jane Q. Doe"), ends("A crane. Photo: CC BY 4.0 Jane Doe, planet.example")
    (True, True)
    >>> ends("A crane lay on the quay. COURTESY PHOTO"), ends("A crane on the quay. Photo from"), ends("Photo from")
    (True, True, False)
    >>> ends("Water at the bridge, courtesy of Jane Doe via the Port of Ostend."), ends("A goal at the end @Dpx")
    (True, True)
    >>> ends("A crane fell on Friday. | Jane Doe/dpx"), ends("A crane fell. Planet / Jane Doe"), ends("It fell. B. C.")
    (True, True, True)
    >>> ends("A crane at the quay (Foto Doe)"), ends("A crane at the quay. Beeld Archief van de haven")
    (True, True)
    >>> ends("A crane at the quay (Pic: The Planet)"), ends("A crane at the quay. Screengrab from video")
    (True, True)
    >>> ends("A crane. | JANE DOE"), ends("A crane. — JANE DOE/The Planet"), ends("A crane at sea. Jane Doe, CC BY-SA")
    (True, True, True)
    >>> ends("停在码头边的渡轮（视频截图）"), ends("嵐で倒れたクレーン（写真＝山田太郎）"), ends("他说（笑）")
    (True, True, False)
    >>> ends("Robinson of the file photo: «I found the ball»")
    False
    >>> ends("Nobody was hurt. All photos by Jane Doe"), ends("We saw hundreds of photos by Jane Doe")
    (True, False)
    """
    if shape.words > _CREDITED_WORDS:
        return False
    tail = _BUTTON.sub("", shape.tail)
    if any(
        form.search(tail)
        for form in (
            _labelled(cues),
            _WIRE,
            _COPYRIGHT,
            _UNNAMED,
            _OUTLET,
            _BRACKETED_BEHIND,
            _KEEPER,
            _SHOWN_BY,
            _BARRED,
            _SHOUTED_BEHIND,
            _LICENSED,
            _IN_SQUARES,
            _INITIALED,
            _BY_WAY,
            _BY_COURTESY,
            _GLUED,
            _HAN,
        )
    ):
        return True
    if _AFTER_STOP.search(shape.tail) and shape.words <= _SHORT and shape.sentences < 3:
        return True
    for pattern in (_BRACKETED, _DASHED, _SLASHED):
        match = pattern.search(tail)
        if match and _DATED.search(match[1]) and not _PICTURED.search(match[1]):
            return False
        if match and _is_named(match.group(1), shape, cues):
            return True
    return False


def shows_and_names(shape: Shape, cues: Cues) -> bool:
    """Says in a first sentence without a verb what is to be seen, and behind a word like Photo or Source by whom.

    >>> from narrator.model import Block
    >>> from narrator.segment.cues import cues_of
    >>> from narrator.segment.shape import shape_of
    >>> lines = "The site on Tuesday. Nobody was there. Photo: Jane Doe", "The port is shut. Source: Planet News"
    >>> [shows_and_names(shape_of(Block(line)), cues_of("en")) for line in lines]
    [True, False]
    """
    first = _FIRST.match(shape.head)
    shown = shape.words <= _SHORT and first is not None and not cues.finite.search(first.group())
    return shown and bool(_labelled(cues).search(shape.tail))


def opens_with_credit(shape: Shape, cues: Cues) -> bool:
    """A caption with its credit before it, in brackets or as a name with its agency, or before it and behind.

    >>> from narrator.model import Block
    >>> from narrator.segment.cues import cues_of
    >>> from narrator.segment.shape import shape_of
    >>> lines = "(AFP) A crane falls.", "Jane Doe/Getty Images A crane falls.", "Jane Doe and Getty Images won."
    >>> [opens_with_credit(shape_of(Block(line)), cues_of("en")) for line in (*lines, "Jane Doe/Planet A crane falls.")]
    [True, True, False, True]
    >>> opens_with_credit(shape_of(Block("JANE DOE / THE DAILY PLANET A crane falls.")), cues_of("en"))
    True
    >>> lines = "Harbour Images A ferry at the quayHarbour Images", "Planet A ferry at the quay of OstendPlanet"
    >>> lines = *lines, "Ostend is what all who live there call Ostend"
    >>> [opens_with_credit(shape_of(Block(line)), cues_of("en")) for line in lines]
    [True, True, False]
    """
    if shape.words > _CREDITED_WORDS:
        return False
    match = _OPENED.match(shape.head)
    if _AT_BOTH_ENDS.fullmatch(shape.text):
        return True
    signed = (
        _signed(cues).match(shape.head)
        or _SHOUTED.match(shape.head)
        or (shape.closed and _OF_OUTLET.match(shape.head))
    )
    reported = shape.words > _BRIEF
    return bool(match and not reported and _has_agency(match.group(1), cues)) or bool(signed)


def _is_named(credit: str, shape: Shape, cues: Cues) -> bool:
    """Agencies alone may also sign a report, with the desk or without; only one or two sentences are a caption then,
    and none where agency and desk are written small behind the last of them.
    """
    if not _has_agency(credit, cues):
        return False
    parts = [part for part in _PARTS.split(credit) if part]
    if len(parts) > 1 and credit.islower() and shape.text.endswith(f". ({credit})"):
        return False
    alone = (len(parts) == 1 and len(credit.split()) < 3) or all(_DESK.fullmatch(part) for part in parts)
    return not alone or (shape.words <= _AGENCY_WORDS and shape.sentences <= 2)


def _has_agency(credit: str, cues: Cues) -> bool:
    parts = [part.strip(" .") for part in _PARTS.split(credit) if part.strip(" .")]
    return any(_agencies(cues).fullmatch(part) or cues.credit_opening.match(part) for part in parts)


@cache
def _signed(cues: Cues) -> re.Pattern[str]:
    """`Jane Doe/Getty Images`, `Jane Doe via AP`, before whatever the picture shows."""
    return compiled(
        rf"(?:[A-ZÀ-Þ][\w.’'-]+\s){{1,3}}?[A-ZÀ-Þ][\w.’'-]+(?:/|\svia\s)(?i:{cues.credit.pattern})"
    )


@cache
def _agencies(cues: Cues) -> re.Pattern[str]:
    """One agency or several words of credits: `Representational Wikimedia Commons`."""
    return compiled(rf"(?:(?:{cues.credit.pattern})(?:\s|$)){{1,4}}", re.IGNORECASE)


@cache
def _labelled(cues: Cues) -> re.Pattern[str]:
    """`Photo: Jane Doe / AP` at the end of a block, after whatever the picture shows."""
    by = "by|von|de|di|door|par|por|of"
    label = rf"(?:{cues.photo.pattern})(?: (?:{by}|d'archives?))?"
    signed = rf"[.!?]\s(?:\w+\s)?(?:{cues.photo.pattern}) (?:{by})\s(?-i:[A-ZÀ-Þ])[^.:,]{{2,40}}$"
    return compiled(
        rf"(?:^|[\s.(\[|])(?:{label})\s?(?:[:/©|]|\.\.\.|…|(?<=fot\.))(?!\s?[«“„\"‘])\s?{_NAMES}{{2,60}}[.)\]]{{0,2}}$|{signed}",
        re.IGNORECASE,
    )
