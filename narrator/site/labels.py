"""What pages say by themselves, in the language of what they show: one table a language, for templates and script."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from narrator.errors import PublishError
from narrator.patterns import compiled

FALLBACK = "en"
_TIP = "see [publish] templates"

_FIELD = compiled(r"\{(\w+)\}")
_KIN = {"nn": "nb", "no": "nb"}
"""Languages whose readers read another's labels with ease."""

Labels = SimpleNamespace
"""Texts by the names of `labels/en.toml`; `language` is the one they are in, `script` what the script says, as JSON."""


def read_labels(folders: Sequence[Mapping[str, bytes]], language: str) -> Labels:
    """The labels for a language, from the files of folders by their names.

    What a later folder has of a language replaces what an earlier one has of it, and both what is English.
    Raises `PublishError` for a file that is no table of labels.
    """
    known = {name for folder in folders for name in folder}
    name = next(tag for tag in (*_tags(language), FALLBACK) if f"{tag}.toml" in known)
    labels, script = dict[str, Any](), dict[str, Any]()
    for tag in dict.fromkeys((FALLBACK, name)):
        for table in (_table(folder, tag) for folder in folders if f"{tag}.toml" in folder):
            own = table.pop("script", {})
            _refuse_misfit(labels | {"script": script}, table | {"script": own}, tag)
            _refuse_misfit(script, own, tag)
            labels |= table
            script |= own
    script["language"] = name
    return Labels(**labels | script | {"script": json.dumps(script, ensure_ascii=False)})


def _refuse_misfit(labels: Mapping[str, Any], own: Mapping[str, Any], name: str) -> None:
    for key, value in own.items():
        known = labels.get(key, value)
        if not _has_form_of(known, value):
            raise PublishError(f"labels {name}.toml: {key}: {value!r} has not the form of {known!r}", _TIP)


def _has_form_of(known: Any, label: Any) -> bool:
    """Whether it can stand for a label: a text for one that is filled with as much, twelve months for twelve.

    >>> _has_form_of("{hours} h", "{hours:02} Std."), _has_form_of("{hours} h", "{hour} h"), _has_form_of("", "{")
    (True, False, False)
    """
    if type(label) is not type(known) or (isinstance(known, list) and len(label) != len(known)):
        return False
    try:
        return not isinstance(label, str) or bool([label.format(**dict.fromkeys(_FIELD.findall(known), 1))])
    except (LookupError, ValueError, AttributeError):
        return False


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
        raise PublishError(f"labels {name}.toml: not valid TOML: {error}", _TIP) from error
