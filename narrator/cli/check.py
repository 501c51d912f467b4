"""narrator check: an MP3, a feed or a folder of them against what the directories ask."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict

from narrator.cli.options import add_common, setup
from narrator.cli.progress import open_counter
from narrator.json_forms import as_line


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "target", metavar="TARGET", help="an MP3, a feed (file or address), or a folder of them"
    )
    parser.add_argument(
        "--online", action="store_true", help="ask for every file the feed names, at its address"
    )
    parser.add_argument(
        "--allow-private", action="store_true", help="ask addresses of this machine and its network"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a finding")
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    from narrator.feed.check import check
    from narrator.feed.findings import errors_among

    setup(options)
    with open_counter(options.quiet) as progress:
        findings = check(options.target, options.online, options.allow_private, progress)
    for finding in findings:
        print(as_line(asdict(finding)) if options.json else finding)
    if not findings and not options.quiet:
        print("nothing to find", file=sys.stderr)
    return 1 if errors_among(findings) else 0
