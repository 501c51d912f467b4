"""narrator init: a commented narrator.toml."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from narrator.cli.options import add_common
from narrator.errors import UsageError
from narrator.settings import FILE_NAME, commented_toml


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="replace the file that is there")
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    path = options.config or Path(FILE_NAME)
    if path.exists() and not options.force:
        raise UsageError(f"{path} is there already", "--force replaces it")
    try:
        path.write_text(commented_toml(), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error
    print(path)
    if not options.quiet:
        print(
            "fill in title, author, email and description of [show], and base_url of [publish]",
            file=sys.stderr,
        )
    return 0
