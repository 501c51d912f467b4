"""Paragraphs that a scraper broke at every link and emphasis: which lines go on, and how they are glued."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from narrator.patterns import compiled
from narrator.reading.length import words_in

_TURKISH_ENDING = r"n?[ıiuü]n?|[yn]?[ae]|n?[dt][ae](?:n|ki)?|y?l[ae]|[ly][ıiuü]|l[ae]r\w{0,4}|s[ıiuü]\w{0,3}"
_NEVER_FIRST = compiled(
    r"[,;:.?!)\]”’](?=\s|$|[”’\"])|\"(?=\s[a-z])|['’](?:s|re|ve|ll|d|m|t)\b|[.,]”"
    rf"|['’](?:{_TURKISH_ENDING})\s(?!.*['’](?!\w))"
)
"""Begins no line that was written as one, and stands right behind the word before: `’s`, Turkish `’nin`."""
_AGED = compiled(r"\(\d\d\),")
"""Nor does this, which has a space before it: `(74),`."""
_CUT_OFF = compiled(r"[,;]|[.)](?=\s|$)")
"""Begins none in a text of whole paragraphs either, where a line may begin with a quotation mark."""
_TITLES = ("Dr", "Prof", "Doç", "Mr", "Mrs")
"""Their full stop ends no sentence."""
_CLOSED = compiled("".join(rf"(?<!\b{title})" for title in _TITLES) + r"""[.!?…:。！？؟۔।]["'”’»«“)\]]*$""")
_OPENED = compiled(r"(?:[(\[“‘„«¿¡/]|\b(?:[ldjncmst]|qu|un|(?:d|n|s)[ae]ll|all|sull)[’'])$", re.IGNORECASE)
"""A bracket, a quotation, an elided article: `l’`."""
_UNFINISHED = compiled(
    rf"(?:[,;–—]|\b(?:{'|'.join(_TITLES)})\.|\b(?:the|an?|of|to|in|on|at|by|for|from|with|and|or|that|as|is|was|were|are|be|been|has|have|had|will"
    r"|would|may|not|his|her|its|their|said|told|than|via|per|called|der|die|das|den|dem|des|eine?|einen|einem|einer|und"
    r"|oder|von|vom|zum|zur|im|am|für|bei|als|dass|les?|la|une?|du|de|et|ou|à|aux?|en|par|pour"
    r"|avec|sur|dans|que|qui|el|los|las|una|del|y|al|con|por|para|su|il|lo|gli|uno|di|da|dei|della|nel|nella|sul|che"
    r"|os?|as|uma?|dos|no|na|nos|nas|ao|com|em|het|een|van|met|te|bij|ve|ile|için))$",
    re.IGNORECASE,
)
"""No headline, label or paragraph ends so; German `auf` and Dutch `op` may be half of a verb."""
_BEFORE_NOUN = compiled(r"\S (?:the|an?|der|das|une?|les?|el|los|il|het|een)$")
"""`Under the`; a label of two words ends otherwise: `Written by`."""
_LINK = compiled(r"(?:https?://|www\.|pic\.\w+\.com/|t\.co/)\S+|[#@]\w+")
"""In a post, the names and addresses it links to."""
_COUNTED = compiled(r"list (?:of )?\d{1,2} (?:items?\b|of \d)")
"""What is said of a list to those who hear a page."""
_SIGNED = compiled(r"(?i:by|von|par|por|di|da|door)(?: [A-ZÀ-Þ]|$)")
_ENOUGH = 3
"""Of them; in a text of whole paragraphs there is hardly one."""
_SENTENCE = 8
"""Words that are no label."""
_BROKEN_OFF = 14
"""Words before which no headline, caption or summary is broken."""
_PHRASE = 3
_PHRASES = 8
"""Lines that go on in small letters, at least."""
_ENDS = 4
"""Lines that begin small and end a sentence, at least, where only small letters tell that a text was broken."""
_LINKED = 8
"""Words of a link, at most."""


def are_fragments(lines: Sequence[str], wrapped: bool = False) -> bool:
    """Whether several of the lines go on where the line before broke off, and not only in small letters, or most do.

    In text `wrapped` at a width only signs tell.

    >>> are_fragments(["The mayor told", "the Post", ", which asked", "her office", ", and left", "the room", "."])
    True
    >>> are_fragments(["Mayor leaves", "by Jane Doe", "The mayor left the room.", "min read"])
    False
    """
    pairs = [(text, following) for text, following in pairwise(lines) if text and following]
    signs = sum(_never_begins(following) for _, following in pairs)
    running = sum(_is_amid(text) and _begins_small(following) for text, following in pairs)
    if not wrapped and running >= _PHRASES and _are_broken(pairs, running):
        return True
    return signs + (running if signs and not wrapped else 0) >= _ENOUGH


def _are_broken(pairs: Sequence[tuple[str, str]], running: int) -> bool:
    """Most lines that end amid a sentence go on in small letters, and several of them to its end."""
    open_ = [following for text, following in pairs if not is_closed(text)]
    ends = sum(_begins_small(following) and is_closed(following) for following in open_)
    return running * 2 >= len(open_) and ends >= _ENDS


def are_phrases(lines: Sequence[str]) -> bool:
    """Whether most lines are a few words that go on in small letters, as texts in easy language are set."""
    pairs = [(text, following) for text, following in pairwise(lines) if text and following]
    open_ = [following for text, following in pairs if not is_closed(text)]
    small = sum(map(_begins_small, open_))
    few = sum(words_in(text) <= _SENTENCE for text, _ in pairs) * 10 >= len(pairs) * 9
    return few and small >= _PHRASES and small * 3 >= len(open_) * 2 and len(open_) * 2 >= len(pairs)


