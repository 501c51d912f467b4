"""How names are said: a lexicon that an editor writes by hand, one line a word; or as TOML, or W3C PLS 1.0.

    # names.txt
    Nguyen = win
    Aliyev = /əˈliːjɛv/
    Zelenskyy = zeh-lens-kee /zɛˈlɛnski/
    [de]
    Zelenskyy = Selenskyj

An alias is said by every voice; IPA by those that take it. `[de]` begins the entries of one language,
`[*]` those of all again. Words match as written, and in capitals; with a possessive or plural ending too.
In a file that ends in .toml: `Nguyen = "win"`, `Aliyev = "/əˈliːjɛv/"`, and with both
`Zelenskyy = { alias = "zeh-lens-kee", ipa = "zɛˈlɛnski" }`.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any

from narrator.errors import SettingsError
from narrator.model import Pronunciation
from narrator.patterns import compiled
from narrator.spoken import speak

_LINE = compiled(r"(?P<word>[^=]+)=(?P<alias>[^/]*)(?:/(?P<ipa>[^/]+)/)?")
_COMMENT = compiled(r"(?:^|(?<=\s))#.*")
_LANGUAGE = compiled(r"\[(?P<language>\*|[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\]")
_SAID = frozenset({"alias", "ipa"})
_WORD = compiled(r"\w+")
_ENDINGS = {
    "en": compiled(r"(?:['’]s?|s(?:['’])?)?(?!\w)"),
    "de": compiled(r"s?(?!\w)"),
    "nl": compiled(r"s?(?!\w)"),
}
_HEADLINE_LETTERS = 4
"""Shorter words in capitals are acronyms and numerals, not names in a headline: XI, ABE."""
_NO_ENDING = compiled(r"(?!\w)")
_PLS = "{http://www.w3.org/2005/01/pronunciation-lexicon}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Entry:
    """How one word, or several, is said; an alias, IPA or both."""

    word: str
    alias: str = ""
    ipa: str = ""
    language: str = ""
    """A primary subtag; empty for all languages."""


@dataclass(frozen=True)
class Lexicon:
    """Entries, looked up by their first word. `a | b`: where both know a word, b decides."""

    entries: tuple[Entry, ...] = ()
    _by_language: dict[str, _Known] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __or__(self, other: Lexicon) -> Lexicon:
        return Lexicon((*self.entries, *other.entries))

    def prepare(self, written: str, language: str) -> str:
        """The text with the aliases of words that are not said as they stand, as NATO and GPT-5.

        >>> Lexicon((Entry("GIF", "jif"), Entry("Nguyen", "win"))).prepare("Nguyen's GIFs", "en")
        "Nguyen's jifs"
        """
        return self._with_aliases(written, self._known(language).changed, language)[0]

    def apply(self, spoken: str, language: str) -> tuple[str, tuple[Pronunciation, ...]]:
        """The text with aliases in place of words, and the IPA of words that keep their spelling."""
        return self._with_aliases(spoken, self._known(language).said, language)

    def _with_aliases(self, text: str, known: _Index, language: str) -> tuple[str, tuple[Pronunciation, ...]]:
        if not known:
            return text, ()
        pieces, told, position = list[str](), dict[str, Pronunciation](), 0
        for start, end, entry in _found(text, known, language):
            written = text[start:end]
            pieces += (text[position:start], written if entry.ipa else _alias_of(entry, written))
            if entry.ipa:
                told[written] = _pronunciation(entry, written, language)
            position = end
        return "".join((*pieces, text[position:])), tuple(told.values())

    def knows(self, word: str, language: str) -> bool:
        """Whether an entry says this one word."""
        return any(
            end == len(word) and not start
            for start, end, _ in _found(word, self._known(language).said, language)
        )

    def alias_words(self, language: str) -> frozenset[str]:
        """Words that stand in a spoken text because an entry put them there."""
        known = self._known(language)
        entries = chain.from_iterable((*known.said.values(), *known.changed.values()))
        return frozenset(word for entry in entries for word in _WORD.findall(entry.alias))

    def _known(self, language: str) -> _Known:
        primary = language.lower().replace("_", "-").partition("-")[0]
        if primary not in self._by_language:
            self._by_language[primary] = _known_in(self.entries, primary)
        return self._by_language[primary]


_Index = dict[str, list[Entry]]
"""Entries by the first word they begin with, the longest first."""


@dataclass(frozen=True, slots=True)
class _Known:
    """The entries of one language: those that are found in what is said, and those that must be found before."""

    said: _Index
    changed: _Index


def _known_in(entries: Iterable[Entry], language: str) -> _Known:
    """Of equal entries the last. A word that is said otherwise than written is told its IPA as it is said."""
    last = {entry.word: entry for entry in entries if entry.language in ("", language)}
    spoken = {word: speak(word, language) for word in last}
    changed = [entry for word, entry in last.items() if spoken[word] != word and not entry.ipa]
    said = [replace(entry, word=spoken[word]) if entry.ipa else entry for word, entry in last.items()]
    return _Known(_indexed(said), _indexed(changed))


def _indexed(entries: Iterable[Entry]) -> _Index:
    index = defaultdict(list)
    for entry in sorted(entries, key=lambda one: -len(one.word)):
        if first := _WORD.search(entry.word):
            index[first[0].casefold()].append(entry)
    return dict(index)


def _found(text: str, known: _Index, language: str) -> Iterator[tuple[int, int, Entry]]:
    """Where entries stand in a text: start, end with its ending, entry; none overlaps."""
    ending = _ENDINGS.get(language.partition("-")[0].lower(), _NO_ENDING)
    plain = text.replace("’", "'")
    free_from = 0
    for word in _WORD.finditer(text):
        if word.start() < free_from:
            continue
        for entry in _candidates(word[0].casefold(), known):
            if end := _end_of(entry, plain, word.start(), ending):
                yield word.start(), end, entry
                free_from = end
                break


def _candidates(first: str, known: _Index) -> list[Entry]:
    stem = known.get(first[:-1], []) if first.endswith("s") else []
    return [*known.get(first, ()), *stem]


def _end_of(entry: Entry, text: str, start: int, ending: re.Pattern[str]) -> int:
    """Where the entry's word ends, its ending included; 0 where it does not stand here."""
    word = entry.word.replace("’", "'")
    capitalized = word.capitalize() if word.islower() else word
    in_capitals = (word.upper(),) if len(word) >= _HEADLINE_LETTERS else ()
    for form in (word, capitalized, *in_capitals):
        if text.startswith(form, start) and (tail := ending.match(text, start + len(form))):
            return tail.end()
    return 0


