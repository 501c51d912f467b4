"""narrator serve: the feed and the player on this machine, to try them in a podcast app."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from narrator.cli.main import report
from narrator.cli.options import EPISODES, add_common, setup, with_templates
from narrator.errors import UsageError


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=EPISODES,
        metavar="DIR",
        help="folder of the episodes (audio)",
    )
    parser.add_argument("--port", type=_port, default=8000, metavar="N", help="0 takes a free one (8000)")
    parser.add_argument("--lan", action="store_true", help="answer other devices of the local network too")
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    call = setup(options)
    if not options.folder.is_dir():
        raise UsageError(f"{options.folder}: no such folder", "narrator make writes episodes there")
    from narrator.feed.artwork import show_cover
    from narrator.feed.index import index_folder
    from narrator.site.app import Served
    from narrator.site.server import serve

    index = index_folder(options.folder)
    for error in index.unreadable:
        report(error)
    served = Served(
        options.folder,
        call.settings.show,
        with_templates(call),
        list_episodes=lambda: index_folder(options.folder).episodes,
        draw_cover=lambda: show_cover(call.settings.show, call.root),
    )
    serve(
        served,
        port=options.port,
        lan=options.lan,
        opened=lambda addresses: _tell(addresses, options.quiet),
    )
    return 0


def _tell(addresses: tuple[str, ...], quiet: bool) -> None:
    """The feed's address on standard output; how to open it on a phone for whom reads along."""
    from narrator.site.links import qr_terminal

    here, *phone = (f"{address}/feed.xml" for address in addresses)
    print(here, *phone, sep="\n", flush=True)
    if quiet:
        return
    print(f"the player: {addresses[0]}/   stop with Ctrl-C", file=sys.stderr)
    if phone and sys.stderr.isatty():
        print(f"for a phone on the same network:\n{qr_terminal(phone[0])}", file=sys.stderr)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: 0 to 65535")
    return int(text)