def phrase_goes_on(text: str, following: str, after: str, _words: int) -> bool:
    """The same as `goes_on` in a text of phrases.

    >>> phrase_goes_on("The head of the port", "Jane Doe said", "that it is shut.", 5)
    True
    >>> phrase_goes_on("Read more", "Ferries", "Share", 2), phrase_goes_on("It is shut.", "that", "", 3)
    (False, False)
    """
    if is_closed(text):
        return False
    return _begins_small(following) or is_closed(following) or (bool(after) and _begins_small(after))


def goes_on(text: str, following: str, after: str, words: int) -> bool:
    """Whether a line belongs to the paragraph above it, which ends with the line `text` and has so many words.

    `after` is the line below.

    >>> goes_on("The mayor, told by", "the Post", ", left", 4), goes_on("Mayor leaves", "by Jane Doe", "On", 2)
    (True, False)
    >>> goes_on("The mayor told her friends, the readers of our", "Evening Post", "that she left.", 9)
    True
    >>> goes_on("He said that it stood on the “port’s list", '" and that he had seen it.', "", 9)
    True
    """
    if _never_begins(following):
        return True
    if is_closed(text):
        return False
    if _LINK.fullmatch(following) or _OPENED.search(text):
        return True
    if is_unfinished(text) and (words >= _PHRASE or _BEFORE_NOUN.search(text)):
        return True
    is_first = words_in(text) == words
    if is_first and _SIGNED.match(following):
        return False
    if goes_on_at_link(text, following, after, words):
        return True
    if _begins_small(following):
        return not is_first or words >= _SENTENCE or words_in(following) >= _PHRASE
    if is_closed(following) or not _goes_on_below(after):
        return False
    named = words_in(following) <= _PHRASE and (words_in(after) >= _SENTENCE or following.endswith(","))
    return (named and words > _PHRASE) or words_in(following) <= _SENTENCE <= words


def goes_on_at_link(text: str, following: str, after: str, words: int) -> bool:
    """The same in a text of whole paragraphs, of which only one or two were broken, each at a link.

    >>> goes_on_at_link("In a", "report", "published in May, she had warned of it.", 2)
    True
    >>> goes_on_at_link("A barrel weighs about", "450 pounds", ", so it stands on stone.", 4)
    True
    >>> line = "The mayor, whom nobody had seen in the town since the storm of May, came back and"
    >>> goes_on_at_link(line, "opened the port on Sunday.", "", 16)
    True
    >>> goes_on_at_link(line[:-4], "away.", "", 15)
    True
    >>> goes_on_at_link("She is a pilot now. Under a", "trial", "that began in May, she steers in", 7)
    True
    >>> goes_on_at_link("Mayor leaves", "Jane Doe", ", Reporter", 2), goes_on_at_link("By", "Jane Doe", "min read", 1)
    (False, False)
    """
    if is_closed(text) or _COUNTED.match(following):
        return False
    if is_cut_off(following):
        return True
    if words_in(text) != words:
        return _begins_small(following) or is_unfinished(text)
    if words >= _PHRASE and _BEFORE_NOUN.search(text):
        return True
    if words >= _BROKEN_OFF and (_is_rest(following) or (_begins_small(following) and is_closed(following))):
        return True
    linked = words_in(following) <= _LINKED and not is_closed(following) and not is_unfinished(following)
    if not linked or not _is_rest(after):
        return False
    running = _begins_small(following) or _never_begins(after)
    return running or is_unfinished(text)


def is_cut_off(text: str) -> bool:
    """Begins with a sign that belongs to the line above.

    >>> is_cut_off(", which left"), is_cut_off("."), is_cut_off(".example is no address")
    (True, True, False)
    """
    return bool(_CUT_OFF.match(text))


def is_closed(text: str) -> bool:
    """Ends as sentences do, or with what announces the next.

    >>> is_closed("“Trains stand still.”"), is_closed("The mayor said:"), is_closed("Trains stand still")
    (True, True, False)
    """
    return bool(_CLOSED.search(text))


def is_unfinished(text: str) -> bool:
    """Ends with a word or a sign that needs another.

    >>> is_unfinished("Trains stand still in"), is_unfinished("Trains stand still")
    (True, False)
    """
    return bool(_UNFINISHED.search(text))


def are_glued(text: str, following: str) -> bool:
    """Whether no space was between two parts.

    >>> are_glued("the Post", ", which"), are_glued("(", "Reuters"), are_glued("told", "the Post")
    (True, True, False)
    >>> are_glued("Gazete", "'ye anlattı."), are_glued("Jane Doe", "(74), said so.")
    (True, False)
    """
    return bool(_NEVER_FIRST.match(following) or _OPENED.search(text))


def _goes_on_below(after: str) -> bool:
    return bool(after) and (_never_begins(after) or _begins_small(after))


def _never_begins(text: str) -> bool:
    """No line that was written as one begins so."""
    return bool(_NEVER_FIRST.match(text) or _AGED.match(text))


def _is_rest(text: str) -> bool:
    """The last words of a sentence, or its full stop."""
    return _goes_on_below(text) and is_closed(text) and (words_in(text) >= _PHRASE or not text[0].isalpha())


def _is_amid(text: str) -> bool:
    return words_in(text) > _PHRASE and not is_closed(text)


def _begins_small(text: str) -> bool:
    return text[0].islower()
