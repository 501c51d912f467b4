"""What pages say by themselves, in the language of what they show: one table a language, for templates and script."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from narrator.errors import PublishError

FALLBACK = "en"

_FIELD = re.compile(r"\{(\w+)\}")
_KIN = {"nn": "nb", "no": "nb"}
"""Languages whose readers read another's labels with ease."""

Labels = SimpleNamespace
"""Texts by the names of `labels/en.toml`; `language` is the one they are in, `script` what the script says, as JSON."""


def read_labels(tables: Mapping[str, bytes], language: str) -> Labels:
    """The labels for a language, from the files of a folder by their names; English where it has none.

    Raises `PublishError` for a file that is no table of labels.
    """
    name = next(tag for tag in (*_tags(language), FALLBACK) if f"{tag}.toml" in tables)
    english, own = _table(tables, FALLBACK), _table(tables, name)
    _refuse_other_forms(own, english, name)
    script = {**english["script"], **own.get("script", {}), "language": name}
    return Labels(**english | own | script | {"script": json.dumps(script, ensure_ascii=False)})


def _refuse_other_forms(own: Mapping[str, Any], english: Mapping[str, Any], name: str) -> None:
    for key in own.keys() & english.keys() - {"script"}:
        if not _has_form_of(english[key], own[key]):
            raise PublishError(
                f"labels {name}.toml: {key}: {own[key]!r} has not the form of {english[key]!r}",
                "see [publish] templates",
            )


def _has_form_of(english: Any, label: Any) -> bool:
    """Whether a label can be filled with what English's is filled with; a list is to be as long.

    >>> _has_form_of("{hours} h", "{hours:02} Std."), _has_form_of("{hours} h", "{hour} h"), _has_form_of("", "{")
    (True, False, False)
    """
    if isinstance(english, list):
        return isinstance(label, list) and len(label) == len(english)
    try:
        str(label).format(**dict.fromkeys(_FIELD.findall(english), 1))
    except (LookupError, ValueError, AttributeError):
        return False
    return True


def _tags(language: str) -> tuple[str, str]:
    """
    >>> _tags("pt-BR"), _tags("no")
    (('pt-br', 'pt'), ('no', 'nb'))
    """
    tag = language.lower()
    short = tag.partition("-")[0]
    return tag, _KIN.get(short, short)


def _table(tables: Mapping[str, bytes], name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(tables[f"{name}.toml"].decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PublishError(
            f"labels {name}.toml: not valid TOML: {error}", "see [publish] templates"
        ) from error
