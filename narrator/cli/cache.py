"""narrator cache: what is kept of finished takes, and how to be rid of it."""

from __future__ import annotations

import argparse
import json

from narrator.cache import MOST_BYTES, Held, Takes
from narrator.cli.options import add_common

_UNITS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"))


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action",
        nargs="?",
        choices=("show", "clear"),
        default="show",
        help="show it (the default), or empty it",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    takes = Takes()
    if options.action == "clear":
        print(_cleared(takes, options.json))
    else:
        print(_shown(takes, options.json))
    return 0


def _shown(takes: Takes, as_json: bool) -> str:
    held = takes.held()
    if as_json:
        facts = {
            "folder": str(takes.folder),
            "takes": held.takes,
            "bytes": held.bytes,
            "most_bytes": MOST_BYTES,
        }
        return json.dumps(facts)
    return f"{takes.folder}\n{_told(held)}, at most {_size(MOST_BYTES)}"


def _cleared(takes: Takes, as_json: bool) -> str:
    before = takes.held()
    removed = takes.shrink()
    if as_json:
        return json.dumps({"folder": str(takes.folder), "removed": removed, "bytes": before.bytes})
    return f"{takes.folder}\nremoved {_told(before)}"


def _told(held: Held) -> str:
    return f"{held.takes} take{'' if held.takes == 1 else 's'}, {_size(held.bytes)}"


def _size(count: int) -> str:
    """
    >>> _size(2_000_000_000), _size(1_540_000), _size(12)
    ('2 GB', '1.5 MB', '12 bytes')
    """
    for unit, name in _UNITS:
        if count >= unit:
            return f"{count / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{count} bytes"
