"""Patterns compiled once for all runs do what `re` does, and their file is not trusted."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SEED = next((ROOT / "seeds").glob("*.txt"))
ODD_PATTERNS = (
    ("", 0),
    (r"(?P<day>\d\d?)\. (?P<month>[a-zäöü]+)(?: (?P<year>\d{4}))?", re.IGNORECASE),
    (r"(?i:über|ſ)[^\W\d_]+(?<!x)\b(?=\s)(?!\sand)", re.MULTILINE),
    (r"(['\"])(?:(?!\1).)*+\1", re.DOTALL),
    (r"(?>a|ab)c{2,}?(?:日本|[\u0e00-\u0eff\U0001f300-\U0001faff])?", re.IGNORECASE),
    (r"a # with a comment", re.VERBOSE),
    (r"\w+", re.ASCII),
)


def run(code: str, folder: Path, *arguments: str) -> str:
    """What a new process prints whose compiled modules, and patterns, lie in a folder of its own."""
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(folder), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def patterns_file(folder: Path) -> Path:
    (path,) = folder.rglob("*.patterns")
    return path


SEGMENT = "import sys; from narrator.cli.main import main; sys.exit(main(sys.argv[1:]))", "segment", str(SEED)
DESCRIBED = f"""
import re
from narrator.patterns import compiled
for pattern, flags in {ODD_PATTERNS!r}:
    for made in (compiled(pattern, flags), re.compile(pattern, flags)):
        print(made.pattern, made.flags, made.groups, dict(made.groupindex), made.groupindex.keys())
        print([found.groups() for found in made.finditer("On 3. März 2020 'it' abcc日本 a ÜBERALL x")])
"""
TRANSLATED = """
import re._parser, sys
parse, seen = re._parser.parse, []
re._parser.parse = lambda pattern, flags=0, state=None: seen.append(pattern) or parse(pattern, flags)
import narrator.segment.cues as cues
cues.cues_of("de")
print(len([one for one in seen if len(one) > 1000]))
"""
"""How many long patterns, as only narrator has, are compiled anew."""


def test_a_pattern_from_the_file_is_what_re_compiles(tmp_path: Path) -> None:
    first, second = run(DESCRIBED, tmp_path), run(DESCRIBED, tmp_path)
    lines = second.splitlines()
    assert first == second
    assert len(lines) == 4 * len(ODD_PATTERNS)
    assert lines[0::4] == lines[2::4]
    assert lines[1::4] == lines[3::4]
    assert any("März" in line for line in lines)


def test_the_second_run_translates_no_pattern(tmp_path: Path) -> None:
    assert int(run(TRANSLATED, tmp_path)) > 5
    assert int(run(TRANSLATED, tmp_path)) == 0


def test_a_text_is_understood_alike_with_patterns_kept_and_new(tmp_path: Path) -> None:
    first = run(SEGMENT[0], tmp_path, *SEGMENT[1:])
    assert "context" in first
    assert patterns_file(tmp_path).stat().st_size > 100_000
    assert run(SEGMENT[0], tmp_path, *SEGMENT[1:]) == first


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[: len(content) // 2],
        lambda content: content[::-1],
        lambda content: content.replace(sys.version.encode()[:12], b"9.9.9 (later"),
        lambda content: content.replace(b"\x0e\x00\x00\x00", b"\xff\x00\x00\x00"),
    ],
    ids=["empty", "cut off", "nonsense", "another Python's", "code that cannot be run"],
)
def test_a_file_that_is_damaged_or_of_another_python_is_made_anew(damage: object, tmp_path: Path) -> None:
    assert callable(damage)
    first = run(DESCRIBED, tmp_path)
    path = patterns_file(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert path.read_bytes() != whole
    assert run(DESCRIBED, tmp_path) == first


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    no_folder = tmp_path / "file"
    no_folder.write_text("in the way")
    assert run(DESCRIBED, no_folder) == run(DESCRIBED, tmp_path / "folder")


def test_what_is_no_pattern_is_the_error_of_re() -> None:
    from narrator.patterns import compiled

    with pytest.raises(re.error, match="unterminated"):
        compiled("(open")
