"""Templates, assets and labels: narrator's own, and those of the user that replace them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

import jinja2
import msgspec

from narrator.errors import PublishError
from narrator.site import links, wording
from narrator.site.labels import Labels, read_labels

ASSETS = "assets"
_OWN = Path(__file__).parent


class Look:
    """How pages are drawn; `own` is a folder of templates, assets and labels that replace those of the same name.

    Raises `PublishError` if a file of `own` cannot be read.
    """

    def __init__(self, own: Path | None = None) -> None:
        folders = [_OWN / "templates", *([own] if own else [])]
        templates = _read_all([folder.glob("*.html") for folder in folders])
        self.assets: Mapping[str, bytes] = _read_all(
            [folder.glob("[!.]*.*") for folder in (_OWN / ASSETS, *([own / ASSETS] if own else []))]
        )
        self._tables = [
            _read_all([(folder / "labels").glob("*.toml")]) for folder in (_OWN, *([own] if own else []))
        ]
        self._labels: dict[str, Labels] = {}
        self.digest = digest_of(templates, self.assets, self._tables)
        self._environment = _environment(tuple(templates.items()), tuple(self.assets.items()))

    def labels(self, language: str) -> Labels:
        """What pages in this language say by themselves; raises `PublishError` for a table that is none."""
        if language not in self._labels:
            self._labels[language] = read_labels(self._tables, language)
        return self._labels[language]

    def draw(self, template: str, **values: object) -> str:
        """A page; raises `PublishError` naming the template that fails."""
        try:
            return self._environment.get_template(template).render(values)
        except Exception as error:  # a template does whatever its author wrote
            raise PublishError(f"template {template}: {error}", "see [publish] templates") from error


def digest_of(*facts: object) -> str:
    """Sixteen hexadecimal digits for values of any kind narrator has; a path counts by its name."""
    encoded = msgspec.msgpack.encode(facts, enc_hook=lambda path: path.name, order="deterministic")
    return hashlib.sha256(encoded).hexdigest()[:16]


def _read_all(listings: Iterable[Iterable[Path]]) -> dict[str, bytes]:
    """The files by name; a later listing replaces what an earlier one has."""
    files = {path.name: path for listing in listings for path in listing}
    try:
        return {name: path.read_bytes() for name, path in sorted(files.items())}
    except OSError as error:
        raise PublishError(f"{error.filename}: {error.strerror}") from error


_Files = tuple[tuple[str, bytes], ...]


@lru_cache(maxsize=4)
def _environment(templates: _Files, assets: _Files) -> jinja2.Environment:
    """Kept, since it takes as long to understand the templates as to draw twenty pages."""
    environment = jinja2.Environment(
        loader=jinja2.DictLoader({name: text.decode("utf-8", "replace") for name, text in templates}),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    versions = {name: hashlib.sha256(data).hexdigest()[:8] for name, data in assets}
    environment.globals["asset"] = lambda name: f"{ASSETS}/{quote(name)}?v={versions[name]}"
    environment.filters.update(clock=wording.clock, bare_address=links.bare_address)
    return environment
