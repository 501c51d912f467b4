"""How fast narrator is beside the limits of the machine: `python -m tests.benchmarks.speed [--minutes 60] [--quick]`.

All is measured in one run on one text, so ratios hold on any machine. S = CPU seconds of the bare engine, E = of the
bare encoder, M = of resampling, one scan for true peaks and one decode; the floor of two cores is (S + E + M) / 2.
narrator and what it is measured against take turns, and the best of each counts: a shared machine slows down for
minutes.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.benchmarks.long_text import ROOT, long_text, page_of, with_one_paragraph_changed
from tests.benchmarks.measured import Cost, run

SEED = next((ROOT / "seeds").glob("*.txt"))
LIMITS = {
    "system": {"floor": 1.4, "seed_s": 1.0, "seed_cpu_s": 1.5, "peak_mb": 400.0},
    "hibari": {"floor": 1.15, "seed_s": 4.0, "seed_cpu_s": 4.0, "peak_mb": 800.0},
}
_HELP_LIMIT, _LONGER_LIMIT, _CHANGED_LIMIT = 3.0, 1.05, 0.5
_SHORT_TEXT_LIMIT_S, _PAGE_LIMIT_S = 0.3, 1.0
_PAGE_MINUTES, _PAGE_BYTES, _LARGE_PAGE_BYTES = 6, 400_000, 5_000_000
_SHORT_RUNS, _ROUNDS = 3, 3
_TIMES_LONGER = 6
_SEVERAL, _SHORT_MINUTES = 16, 2


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; a limit of None is a figure to compare with only."""

    what: str
    value: float
    unit: str
    limit: float | None = None
    how: str = ""


@dataclass(slots=True)
class Bench:
    """A folder to work in, with a cache of its own for each cold run and what comes after it.

    Nothing is removed in between: a file system is slow where many files have just gone.
    """

    folder: Path
    voice: str
    cold_runs: int = 0

    @property
    def run_folder(self) -> Path:
        return self.folder / f"run{self.cold_runs}"

    def python(self, *arguments: object) -> Cost:
        environment = os.environ | {"XDG_CACHE_HOME": str(self.run_folder), "PYTHONPATH": str(ROOT)}
        return run([sys.executable, *map(str, arguments)], environment)

    def make(self, *sources: Path) -> Cost:
        out = self.run_folder / "audio"
        return self.python(
            "-m", "narrator", "make", *sources, "--voice", self.voice, "--out", out, "--quiet", "--json"
        )

    def make_cold(self, *sources: Path) -> Cost:
        self.cold_runs += 1
        return self.make(*sources)

    def segment(self, source: Path) -> Cost:
        return self.python("-m", "narrator", "segment", source, "--quiet", "--json")

    def text(self, name: str, text: str, suffix: str = ".txt") -> Path:
        path = self.folder / f"{name}{suffix}"
        path.write_text(text, "utf-8")
        return path


