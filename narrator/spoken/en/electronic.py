"""Addresses of the net: web pages, e-mail, handles, hashtags."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.spoken.en.acronyms import is_word
from narrator.spoken.en.number_words import digits

_WEB = compiled(
    r"\b(?:[a-z]{2,5}://|www\.)[^\s<>\"“”’)\]]*[\w/]"
    r"|(?<![\w.-])(?:[a-z0-9_-]{1,63}\.){1,8}(?:com|org|net|edu|gov|mil|int|info|io|ai|tv|eu|uk|de|fr|ca|au|jp|ru|cn|ir|app|dev|news|ly|gg|tech|online|site|nz|za|ie|ch|nl|br|"
    r"(?-i:at|be|co|in|is|it|me|se|to|us)(?=[\s,.;:!?)]*$|/|\s[a-z]))"
    r"(?:\.[a-z]{2})?(?:/[^\s<>\"“”’)\]]*[\w/])?(?![\w@])",
    re.IGNORECASE,
)
_PICTURE = compiled(r"(?:https?://)?(?:pic\.(?:twitter|x)\.com|\bt\.co)/\w{6,}")
_MAIL = compiled(r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\b")
_HANDLE = compiled(r"(?<![\w@])@(?=[A-Za-z_])(\w{1,30})")
_HASHTAG = compiled(r"(?<![\w#&])#(?=\d*[A-Za-z_])(\w{1,100})")
_ENDING = compiled(r"(?<!\w)\.(?=(?:com|gov|org|net|edu|NET|uk|eu|ai|io)\b)")
_FILE = compiled(r"(?<=\w)\.(?=(?:pdf|docx?|html?|js|exe|zip|jpe?g|png|csv|txt|py|mp[34]|apk|dll)\b)")
_SIGNS = {
    ".": "dot", "/": "slash", ":": "colon", "-": "dash", "_": "underscore", "@": "at", "?": "question mark",
    "=": "equals", "&": "and", "%": "percent", "#": "hash", "+": "plus", "~": "tilde",
}  # fmt: skip
_SAID_AS_WORDS = {"com", "org", "net", "gov", "co", "info"}
_LONG_NAME = compiled(r"(?=\w{4})\w*[aeiouy]", re.IGNORECASE)


def mail_addresses(text: str) -> str:
    """
    >>> mail_addresses("write to news@example.com now")
    'write to news at example dot com now'
    """
    return _MAIL.sub(lambda found: _address(found.group()), text)


def shortened_addresses(text: str) -> str:
    """Without the links that a network hangs on a message: letters at random.

    >>> shortened_addresses("So long! pic.twitter.com/aB3xY9 https://t.co/Zq8bB2")
    'So long!  '
    """
    return _PICTURE.sub("", text) if "co" in text and "/" in text else text


def web_addresses(text: str) -> str:
    """An address without its scheme, which no newsreader says.

    >>> web_addresses("see https://example.org/a and www.bbc.co.uk.")
    'see example dot org slash a and W.W.W. dot B.B.C. dot co dot U.K..'
    >>> web_addresses("a .gov site, report.pdf")
    'a dot gov site, report dot pdf'
    """
    said = _WEB.sub(lambda found: _address(re.sub(r"^\w+://", "", found.group())), text)
    return _FILE.sub(" dot ", _ENDING.sub("dot ", said))


def handles(text: str) -> str:
    """
    >>> handles("tweeted @POTUS")
    'tweeted at POTUS'
    """
    return _HANDLE.sub(lambda found: f"at {_spaced(found[1])}", text)


def hashtags(text: str) -> str:
    """
    >>> hashtags("the #MeToo movement")
    'the hashtag Me Too movement'
    """
    return _HASHTAG.sub(lambda found: f"hashtag {_spaced(found[1])}", text)


def _address(address: str) -> str:
    parts = re.findall(r"[^\W\d_]+|\d+|[^\w]|_", address.rstrip("/"))
    return " ".join(
        _SIGNS.get(part, "") or _part(part) for part in parts if part in _SIGNS or part[0].isalnum()
    )


def _part(part: str) -> str:
    """Letters one by one where no voice could say them as a word, and so the figures of a long number.

    >>> [_part(part) for part in ("example", "gmail", "bbc", "uk", "com", "24", "2023")]
    ['example', 'gmail', 'B.B.C.', 'U.K.', 'com', '24', 'two zero two three']
    """
    if part.isdigit():
        return part if len(part) < 3 else digits(part)
    if len(part) == 1 or part.lower() in _SAID_AS_WORDS or is_word(part) or _LONG_NAME.search(part):
        return part
    return f"{'.'.join(part.upper())}."


def _spaced(name: str) -> str:
    """
    >>> _spaced("BlackLivesMatter2020")
    'Black Lives Matter 2020'
    """
    words = re.sub(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|_", " ", name)
    return " ".join(words.split())


RULES = (shortened_addresses, mail_addresses, web_addresses, handles, hashtags)
