"""What can be seen of a block without knowing its neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from narrator.model import Block
from narrator.patterns import compiled
from narrator.unspaced import KOREAN, LETTERS, SIGNS, begins, count

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ\u0386-\u03ab\u0400-\u042f"
"""The large letters of Latin, Greek and Cyrillic, for a class of letters."""
CAPITALIZED = rf"[{CAPITAL}][\w.’'-]+"
"""A word as names have it."""
_CLOSED = compiled(
    r"""[.!?…。！？؟۔।။։።។][\s"'”’»›«‹“‘)\]」』*\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]*(?:\[\d*\]|[\s,;]*)?$"""
    r"""|[.!?…] ?\([^\W\d_][^()\d]{2,15}\)["”“’»«]$|\?\s\([^()\d]{2,40}\)$"""
    r"""|[^\W\d_]{3}[.!] \(?(?:\d{1,3} ?[-–] ?\d{1,3}|\d ?: ?\d)\)?\.?$"""
)
"""A full stop, then what closes a quotation, smiles, laughs: `like that. (laughs)”`; or what ends an article: `[]`; or
the score: `He shot from afar. 1-2`.
"""
_WIRE = r"(?:REUTERS|AFP|AP|BLOOMBERG|XINHUA|DPA|PTI|ANI|IANS|UPI|EFE|KYODO|YONHAP|BERNAMA|NYTIMES)"
_SIGNED_OFF = compiled(
    r"[.!?…][\"'”’»]*\s(?:Enditem|ENDS?|[■◼▪∎□◆●]|[(/—–-]{1,2}\s?(?:with )?[A-Za-z][\w.]{1,20}(?:/[\w.]{2,12})*[)/]?"
    r"|\((?:[^()\d]{2,40}, ?)?\d{1,2}\. ?\d{1,2}\. ?(?:20)?\d\d\)"
    rf"|{_WIRE}(?:[,/ ]+{_WIRE}){{0,2}})$"
    r"|[.!?…][\"'”’»]*(?:\s?\((?:(?:[A-ZÀ-Þ]\w{2,15}/)?[A-ZÀ-ÞİŞĞ]{2,9}|www\.[\w./]{4,40})\)){1,2}$"
    r"|[.!?…][\"'”’»]*\s?\((?:[A-ZÀ-ÞĞİŞ][\w’'-]+\s){1,2}[A-ZÀ-ÞĞİŞ]{2,}\)$"
    r"|[。！？][”’」』]*\s?[（(【](?![A-Z])[^（()）【】]{1,30}[)）】]$"
)
"""A sentence, then what agencies put under their last: `Enditem`, `(ANI)`, `– Planet.com`, `(DPX, 3.2.2024)`,
`(Jane DOE)`.

Brackets may follow without a space: `(DPX) (www.dpx.example)`.
"""
_SPOKEN = compiled(r"「.*。.*」")
"""What somebody said in Japanese, whose last sentence has no full stop before the closing mark."""
_BROKEN = compiled(r"""[.!?…。！？؟۔।]["'”’»«“)]*(?=\s[^a-z\d]|$)|[。！？]""")
_SHORTENED = compiled(
    r"\b(?:[A-ZÀ-Þ]|Mr|Mrs|Ms|Dr|St|Prof|Rev|Gov|Sen|Rep|Gen|Lt|Sgt|Capt|Supt|vs|Mme|Sra|Sr|Dott)\.(?=\s[^a-z\d])"
)
"""Initials and titles have a full stop too: `Jane Q. Doe`, `Dr. Doe`."""
_EDGES = " \t•·∙●▪■◆►▶▸‣»«›‹→←↑↓|*-–—_~=+>#\\/:;,.…!("
_NOT_WORD = compiled(r"(?:[^\w\u064b-\u065f\u0900-\u0963\u0966-\u0dff]|_)+")
"""The vowel signs of Arabic and of India's writings are parts of words, which `\\w` leaves out."""
_UNSTOPPED = compiled(r"[^A-Za-z\u0e00-\u0eff]*[\u0e00-\u0eff]")
"""Thai and Lao end their sentences with no sign."""
MARKS = "•·∙●▪■◆▶▸‣*-–—"
"""What stands before the points of a list that is not numbered."""
BULLETS = MARKS + "0123456789"
"""What a point of a list begins with."""
OPENING_QUOTES, CLOSING_QUOTES = "\"“„«‘'「『", "\"”“»’'」』"
_LONG_WORDS = 32
"""Of a paragraph without a full stop, which headlines, titles and captions hardly have."""
_CLAUSES_WORDS, _COMMAS = 20, 2
"""Of a Chinese paragraph that lacks its full stop; headlines have fewer."""
_STEM = 5
_KOREAN_STEM = 2
"""Syllables; what follows them is mostly a particle."""
_FEWEST = 3
"""Words of the shortest sentence that a text may end with."""
_TOLD = 2000
"""Characters that words are taken from; a paragraph is seldom longer."""
_HEAD = 600
"""Characters; a longer block is prose, and what gives a line away stands at its beginning or end."""
_TAIL = 200


