"""The command line: finds the command, runs it, and turns what went wrong into one line and an exit code."""

from __future__ import annotations

import argparse
import gc
import importlib
import io
import os
import signal
import sys
from collections.abc import Sequence
from typing import NoReturn

from narrator.errors import NarratorError, UsageError
from narrator.library_environment import LIBRARY_ENVIRONMENT

COMMANDS = {
    "make": "make episodes of articles",
    "segment": "show what was understood of an article, and what is left out",
    "script": "show what will be said; nothing is synthesized",
    "voices": "list the voices that can be used now",
    "say": "say one utterance, to hear a voice or a name",
    "publish": "turn a folder of episodes into a podcast, and upload it",
    "check": "test an MP3, a feed or a folder of them against what directories ask",
    "serve": "try the feed and the player on this machine",
    "proof": "listen to an episode, and name what was lost, doubled or misread",
    "cache": "show or clear what is kept of earlier runs",
    "init": "write a commented narrator.toml",
}
"""Each is a module of `narrator.cli`, with `add_options(parser)` and `run(options) -> exit code`."""

_STANDARD_ERROR = 2

_NEW_OBJECTS = 100_000
"""Between two searches for garbage. At Python's own 700 they take a fortieth of a short run, and find none."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command: 0 all done, 1 something could not be done, 2 the call is wrong, 130 interrupted."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words
    if arguments is None:
        _open_what_is_closed()
        _write_any_letter()
        os.environ.update(LIBRARY_ENVIRONMENT)
        gc.set_threshold(_NEW_OBJECTS)
        _heed_what_stops_programs()
    try:
        return _run(words)
    except NarratorError as error:
        trace(debug)
        report(error)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001 - it is told in one line
        trace(debug)
        report(unexpected(error))
        return 1
    finally:
        if arguments is None:
            gc.freeze()  # Python searches all that is left before it ends, a thirtieth of a short run


def _heed_what_stops_programs() -> None:
    """To be ended, or to lose its terminal, is to be interrupted; who is told to ignore it (nohup) does."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


def _open_what_is_closed() -> None:
    """A service may start a program without standard streams; the next file opened would stand in for one."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= _STANDARD_ERROR:
        pass
    os.close(descriptor)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def _write_any_letter() -> None:
    """A pipe or a file gets UTF-8, which `make` reads again; a terminal that lacks a letter shows a stand-in."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        on_terminal = sys.stdout.isatty()
        sys.stdout.reconfigure(encoding=None if on_terminal else "utf-8", errors="replace")


def trace(debug: bool) -> None:
    """Where the error that is being dealt with came from, for who looks for a fault."""
    if debug:
        import traceback

        tell(traceback.format_exc().rstrip())


def report(error: NarratorError) -> None:
    """One line that says what was wrong with which value, and where it helps a second."""
    tip = (f"tip: {one_line(error.tip)}",) if error.tip else ()
    tell(f"narrator: {one_line(error.message)}", *tip)


def tell(*lines: str) -> None:
    """Lines on standard error, in one write: others tell of their articles at the same time."""
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    sys.stderr.flush()


def _run(words: list[str]) -> int:
    parser = _parser(words)
    options = parser.parse_args(words)
    if not options.command:
        parser.print_help()
        return 2
    code: int = importlib.import_module(f"narrator.cli.{options.command}").run(options)
    return code


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of the command that is called; the others are known by name only, and not imported."""
    parser = _Parser(prog="narrator", description="Articles in, podcast out.", allow_abbrev=False)
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and leave")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    called = next((word for word in words if not word.startswith("-")), None)
    for name, help_line in COMMANDS.items():
        command = commands.add_parser(
            name, help=help_line, description=f"{help_line[0].upper()}{help_line[1:]}.", allow_abbrev=False
        )
        if name == called:
            importlib.import_module(f"narrator.cli.{name}").add_options(command)
    return parser


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message, f"{self.prog} --help")


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version

        print(f"narrator {version('narrator-podcast')}")
        parser.exit()


def unexpected(error: Exception) -> NarratorError:
    """An error that is nobody's fault but narrator's, as one line."""
    if isinstance(error, ImportError):
        return NarratorError(f"cannot import {error.name or error}", "install narrator again: pip install .")
    return NarratorError(f"unexpected {type(error).__name__}: {error}", "--debug shows where")


def one_line(text: str) -> str:
    """The text without its line breaks, whatever a file was named."""
    return " ".join(text.split())
