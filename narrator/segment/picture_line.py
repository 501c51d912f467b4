"""A line that may say what a picture shows, and what is seen of its verbs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from narrator.patterns import compiled
from narrator.segment.cues import Cues
from narrator.segment.shape import Shape
from narrator.segment.view import View

_VERBS_KNOWN = ("de", "en", "es", "fr", "it", "nl", "pt", "tr")
"""Languages in which a line that has no listed verb has none."""
_VERB_FIRST = ("es", "it", "pt")
"""Languages whose sentences may begin with their verb."""
_FIRST = compiled(r"\S+(?:\s\S+){3,}?(?:[a-zà-ÿ]{3}|[\d)»”])[.!…](?=\s[A-ZÀ-Þ¡¿«„“\"])")
"""The first of several sentences."""
_SOMEBODY = compiled(
    r"(?:Two|Three|People|Residents|Men|Women|Children|Passengers|Workers|Fishermen|Soldiers|Protesters|Rescuers|Farmers"
    r"|Firefighters|Villagers|Supporters|Volunteers|Visitors|Tourists|Mourners|Migrants|Refugees|Students|Fans)\s[a-z]"
    r"|An?\s(?:[a-z-]{1,20}\s){0,2}(?:man|woman|boy|girl|child|person|people|family|couple|crowd|group"
    r"|worker|resident|visitor|passenger|passer-by|farmer|soldier|officer|firefighter|protester|supporter|student)\b"
)
_ARTICLE = compiled(r"(?:i|gli|le|los|las|les|die|de|os|as)\s", re.IGNORECASE)
_SOMEWHERE_WORDS = range(5, 15)
_TELLS_TO = compiled(
    r"(?:Give|Let|Take|Make|Think|Ask|Imagine|Consider|Stop|Bring|Keep|Get|Put|Tell|Call|Send|Come|Try|Remember|Forget"
    r"|Say|Leave|Do|Don[’']t)\s"
)
"""`Give the bench back.`"""
_RELATIVE = compiled(
    r",?\s(?:who|whose|which|that|where)\s"
    r"|\s(?:donde|où|dove|onde)\s|,\s(?:(?:an|in|auf|mit|von|bei)\s)?(?:der|die|das|dem|den|deren|wo|dat|waar|qui|que|où|dont|donde|che|cui)\s"
)
"""What begins a clause that says which thing is meant."""
_OWN_VERB = compiled(
    r"(?:(?<=\swho\s)|(?<=\sthat\s)|(?<=\swhich\s))(?!(?:an?|the|his|her|its|their|our|my|some|many|no)\b)[a-z]+\s"
)
"""The verb of such a clause, in which nobody else does something: `that return to towns`."""
_APPOSITION = compiled(r"^((?:[\w.’'-]+\s){0,4}[\w.’'-]+), [^,.]{4,80}, ")
"""Who somebody is, between the name and the verb."""
_SAME_VERB = 20
"""Letters between the parts of one verb, at most."""
_NAMED_THEN_PAST = compiled(
    r"(?!(?:The|An?|This|Your|Our|My|His|Her|Their)\s)(?:[A-Z][\w’'-]*\s){1,3}[a-z]+ed\s(?!(?:by|in|at|on|with|from|for|as|to|of|into|over|near|outside|during|after)\b)"
)
"""`Claes blamed the wind`: a participle would have a preposition behind it."""
_HELPERS = "will|would|can|could|may|might|must|should|shall|to|not|did|does|do|who|that|which"
_NO_NOUN = r"(?! (?:are|is|was|were|has|have|had|will|would|did)(?:n.t)?\b)"
"""`The protests are` has its verb behind what could be one."""
_NO_ARTICLE = (
    r"(?<!\bthe\s)(?<!\ban\s)(?<!\ba\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)(?<!\bthis\s)"
)
"""`The board has` begins with no verb."""
_PAST = rf"{_HELPERS}|\w+ed|is|are|was|were|has|have|had"
_ANY_PRESENT = compiled(
    rf"(?:(?!(?:{_PAST})\s)[\w.,’'-]+\s){{1,9}}?[a-z]{{2,}}s (?:an?|the|his|her|its|their|into)\s"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that may say what a picture shows, with what is seen of its verbs once."""

    view: View
    index: int
    shape: Shape
    earlier: bool
    """Tells what had been before."""
    present: bool
    """Somebody does what people do in pictures."""
    may_be_present: bool
    """Somebody does something."""
    verbless: float
    """How surely no verb makes a sentence of its first words."""

    @property
    def inside(self) -> bool:
        """Stands below the first block of the article."""
        return self.index > self.view.body.start

    @property
    def short(self) -> bool:
        """Not half a paragraph."""
        return self.shape.words * 2 < self.view.usual

    @property
    def of_somebody(self) -> bool:
        """Begins with whoever happened to stand there, whom reports introduce in the past."""
        text = self.shape.text
        return bool(_SOMEBODY.match(text) or self.view.cues.somebody.match(text))

    @property
    def somewhere(self) -> bool:
        """Says in a few words where somebody was, without verb and full stop: `Fishermen on the quay of Ostend`."""
        if self.shape.closed or not (self.verbless and self.single and self.shape.words in _SOMEWHERE_WORDS):
            return False
        return self.of_somebody or bool(
            self.view.cues.somebody.match(_ARTICLE.sub("", self.shape.text, count=1))
        )

    @property
    def tells(self) -> bool:
        """Has a verb, in a language whose verbs are known, and not one of those of captions."""
        shown = self.present or self.may_be_present or self.verbless
        return self.view.cues.language in _VERBS_KNOWN and not shown

    @property
    def parted(self) -> bool:
        """Its first sentence, of some words, is followed by another."""
        return bool(_FIRST.match(self.shape.text))

    @property
    def single(self) -> bool:
        return self.shape.sentences <= 1