@dataclass(frozen=True, slots=True)
class Shape:
    """A block with what is counted and seen of it once, for all rules."""

    block: Block
    text: str
    plain: str
    """Without bullets, arrows and punctuation around it."""
    key: str
    """Letters and digits alone, lower case: equal for texts that say the same."""
    words: int
    sentences: int
    closed: bool
    """Ends as a sentence does."""
    stems: frozenset[str]
    """Beginnings of the words that carry its meaning."""

    @property
    def prose(self) -> bool:
        """A sentence of some length, or too long to be anything else, in Chinese with its third clause."""
        if self.words >= _LONG_WORDS or (self.words >= _CLAUSES_WORDS and self.text.count("，") >= _COMMAS):
            return True
        asks = self.sentences < 2 and self.words < 15 and self.text.endswith(("?", "？", "؟"))
        return self.closed and self.words >= 8 and not asks

    @property
    def complete(self) -> bool:
        """A paragraph, or a sentence of a few words that is no teaser."""
        return self.prose or (self.closed and self.words >= _FEWEST and not self.truncated)

    @property
    def unstopped(self) -> bool:
        """In a script whose sentences end with no sign."""
        return not self.text.isascii() and bool(_UNSTOPPED.match(self.text))

    @property
    def unspaced(self) -> bool:
        """In a script that has no spaces between words."""
        return begins(self.text)

    @property
    def in_capitals(self) -> bool:
        """Without a small letter, in a writing that has them: an abbreviation amid Korean shouts nothing.

        >>> [shape_of(Block(text)).in_capitals for text in ("PORT SHUT", "Port shut", "부산항 통제 /DB")]
        [True, False, False]
        """
        letters = sum(map(str.isalpha, self.text)) if self.text.isupper() else 0
        return 0 < letters <= 2 * sum(map(str.isupper, self.text))

    @property
    def truncated(self) -> bool:
        """Breaks off, as a teaser does; two signs in a row end a Chinese sentence."""
        return self.text.endswith(("...", "…", "[…]", "[...]")) and not self.text.endswith("……")

    @property
    def head(self) -> str:
        """Its beginning, where most signs are."""
        return self.text[:_HEAD]

    @property
    def tail(self) -> str:
        """Its end, where credits and signatures are."""
        return self.text[-_TAIL:]


def shape_of(block: Block) -> Shape:
    """
    >>> shape = shape_of(Block("• Read more…"))
    >>> shape.plain, shape.key, shape.words, shape.closed
    ('Read more', 'read more', 2, True)
    >>> shape_of(Block("Jane Q. Doe met Dr. Roe at noon. They spoke of cranes.")).sentences
    2
    >>> ends = "again! 🎉", "again. – Planet.com", "again. (DPX, red, 3.2.2024)", "again. ■", "again. It is"
    >>> [shape_of(Block(f"The port is open {end}")).closed for end in ends]
    [True, True, True, True, False]
    """
    text = block.text
    return Shape(
        block=block,
        text=text,
        plain=text[:_HEAD].strip(_EDGES),
        key=key_of(text),
        words=_count_words(text),
        sentences=len(_BROKEN.findall(text)) - len(_SHORTENED.findall(text)),
        stems=frozenset(stems(text)),
        closed=bool(_CLOSED.search(text[-40:]) or _SIGNED_OFF.search(text[-40:]) or _SPOKEN.fullmatch(text)),
    )


def key_of(text: str) -> str:
    """
    >>> key_of("“No!” – it's over"), key_of("क्रेनें गिरीं।")
    ('no it s over', 'क्रेनें गिरीं')
    """
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def stems(text: str) -> list[str]:
    """Beginnings of the words that carry meaning: long ones, and numbers; without spaces all pairs of signs.

    >>> stems("Two ministers of the 2 ministries"), stems("東京で地震"), stems("항구가 폐쇄됐다, 그 항구는")
    (['minis', '2', 'minis'], ['東京', '京で', 'で地', '地震'], ['항구', '폐쇄', '항구'])
    """
    words = key_of(text[:_TOLD]).split()
    if count(text):
        size = 2 if count(text, SIGNS) else _STEM
        pairs = (word[i : i + size] for word in words for i in range(len(word) - 1) if not word.isascii())
        return [*pairs, *(word[:_STEM] for word in words if word.isascii() and len(word) > 3)]
    if count(text, KOREAN):
        return [word[:_KOREAN_STEM] for word in words if len(word) >= _KOREAN_STEM]
    return [word[:_STEM] for word in words if len(word) > 3 or word.isdigit()]


def _count_words(text: str) -> int:
    """Words between spaces; in scripts without spaces two ideographs or five letters count as one."""
    spaced = sum(any(map(str.isalnum, word)) for word in text.split())
    return spaced + count(text, SIGNS + KOREAN) // 2 + count(text, LETTERS) // 5
