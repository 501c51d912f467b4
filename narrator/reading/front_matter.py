"""The YAML or TOML between `---` or `+++` at the head of a Markdown file."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from narrator.errors import SourceError
from narrator.model import Metadata
from narrator.patterns import compiled
from narrator.reading.address import claimed_address, meant_as_address
from narrator.reading.authors import clean_authors
from narrator.reading.dates import parse_day
from narrator.reading.language import language_tag

if TYPE_CHECKING:
    import yaml

_FRONT = compiled(r"\A\s*(---|\+\+\+)[ \t]*\r?\n(.*?\n)?(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = compiled(r"(?:[ \t]*(?:#[^\n]*)?\n)*[\"']?[\w-]{1,40}[\"']?\s*[:=](?=\s)")
_TOML_DATE = compiled(r"^([ \t]*[\w-]+[ \t]*=[ \t]*)(\d{4}-\d\d-\d\d[^\s#\"']*)", re.MULTILINE)
_MOST_NAMES = 50
_MOST_BITS = 64


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file says of itself before its text."""

    title: str | None = None
    metadata: Metadata = field(default_factory=Metadata)
    clipped: bool = False
    """It names the page it was clipped from, as web clippers write it."""


def has_front_matter(text: str) -> bool:
    """Whether a text begins with rules that enclose a field or more, rather than a paragraph."""
    found = _FRONT.match(text)
    return bool(found and _FIELD.match(found[2] or ""))


def read_front_matter(text: str, source: str) -> tuple[FrontMatter, str, int]:
    """What the file says of itself, the text after it, and the lines it took."""
    found = _FRONT.match(text)
    fields = _fields(found, source) if found else None
    if found is None or fields is None:
        return FrontMatter(), text, 0
    return _front_matter(fields), text[found.end() :], found[0].count("\n")


def _fields(found: re.Match[str], source: str) -> dict[str, object] | None:
    """None where the two rules enclose no fields: they are then just rules."""
    loaded = (_toml if found[1] == "+++" else _yaml)(found[2] or "", source)
    return {str(key).lower(): value for key, value in loaded.items()} if isinstance(loaded, dict) else None


def _toml(text: str, source: str) -> object:
    import tomllib

    try:
        return tomllib.loads(_TOML_DATE.sub(r'\1"\2"', text))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{source}: front matter is not valid TOML: {_line(error)}") from error


def _yaml(text: str, source: str) -> object:
    import yaml

    try:
        return yaml.load(text, _loader())  # noqa: S506 - it is the safe one
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise SourceError(f"{source}: front matter is not valid YAML: {_line(error)}") from error


def _loader() -> type[yaml.SafeLoader]:
    """PyYAML's safe loader, to whom a date that is none in the calendar is text."""
    import yaml

    class Loader(yaml.SafeLoader):
        def construct_day(self, node: yaml.ScalarNode) -> object:
            try:
                return self.construct_yaml_timestamp(node)
            except ValueError:
                return node.value

    Loader.add_constructor("tag:yaml.org,2002:timestamp", Loader.construct_day)
    return Loader


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def _front_matter(fields: dict[str, object]) -> FrontMatter:
    url = next(
        (_text(fields[k]) for k in ("canonical_url", "canonical", "canonicalurl", "url") if k in fields), ""
    )
    clipped_from = _text(fields.get("source"))
    image = _text(fields.get("image") or fields.get("cover"))
    site = _text(fields.get("site") or fields.get("publication"))
    metadata = Metadata(
        authors=clean_authors(_names(fields.get("author") or fields.get("authors") or fields.get("by"))),
        date=next(
            (day for k in ("date", "published", "pubdate", "publishdate") if (day := _day(fields.get(k)))),
            None,
        ),
        language=language_tag(_text(fields.get("lang") or fields.get("language"))),
        site=site or None,
        url=_address(url or clipped_from),
        image=image if meant_as_address(image) else None,
    )
    return FrontMatter(
        _text(fields.get("title") or fields.get("headline")) or None, metadata, meant_as_address(clipped_from)
    )


def _address(text: str) -> str | None:
    return claimed_address(text) if meant_as_address(text) else None


def _names(value: object) -> list[str]:
    """A name, a list of names, or of nodes that have one; lists in lists are no names, and may have no end.

    A clipper links its notes: `[[Jane Doe]]`.
    """
    listed = value[:_MOST_NAMES] if isinstance(value, list) else [value]
    found = (item.get("name") if isinstance(item, dict) else item for item in listed)
    return [name.removeprefix("[[").removesuffix("]]") for name in found if isinstance(name, str)]


def _day(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else parse_day(_text(value))


def _text(value: object) -> str:
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        return ""  # Python refuses to write out a number of thousands of digits
    return " ".join(str(value).split()) if isinstance(value, str | int | float | dt.date) else ""
