"""Text in an encoding of before Unicode, which does not say which."""

from __future__ import annotations

from collections import Counter

_SAMPLE = 65_536
_LATIN = ("cp1252", "cp1254", "cp1250", "iso8859-2", "mac_roman")
"""The likelier first: where two read a text alike, the first is taken."""
_ALPHABETS = tuple(
    frozenset(letters + letters.upper())
    for letters in (
        "äöüß", "éèêëàâîïôûùçœ", "áéíóúñü", "àèéìòù", "ãõçáéíóúâêôà", "éëïèöüá", "çğıöşüİâî", "åäöéæø",
        "áæðéíóúýþö", "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîșțşţ", "čćđšž",
    )
)  # fmt: skip
"""The letters beyond a to z of languages that write in Latin."""
_SIGNS = frozenset("„“”‘’‚«»‹›–—…•·€£§°©®¿¡ \u00a0ºª½²³×")
_MARKED = 0.3
"""Share of bytes beyond ASCII up to which a text can be in Latin letters."""
_SURE = 0.75


def decode_legacy(data: bytes) -> str:
    """The text of bytes that are not UTF-8, or are UTF-8 with a few damaged ones.

    >>> decode_legacy("Größere Übung, sagte die Bürgermeisterin".encode("mac_roman"))
    'Größere Übung, sagte die Bürgermeisterin'
    >>> decode_legacy("Prezydent Łodzi powiedział w środę".encode("iso8859-2"))
    'Prezydent Łodzi powiedział w środę'
    """
    repaired = data.decode("utf-8", "replace")
    high = sum(byte > 0x7F for byte in data[:_SAMPLE])
    if repaired[:_SAMPLE].count("\ufffd") * 10 < high:
        return repaired
    if high < min(len(data), _SAMPLE) * _MARKED and (latin := _latin_encoding(data[:_SAMPLE])):
        return data.decode(latin, "replace")
    from charset_normalizer import from_bytes  # seldom needed

    best = from_bytes(data[:_SAMPLE]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def _latin_encoding(sample: bytes) -> str | None:
    """The one in which the marked letters are those of one language; None where no language has them."""
    shares = {encoding: _share(sample.decode(encoding, "replace")) for encoding in _LATIN}
    best = max(_LATIN, key=lambda encoding: shares[encoding])
    return best if shares[best] >= _SURE else None


def _share(text: str) -> float:
    """Share of the letters beyond ASCII that the alphabet has which has most of them."""
    marked = Counter(char for char in text if char > "\x7f" and char not in _SIGNS)
    if not marked:
        return 1.0
    return max(sum(marked[char] for char in alphabet) for alphabet in _ALPHABETS) / marked.total()