def _alias_of(entry: Entry, written: str) -> str:
    return entry.alias + written[len(entry.word) :]


def _pronunciation(entry: Entry, written: str, language: str) -> Pronunciation:
    tail = written[len(entry.word) :]
    alias = _alias_of(entry, written) if entry.alias else ""
    return Pronunciation(written, entry.ipa + _tail_sound(entry.ipa, tail.lower(), language), alias)


def _tail_sound(ipa: str, tail: str, language: str) -> str:
    if "s" not in tail:
        return ""
    return _ending_sound(ipa) if language.startswith("en") else "s"


def _ending_sound(ipa: str) -> str:
    """How the s of a possessive or plural sounds after this word.

    >>> _ending_sound("bʊʃ"), _ending_sound("məˈkrɒk"), _ending_sound("əˈliːjɛv")
    ('ɪz', 's', 'z')
    """
    last = ipa.rstrip("ːˑ")[-1:]
    if last in "szʃʒʧʤ":
        return "ɪz"
    return "s" if last in "ptkfθ" else "z"


# --- reading ----------------------------------------------------------------------------------------------


def read_lexicon(path: Path) -> Lexicon:
    """The lexicon of a file: W3C PLS if it ends in .pls or .xml, TOML if in .toml, else lines.

    Errors name the file, and the line or the word.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror or error}") from error
    if path.suffix.lower() in (".pls", ".xml"):
        return Lexicon(tuple(_pls_entries(data, path)))
    read = _toml_entries if path.suffix.lower() == ".toml" else _line_entries
    try:
        return Lexicon(tuple(read(data.decode("utf-8-sig"), path)))
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: not UTF-8 text", "save it as UTF-8") from error


def _toml_entries(text: str, path: Path) -> Iterator[Entry]:
    try:
        form = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: not TOML: {error}", 'as in: Aliyev = "ah-lee-yev"') from error
    for name, said in form.items():
        if isinstance(said, dict) and not _SAID.issuperset(said) and _LANGUAGE.fullmatch(f"[{name}]"):
            language = name.lower().partition("-")[0].replace("*", "")
            yield from (_toml_entry(word, one, language, path) for word, one in said.items())
        else:
            yield _toml_entry(name, said, "", path)


def _toml_entry(word: str, said: object, language: str, path: Path) -> Entry:
    match said:
        case str() if said.startswith("/"):
            alias, ipa = "", said.strip("/")
        case str():
            alias, ipa = said.strip(), ""
        case {**given} if given and _SAID.issuperset(given):
            alias, ipa = str(given.get("alias", "")).strip(), str(given.get("ipa", "")).strip("/")
        case _:
            alias = ipa = ""
    if not (alias or ipa):
        raise SettingsError(f"{path}: {word}: {said!r} is no pronunciation", 'as in: Aliyev = "ah-lee-yev"')
    return _proved(Entry(word.strip(), alias, ipa, language), f"{path}: {word}")


def _line_entries(text: str, path: Path) -> Iterator[Entry]:
    language = ""
    for number, line in enumerate(text.splitlines(), 1):
        entry = _COMMENT.sub("", line).strip()
        if not entry:
            continue
        if section := _LANGUAGE.fullmatch(entry):
            language = section["language"].lower().partition("-")[0].replace("*", "")
        else:
            yield _entry_of(entry, language, f"{path}:{number}")


def _entry_of(line: str, language: str, where: str) -> Entry:
    match = _LINE.fullmatch(line)
    if not match or not (match["alias"].strip() or match["ipa"]):
        raise SettingsError(
            f"{where}: {line!r} is no entry", "as in: Aliyev = ah-lee-yev, or: Aliyev = /əˈliːjɛv/"
        )
    return _proved(Entry(match["word"].strip(), match["alias"].strip(), match["ipa"] or "", language), where)


def _proved(entry: Entry, where: str) -> Entry:
    """The entry, if it can be found in a text and its IPA can be said."""
    from narrator.errors import PronunciationError
    from narrator.spoken.ipa import in_notation

    if not _WORD.match(entry.word) or not _WORD.search(entry.alias or "x"):
        raise SettingsError(f"{where}: {entry.word!r} is no word")
    try:
        in_notation(entry.ipa, "misaki")
    except PronunciationError as error:
        raise SettingsError(f"{where}: {error.message}") from error
    return entry


def _pls_entries(data: bytes, path: Path) -> Iterator[Entry]:
    root = _pls_root(data, path)
    language = str(root.get(_LANG, "")).lower().partition("-")[0]
    for lexeme in root.iter(f"{_PLS}lexeme"):
        where = f"{path}:{lexeme.sourceline}"
        said = _pls_said(lexeme, str(root.get("alphabet", "ipa")), where)
        for grapheme in lexeme.iter(f"{_PLS}grapheme"):
            yield _proved(replace(said, word=_text(grapheme), language=language), where)


def _pls_root(data: bytes, path: Path) -> Any:
    """The root of a PLS document; neither entities nor addresses are followed, a document type is refused."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise SettingsError(f"{path}:{error.lineno}: not XML: {error.msg}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise SettingsError(f"{path}: has a document type", "take the DOCTYPE line out")
    if root.tag != f"{_PLS}lexicon":
        raise SettingsError(f"{path}: no PLS lexicon but <{root.tag}>", f"its namespace is {_PLS[1:-1]}")
    return root


def _pls_said(lexeme: Any, alphabet: str, where: str) -> Entry:
    """PLS 1.0 section 4.9.3: the preferred pronunciation, else the first."""
    phonemes = sorted(lexeme.iter(f"{_PLS}phoneme"), key=lambda one: one.get("prefer") != "true")
    aliases = sorted(lexeme.iter(f"{_PLS}alias"), key=lambda one: one.get("prefer") != "true")
    if not phonemes and not aliases:
        raise SettingsError(f"{where}: a lexeme without phoneme and alias")
    if phonemes and (used := phonemes[0].get("alphabet", alphabet)) != "ipa":
        raise SettingsError(f"{where}: alphabet {used!r}", "write phonemes in ipa")
    return Entry("", _text(aliases[0]) if aliases else "", _text(phonemes[0]) if phonemes else "")


def _text(element: Any) -> str:
    return " ".join((element.text or "").split())


SEED = read_lexicon(Path(__file__).with_name("names.txt"))
"""What ships: names that the default voices misread, found by `tests/benchmarks/misread_names.py`."""
