"""narrator publish: a folder of episodes → feed and pages, and the way to where listeners find them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from narrator.cache import Cache
from narrator.cli.main import report
from narrator.cli.options import EPISODES, Setup, add_common, setup, with_templates
from narrator.cli.progress import open_counter
from narrator.errors import UsageError
from narrator.json_forms import as_line

if TYPE_CHECKING:
    from narrator.podcast import Podcast
    from narrator.publish import Report
    from narrator.settings import Settings


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "dest",
        nargs="?",
        metavar="DEST",
        help="a folder, s3://bucket/prefix or ssh://host/path; else [publish] dest, else in place only",
    )
    parser.add_argument(
        "--out", type=Path, default=EPISODES, metavar="DIR", help="folder of the episodes (audio)"
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would be uploaded; change nothing")
    parser.add_argument(
        "--prune", action="store_true", help="remove what the feed no longer names; a terminal is asked first"
    )
    parser.add_argument("--force", action="store_true", help="replace a feed that narrator did not write")
    parser.add_argument("--json", action="store_true", help="what was done as one JSON object")
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    call = setup(options)
    if not options.out.is_dir():
        raise UsageError(f"{options.out}: no such folder", "narrator make writes episodes there")
    _retry_silently(options.debug)
    if not options.quiet and not any(options.out.glob("*.mp3")):
        print(f"no episodes in {options.out} yet: narrator make writes them there", file=sys.stderr)
    settings = _settings(call)
    if dest := options.dest or _dest_of(call):
        _at(dest, options, settings, call)
    else:
        _in_place(options, settings, call)
    Cache().tidy()
    return 0


def _at(dest: str, options: argparse.Namespace, settings: Settings, call: Setup) -> None:
    prune = options.prune and _agreed(options, settings, call, dest)
    done = _publish(options, settings, call, dest, prune)
    for error in done.ignored:
        report(error)
    _tell(done, options)


def _retry_silently(debug: bool) -> None:
    """What is tried once more is nobody's business, unless it fails in the end or somebody looks for a fault."""
    if not debug:
        from stamina.instrumentation import set_on_retry_hooks

        set_on_retry_hooks([])


def _dest_of(call: Setup) -> str:
    """[publish] dest; a folder is meant from the one of narrator.toml."""
    from narrator.targets.address import folder_of

    dest = call.settings.publish.dest
    return str(call.root / folder_of(dest)) if dest and "://" not in dest else dest


def _settings(call: Setup) -> Settings:
    import msgspec

    return msgspec.structs.replace(call.settings, publish=with_templates(call))


def _in_place(options: argparse.Namespace, settings: Settings, call: Setup) -> None:
    from narrator.podcast import render_folder

    if options.dry_run or options.prune:
        raise UsageError("--dry-run and --prune need a destination", "name one, or set dest under [publish]")
    with open_counter(options.quiet) as progress:
        podcast = render_folder(settings, options.out, call.file, options.force, progress)
    for error in podcast.ignored:
        report(error)
    if not options.quiet:
        print(*_left_to_do(podcast, options.out), sep="", end="", file=sys.stderr)
    feed = {"feed": podcast.feed_url, "episodes": len(podcast.episodes)}
    print(as_line(feed) if options.json else podcast.feed_url)


def _left_to_do(podcast: Podcast, folder: Path) -> Iterator[str]:
    """What keeps a podcast to oneself only where it is copied to a destination; lines."""
    if podcast.settings.show.private:
        base_url = podcast.settings.publish.base_url
        yield f"private: serve {folder} as {base_url}/ and under no other name\n"
    if podcast.withheld:
        files = f"{len(podcast.withheld)} files in {folder} hold full texts"
        yield f"{files}: do not serve them, or publish to a DEST, which leaves them out\n"


def _publish(
    options: argparse.Namespace,
    settings: Settings,
    call: Setup,
    dest: str,
    prune: bool,
    dry_run: bool = False,
) -> Report:
    from narrator.publish import publish

    with open_counter(options.quiet) as progress:
        return publish(
            settings,
            options.out,
            dest,
            settings_file=call.file,
            dry_run=options.dry_run or dry_run,
            prune=prune,
            force=options.force,
            progress=progress,
        )


def _agreed(options: argparse.Namespace, settings: Settings, call: Setup, dest: str) -> bool:
    """Whether what is stale may go; where nobody can be asked, --prune is the answer."""
    if options.dry_run or not sys.stdin.isatty():
        return True
    stale = _publish(options, settings, call, dest, prune=False, dry_run=True).stale
    if not stale:
        return False
    print(*stale, sep="\n", file=sys.stderr)
    print(f"remove these {len(stale)} files from {dest}? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _tell(done: Report, options: argparse.Namespace) -> None:
    """The feed's address on standard output, with --dry-run the list of changes; the rest for who reads along."""
    if options.json:
        facts = {
            "feed": done.feed_url,
            "uploaded": done.uploaded,
            "unchanged": done.unchanged,
            "stale": done.stale,
            "removed": done.removed,
            "dry_run": options.dry_run,
        }
        print(as_line(facts))
        return
    if options.dry_run:
        for line in (
            *(f"upload {name}" for name in done.uploaded),
            *(f"stale {name}" for name in done.stale),
        ):
            print(line)
        if not options.quiet:
            print(f"{len(done.uploaded)} to upload, {done.unchanged} unchanged", file=sys.stderr)
        return
    print(done.feed_url)
    if not options.quiet:
        print(f"{len(done.uploaded)} uploaded, {done.unchanged} unchanged", file=sys.stderr)
        _tell_stale(done)


def _tell_stale(done: Report) -> None:
    if done.stale:
        fate = "removed" if done.removed else "no longer named by the feed; --prune removes them"
        print(f"{len(done.stale)} {fate}", file=sys.stderr)
