"""narrator cache: what is kept of earlier runs, and how to be rid of it."""

from __future__ import annotations

import argparse
import json

from narrator.cache import MOST_BYTES, Cache, Held
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
    cache = Cache()
    if options.action == "clear":
        print(_cleared(cache, options.json))
    else:
        print(_shown(cache, options.json))
    return 0


def _shown(cache: Cache, as_json: bool) -> str:
    held = cache.held()
    if as_json:
        facts = {
            "folder": str(cache.folder),
            "files": held.files,
            "bytes": held.bytes,
            "most_bytes": MOST_BYTES,
        }
        return json.dumps(facts)
    return f"{cache.folder}\n{_told(held)}, at most {_size(MOST_BYTES)}"


def _cleared(cache: Cache, as_json: bool) -> str:
    gone = cache.shrink()
    if as_json:
        return json.dumps({"folder": str(cache.folder), "removed": gone.files, "bytes": gone.bytes})
    return f"{cache.folder}\nremoved {_told(gone)}"


def _told(held: Held) -> str:
    return f"{held.files} file{'' if held.files == 1 else 's'}, {_size(held.bytes)}"


def _size(count: int) -> str:
    """
    >>> _size(2_000_000_000), _size(1_540_000), _size(12)
    ('2 GB', '1.5 MB', '12 bytes')
    >>> _size(1)
    '1 byte'
    """
    for unit, name in _UNITS:
        if count >= unit:
            return f"{count / unit:.1f}".removesuffix(".0") + f" {name}"
    return "1 byte" if count == 1 else f"{count} bytes"
