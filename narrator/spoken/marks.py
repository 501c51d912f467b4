"""Marks that no language says: of footnotes, pictures, bullets and signs, and characters that no eye sees."""

from __future__ import annotations

from narrator.patterns import compiled

_UNSEEN = compiled("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0b-\x1f\x7f]+")
_FOOTNOTE = compiled(
    r"\s?\[(?:\d{1,3}|[a-z]|note \d+|citation needed)\]|"
    r"(?<=[^\W\d_][.,;:!?”\"'’)])[¹²³⁰-⁹]+|(?<=[^\W\d_]{3})[¹²³⁰-⁹]+"
)
_LETTERS_SUPPLIED = compiled(r"(?<!\w)\[([^\W\d_]{1,2})\](?=[^\W\d_])|(?<=[^\W\d_])\[([^\W\d_]{2,5})\]")
_LEFT_OUT = compiled(r"\s?\[\s?(?:…|\.\s?\.\s?\.)\s?\]")
_BRACKETS = compiled(r"\[+([^\[\]]*)\]+")
_EMOJI = compiled(
    "\\s?[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2300-\u23ff\u25a0-\u25ff\ufe0e\ufe0f\u200d\u20e3\U000e0020-\U000e007f]+"
)
_SIGNS = compiled(r"[*•†‡™®©|→←►▶]+")
_PRODUCT = compiled(r"(?<=\d) ?\* ?(?=\d)")
_AGENCIES = (
    "AA|AFP|ANI|ANP|ANSA|AP|APA|APP|ATS|Belga|Bernama|BTA|ČTK|CTK|DHA|dpa|EFE|Enditem|IANS|İHA|IHA|Interfax|Keystone-SDA|Lusa"
    "|LUSA|MTI|NAN|NTB|PAP|PTI|Reuters|Ritzau|ritzau|SDA|STT|TASR|TASS|TT|UPI|Xinhua"
)
_SIGNATURE = compiled(
    rf"(?:^|(?<=[.!?…”“\"»)]))\s*(?:Enditem|\((?:{_AGENCIES})(?:[/,] ?\w{{2,6}})?\)(?:\s?\(www\.[\w./-]+\))?)\.?$"
)
"""What an agency puts behind the last sentence of its report."""
_GAPS = compiled(r" {2,}")


def unseen(text: str) -> str:
    """
    >>> unseen("soft\\u00adhyphen")
    'softhyphen'
    """
    return _UNSEEN.sub("", text)


def footnotes(text: str) -> str:
    """
    >>> footnotes("the report[1] says [12] so.²")
    'the report says so.'
    """
    return _FOOTNOTE.sub("", text)


def unbracketed(text: str) -> str:
    """The text without footnotes, and what an editor put into a quotation without its brackets.

    >>> unbracketed("“[S]ome answer[ed] them [the voters] so [...] in [2013]”[1]")
    '“Some answered them the voters so … in 2013”'
    """
    if "[" not in text:
        return footnotes(text)
    whole_words = _LETTERS_SUPPLIED.sub(lambda match: match[1] or match[2], text)
    kept = _LEFT_OUT.sub(" …", whole_words)
    return _BRACKETS.sub(r"\1", footnotes(kept))


def unsigned(text: str) -> str:
    """The paragraph without the agency that signs it.

    >>> unsigned("The port is open. (dpa/red)"), unsigned("“It is.” Enditem"), unsigned("He works for Reuters (AP).")
    ('The port is open.', '“It is.”', 'He works for Reuters (AP).')
    >>> unsigned("(ANSA).")
    ''
    """
    return _SIGNATURE.sub("", text) if text.endswith((")", "Enditem", ".")) else text


def emoji(text: str) -> str:
    """
    >>> emoji("Great 👍 news")
    'Great news'
    """
    return _EMOJI.sub("", text)


def unmarked(text: str) -> str:
    """The text without any of them.

    >>> unmarked("Das wi\\u00adrd [1] so 👍 sein * † | © AFP")
    'Das wird so sein AFP'
    >>> unmarked("2*2 Felder*")
    '2×2 Felder'
    """
    plain = _PRODUCT.sub("×", emoji(unbracketed(unseen(text))))
    return (
        plain if plain == text and not _SIGNS.search(plain) else _GAPS.sub(" ", _SIGNS.sub("", plain)).strip()
    )