def line_of(view: View, index: int) -> Line:
    """Looks for verbs once."""
    shape, cues = view.shapes[index], view.cues
    earlier = bool(cues.pluperfect.search(shape.text))
    present = not earlier and _is_present(shape.text, cues)
    may_be = cues.language == "en" and bool(_ANY_PRESENT.match(shape.text))
    first = _FIRST.match(shape.text)
    verb = present or _has_verb(first.group() if first else shape.text, cues)
    verbless = float(not verb and cues.language in _VERBS_KNOWN)
    return Line(view, index, shape, earlier, present, may_be, verbless)


def _has_verb(sentence: str, cues: Cues) -> bool:
    """Other than that of one clause that says which thing is meant: `The closet where the box was found.`"""
    if cues.language == "en" and _TELLS_TO.match(sentence):
        return True
    start = 0 if cues.language in _VERB_FIRST else len(sentence.split(maxsplit=1)[0])
    verbs = list(cues.finite.finditer(sentence, start))
    clause = _RELATIVE.search(sentence)
    if not verbs or clause is None or verbs[0].start() < clause.start():
        return bool(verbs)
    own = _OWN_VERB.match(sentence, clause.end())
    if own and cues.language == "en" and verbs[0].start() > own.end():
        return True
    between = [sentence[one.end() : other.start()] for one, other in pairwise(verbs)]
    return any("," in gap or len(gap) > _SAME_VERB for gap in between)


def _is_present(text: str, cues: Cues) -> bool:
    """Somebody does something: a verb of captions, and no other verb before it but what may be a participle.

    >>> from narrator.segment.cues import cues_of
    >>> _is_present("Jane Doe, envoy of the master of the port of Ostend to Ghent, talks to a baker.", cues_of("en"))
    True
    >>> _is_present("The board of the port has rejected a bid.", cues_of("en"))
    False
    >>> _is_present("Claes blamed the wind and says that the crane was old.", cues_of("en"))
    False
    """
    text = _APPOSITION.sub(r"\1 ", text)
    match = _present(cues).match(text)
    if match is None or (cues.language == "en" and _NAMED_THEN_PAST.match(text)):
        return False
    verbs = cues.finite.finditer(text, len(text.split(maxsplit=1)[0]), match.start("verb"))
    return all(verb[0].endswith("ed") for verb in verbs)


@cache
def _present(cues: Cues) -> re.Pattern[str]:
    """Somebody, then a verb of captions: no more than nine words of subject; `do` is no verb in Portuguese, nor is
    `Wandern`, with a capital, in German.
    """
    english = cues.language == "en"
    helpers, no_noun, subject = (_HELPERS, _NO_NOUN, _NO_ARTICLE) if english else ("(?!)", "", "")
    return compiled(
        rf"(?:(?!(?:{helpers})\s)[\w.,’'-]+\s){{1,9}}?{subject}(?-i:(?![A-ZÀ-Þ]))(?P<verb>{cues.caption_verb.pattern})(?![\w-]){no_noun}",
        re.IGNORECASE,
    )