def main() -> None:
    options = _options()
    compileall.compile_dir(ROOT / "narrator", quiet=1)  # as pip does when it installs
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    print(f"{'what':<58} {'value':>9}       {'limit':>7}")
    with tempfile.TemporaryDirectory(prefix="narrator-bench-") as folder:
        bench = Bench(Path(folder), options.voice)
        for row in _rows(bench, options.minutes, options.quick):
            print(_line(row), flush=True)
    print(f"\nload average {os.getloadavg()[0]:.1f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=60, help="length of the long article")
    parser.add_argument("--voice", choices=tuple(LIMITS), default="system")
    parser.add_argument(
        "--quick", action="store_true", help="without the six times longer article and the ways by hand"
    )
    return parser.parse_args()


def _rows(bench: Bench, minutes: float, quick: bool) -> Iterator[Row]:
    yield from _short(bench)
    yield from _several(bench)
    text = long_text(minutes)
    source = bench.text("long", text)
    cold, bare = _in_turns(bench, source)
    yield from _long(bench, cold, bare)
    if not quick:
        yield from _by_hand(bench, source, cold)
    yield from _changed(bench, source, text, cold)
    if not quick:
        yield from _longer(bench, minutes, cold)


def _short(bench: Bench) -> Iterator[Row]:
    """The seed article, pages and --help, from the shell; the best of a few runs."""
    limits = LIMITS[bench.voice]
    bare = _best([bench.python("-c", "pass") for _ in range(_SHORT_RUNS)])
    asked = _best([bench.python("-m", "narrator", "--help") for _ in range(_SHORT_RUNS)])
    yield Row("--help over a bare interpreter", asked.wall_s / bare.wall_s, "×", _HELP_LIMIT)
    yield from _understood(bench)
    seed = _best([bench.make_cold(SEED) for _ in range(_SHORT_RUNS)])
    yield Row(
        "seed article, wall over a bare interpreter's", seed.wall_s - bare.wall_s, "s", limits["seed_s"]
    )
    yield Row("seed article, CPU", seed.cpu_s, "s", limits["seed_cpu_s"])


def _understood(bench: Bench) -> Iterator[Row]:
    """What `narrator segment` takes from the shell."""
    short = _best([bench.segment(SEED) for _ in range(_SHORT_RUNS)])
    yield Row("seed article understood, wall", short.wall_s, "s", _SHORT_TEXT_LIMIT_S)
    text = long_text(_PAGE_MINUTES)
    for size, limit in ((_PAGE_BYTES, _PAGE_LIMIT_S), (_LARGE_PAGE_BYTES, None)):
        page = bench.text(f"page-{size}", page_of(text, size), ".html")
        cost = _best([bench.segment(page) for _ in range(_SHORT_RUNS)])
        yield Row(f"page of {size / 1e6:.1f} MB understood, wall", cost.wall_s, "s", limit)
    yield Row(f"page of {size / 1e6:.1f} MB, peak memory", cost.peak_mb, "MB")


def _best(costs: list[Cost]) -> Cost:
    return min(costs, key=lambda cost: cost.wall_s)


def _several(bench: Bench) -> Iterator[Row]:
    """Short articles beside a long one: the work of one alone does not fill the cores."""
    text = long_text(_SHORT_MINUTES * _SEVERAL)
    paragraphs = text.split("\n\n")[1:]
    borders = [len(paragraphs) * part // _SEVERAL for part in range(_SEVERAL + 1)]
    short = [
        bench.text(f"short-{part}", "\n\n".join((f"Part {part} of a Long Read", *paragraphs[start:end])))
        for part, (start, end) in enumerate(pairwise(borders), 1)
    ]
    whole, several = bench.make_cold(bench.text("whole", text)), bench.make_cold(*short)
    what = f"{len(short)} articles of {_SHORT_MINUTES} min: wall over that of one as long as all"
    yield Row(what, several.wall_s / whole.wall_s, "×")


def _in_turns(bench: Bench, source: Path) -> tuple[Cost, dict[str, float]]:
    """The best of narrator's runs on the long article, and the least of each that the bare engine and encoder took."""
    script = bench.folder / "script.json"
    script.write_text(bench.python("-m", "narrator", "script", source, "--voice", bench.voice, "--json").out)
    made, bare = list[Cost](), list[dict[str, float]]()
    for _ in range(_ROUNDS):
        made.append(bench.make_cold(source))
        said = bench.python("-m", "tests.benchmarks.bare", "speak", bench.voice, script)
        encoded = bench.python("-m", "tests.benchmarks.bare", "encode", json.loads(made[-1].out)["audio"])
        bare.append(json.loads(said.out) | json.loads(encoded.out))
    return _best(made), {what: min(each[what] for each in bare) for what in bare[0]}


def _long(bench: Bench, cold: Cost, bare: dict[str, float]) -> Iterator[Row]:
    limits, made = LIMITS[bench.voice], json.loads(cold.out)
    rest_s = bare["resample_s"] + bare["scan_s"] + bare["decode_s"]
    total_s = bare["engine_s"] + bare["encode_s"] + rest_s
    floor_s = total_s / 2
    yield Row("long article, sound", made["duration_ms"] / 60_000, "min")
    yield Row("S: bare engine, CPU", bare["engine_s"], "s")
    yield Row("E: bare encoder, CPU", bare["encode_s"], "s")
    yield Row("M: resampling, one peak scan, one decode, CPU", rest_s, "s")
    yield Row("floor of two cores: (S + E + M) / 2", floor_s, "s")
    yield Row("narrator, wall", cold.wall_s, "s")
    yield Row("narrator, CPU", cold.cpu_s, "s")
    yield Row("narrator, wall over the floor", cold.wall_s / floor_s, "×", limits["floor"])
    yield Row("narrator, CPU over S + E + M", cold.cpu_s / total_s, "×")
    yield Row("narrator, peak memory of all processes", cold.peak_mb, "MB", limits["peak_mb"])


def _by_hand(bench: Bench, source: Path, cold: Cost) -> Iterator[Row]:
    """Only the system voice has ways by hand to compare with."""
    if bench.voice != "system":
        return
    if shutil.which("ffmpeg"):
        cost = bench.python("-m", "tests.benchmarks.bare", "by-hand", source, bench.folder / "hand.mp3")
        yield Row("pydub, += by paragraph, export: wall over narrator's", cost.wall_s / cold.wall_s, "×")
        yield Row("pydub: peak memory", cost.peak_mb, "MB")
    if shutil.which("espeak-ng") and shutil.which("lame"):
        encode = "lame --quiet -q 7 -m m -b 96 --cbr --resample 44.1 --ignorelength"
        command = f"espeak-ng -v en-us -f '{source}' --stdout | {encode} - '{bench.folder}/shell.mp3'"
        shell = _best([run(command, dict(os.environ)) for _ in range(_ROUNDS)])
        yield Row("narrator, wall over espeak-ng --stdout | lame", cold.wall_s / shell.wall_s, "×", 1.0)


def _changed(bench: Bench, source: Path, text: str, cold: Cost) -> Iterator[Row]:
    bench.text(source.stem, with_one_paragraph_changed(text))
    again = bench.make(source)
    limit = _CHANGED_LIMIT if bench.voice == "hibari" else None
    yield Row("one paragraph changed, wall over cold", again.wall_s / cold.wall_s, "×", limit)


def _longer(bench: Bench, minutes: float, cold: Cost) -> Iterator[Row]:
    longer = bench.make_cold(bench.text("longer", long_text(minutes * _TIMES_LONGER)))
    peak = longer.peak_mb / cold.peak_mb
    yield Row(f"{_TIMES_LONGER} times longer: peak memory over the long one's", peak, "×", _LONGER_LIMIT)
    yield Row(f"{_TIMES_LONGER} times longer: wall", longer.wall_s, "s")


def _line(row: Row) -> str:
    limit = "" if row.limit is None else f"≤ {row.limit:<6g} {'ok' if row.value <= row.limit else 'OVER'}"
    return f"{row.what:<58} {row.value:>9.2f} {row.unit:<4}  {limit}".rstrip()


if __name__ == "__main__":
    main()
