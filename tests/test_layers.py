"""The house holds: imports point down, and a library is imported by its owner alone."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

LEVELS = (
    (
        "model",
        "packed",
        "errors",
        "atomic",
        "patterns",
        "disk",
        "web_address",
        "plain_words",
        "unspaced",
        "library_environment",
    ),
    ("settings", "engines", "cache", "workshop"),
    (
        *(
            "reading",
            "segment",
            "spoken",
            "script",
            "booth",
            "passage",
            "perform",
            "inserts",
            "chimes",
            "loudness",
            "limiter",
            "rumble",
            "stretches",
            "finish",
            "master",
        ),
        *(
            "mp3",
            "cover",
            "lettering",
            "episode",
            "corrections",
            "recipe",
            "shelf",
            "sidecars",
            "json_forms",
            "feed",
            "site",
            "podcast",
        ),
        *("publish", "upload", "targets", "proof", "recognizer", "second_take"),
    ),
    ("session", "spool", "audition", "pipeline"),
    ("cli", "__init__", "__main__"),
)
"""Each part of narrator, lowest first; a part may import its own level and those below."""

OWNERS = {
    "pydub": {"perform"},
    "mutagen": {"mp3"},
    "pyttsx3": {"engines"},
    "hibari": {"engines"},
    "piper": {"engines"},
    "lameenc": {"mp3"},
    "faster_whisper": {"recognizer"},
    "rapidfuzz": {"proof"},
    "trafilatura": {"reading"},
    "urllib3": {"reading"},
    "boto3": {"targets"},
    "jinja2": {"site"},
    "segno": {"site"},
    "uvicorn": {"site"},
    "starlette": {"site"},
    "PIL": {"cover", "lettering", "feed", "site"},
    "unicode_rbnf": {"spoken"},
    "sentencex": {"spoken"},
    "rich": {"cli"},
}
"""The parts of narrator that may import a library."""

IMPORT_NAMES = {
    "PIL": "pillow",
    "botocore": "boto3",
    "fasttext": "fasttext-predict",
    "hibari": "hibari-tts",
    "markdown_it": "markdown-it-py",
    "piper": "piper-tts",
    "yaml": "pyyaml",
}
"""Libraries whose distribution has another name."""

MODULES = sorted((ROOT / "narrator").rglob("*.py"))


def _part(path: Path) -> str:
    first = path.relative_to(ROOT / "narrator").parts[0]
    return first.removesuffix(".py")


def _level(part: str) -> int:
    return next(index for index, parts in enumerate(LEVELS) if part in parts)


def _imports(path: Path) -> Iterator[str]:
    """Dotted names that a module imports, but for those only a type checker sees."""
    tree = ast.parse(path.read_text())
    unseen = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for node in ast.walk(block)
    }
    for node in ast.walk(tree):
        if id(node) in unseen:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "narrator":
            yield from (f"narrator.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    for name in _imports(path):
        if name.startswith("narrator."):
            assert _level(name.split(".")[1]) <= _level(_part(path)), f"{path} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_library_is_imported_by_its_owner_alone(path: Path) -> None:
    for name in _imports(path):
        owners = OWNERS.get(name.split(".")[0])
        assert not owners or _part(path) in owners, f"{path} imports {name}, which belongs to {owners}"


def test_every_library_that_is_imported_is_named_as_a_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = [
        *project["dependencies"],
        *(one for extra in project["optional-dependencies"].values() for one in extra),
    ]
    distributions = {re.match(r"[\w.-]+", one)[0].lower().replace("_", "-") for one in named}
    imported = {name.split(".")[0] for path in MODULES for name in _imports(path)}
    for name in imported - set(sys.stdlib_module_names) - {"narrator", "__future__"}:
        assert IMPORT_NAMES.get(name, name).lower().replace("_", "-") in distributions, name
