"""An engine that crashes, hangs, raises or says nothing: the episode is right, or the error names the sentence.

And a run that is killed: the next goes on where it was; and two runs at once, which do not disturb each other.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from narrator.booth import Booth
from narrator.cache import Cache
from narrator.engines import _outside_engines, engines
from narrator.engines.studio import Studio
from narrator.errors import EngineError
from narrator.model import Article
from narrator.mp3.frames import RATE_HZ
from narrator.passage import Passage
from narrator.perform import passages_of
from narrator.pipeline import Order, make_episode
from narrator.reading import read_pages
from narrator.script import write_script
from narrator.segment import segment
from narrator.settings import Pacing, Settings
from narrator.shelf import Shelf
from narrator.workshop import Workshop, open_workshop
from tests.conftest import ROOT
from tests.outside_engine import install

_SENTENCES = [f"Sentence {name} of the report says that the council met again on the matter." for name in
              "one two three four five six seven eight nine ten eleven twelve".split()]  # fmt: skip


def _article(folder: Path, *, bad: str = "", name: str = "article") -> Path:
    sentences = list(_SENTENCES)
    if bad:
        sentences[6] = f"This is the {bad} sentence, and nobody could have known that it would be."
    paragraphs = [" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3)]
    path = folder / f"{name}.txt"
    path.write_text("The Council Meets Again\n\n" + "\n\n".join(paragraphs) + "\n")
    return path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


class Desk:
    """Runs `narrator make` in processes of their own, with the faulty engine installed and a cache of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = install(folder / "site")
        self.said = self.site / "said.txt"

    def start(
        self, *articles: Path, out: str = "audio", cache: str = "cache", voice: str = "faulty"
    ) -> subprocess.Popen[str]:
        environment = os.environ | {
            "PYTHONPATH": f"{self.site}{os.pathsep}{ROOT}",
            "XDG_CACHE_HOME": str(self.folder / cache),
        }
        call = (
            "make",
            *map(str, articles),
            "--voice",
            voice,
            "--out",
            str(self.folder / out),
            "--json",
            "--quiet",
            "--force",
        )
        return subprocess.Popen(
            [sys.executable, "-m", "narrator", *call],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def make(self, article: Path, **where: str) -> tuple[int, dict[str, object], str]:
        process = self.start(article, **where)
        out, err = process.communicate(timeout=100)
        return process.returncode, json.loads(out), err

    def files(self, out: str = "audio") -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (self.folder / out).iterdir()}


@pytest.mark.parametrize("bad", ["crashing", "raising", "silent"])
def test_a_sentence_that_cannot_be_said_is_named_and_nothing_is_left(desk: Desk, bad: str) -> None:
    code, answer, err = desk.make(_article(desk.folder, bad=bad))
    assert code == 1
    assert f"This is the {bad} sentence" in err.splitlines()[0]
    assert f"This is the {bad} sentence" in str(answer["error"])
    assert desk.files() == {}


@pytest.mark.parametrize("bad", ["crashing", "raising", "silent"])
def test_an_article_that_cannot_be_said_harms_none_that_is_made_beside_it(desk: Desk, bad: str) -> None:
    """Their sentences are the same but for one, and so are their engines."""
    articles = [
        _article(desk.folder, name=str(number), bad=bad if number in (0, 2) else "") for number in range(4)
    ]
    running = desk.start(*articles)
    out, err = running.communicate(timeout=100)
    told = [json.loads(line) for line in out.splitlines()]
    assert running.returncode == 1
    assert ["error" in each for each in told] == [True, False, True, False]
    assert err.count(f"This is the {bad} sentence") == 2
    assert len([name for name in desk.files() if name.endswith(".mp3")]) == 2
    assert not [name for name in desk.files() if name.startswith(".")]


def test_an_engine_that_crashes_once_is_replaced_and_the_episode_is_whole(desk: Desk) -> None:
    article = _article(desk.folder, bad="stumbling")
    code, made, err = desk.make(article)
    assert (code, err) == (0, "")
    cues = json.loads(Path(str(made["files"]["script"])).read_text())["cues"]  # type: ignore[index]
    said = [cue["text"] for cue in cues if cue["kind"] == "speech"]
    assert "stumbling" in said[7]
    assert len(said) == 1 + len(_SENTENCES)
    assert desk.said.read_text().count("This is the stumbling") == 2


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """Settings of which the voice is the faulty engine's, in this process."""
    site = install(tmp_path / "site")
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.setenv("PYTHONPATH", f"{site}{os.pathsep}{ROOT}")
    engines.cache_clear()
    _outside_engines.cache_clear()
    yield Settings().with_voice("faulty")
    engines.cache_clear()
    _outside_engines.cache_clear()


def _understood(article: Path, settings: Settings) -> Article:
    (page,) = read_pages(str(article), root=article.parent)
    return segment(page, settings.read)


def test_a_hang_ends_at_the_limit_and_the_sentence_is_named(tmp_path: Path, faulty: Settings) -> None:
    (tmp_path / "audio").mkdir()
    article = _understood(_article(tmp_path, bad="hanging"), faulty)
    with (
        pytest.raises(EngineError, match=r"This is the hanging sentence.*did not answer"),
        open_workshop(2, Studio(2, say_limit_s=0.2)) as workshop,
    ):
        make_episode(article, Order(faulty, Shelf(tmp_path / "audio")), workshop)
    assert not list((tmp_path / "audio").iterdir())


def test_a_performance_that_fails_ends_only_when_nothing_is_under_way(
    tmp_path: Path, faulty: Settings
) -> None:
    """What is still being said then would else be written to a folder that is being removed."""
    path = tmp_path / "article.txt"
    path.write_text(
        "Council Is raising the Taxes of the Whole Town Again\n\n"
        + "They were lingering there for the whole of the day. " * 2
    )
    script = write_script(_understood(path, faulty), faulty.voices, Pacing())
    with open_workshop(2) as workshop:
        booth = Booth(workshop.studio, workshop.cache)
        passages, done = passages_of(script, booth, tmp_path), list[Passage]()

        def perform(passage: Passage) -> None:
            passage.piece()
            done.append(passage)

        with pytest.raises(EngineError, match="Council Is raising"), workshop.settled():
            list(workshop.in_order(perform, passages))
        assert done == [passages[1]]


def test_work_that_never_began_is_not_waited_for_when_all_is_called_off(tmp_path: Path) -> None:
    """Who interrupts empties the line of an executor, and nobody tells of what stood in it that it is over."""
    begun, called_off, over = threading.Event(), threading.Event(), threading.Event()
    executor = ThreadPoolExecutor(2)
    workshop = Workshop(Studio(1), Cache(tmp_path), executor, executor)

    def work(number: int) -> None:
        if number == 0:
            raise EngineError("no voice")
        if number == 2:
            begun.set()
        called_off.wait(10)

    def make() -> None:
        with suppress(EngineError), workshop.settled():
            try:
                list(workshop.in_order(work, range(8)))
            finally:
                begun.wait(10)
        over.set()

    threading.Thread(target=make, daemon=True).start()
    begun.wait(10)
    time.sleep(0.1)
    executor.shutdown(wait=False, cancel_futures=True)
    called_off.set()
    assert over.wait(10)


def test_an_article_without_pauses_is_said_in_pieces_too(tmp_path: Path) -> None:
    path, settings = tmp_path / "article.txt", Settings().with_voice("system")
    path.write_text("The town counts its buses\n\n" + " ".join(f"Bus {n} came." for n in range(1500)))
    pauses = Pacing(clause=0, sentence=0, paragraph=0, section=0, headline=0)
    script = write_script(_understood(path, settings), settings.voices, pauses)
    with open_workshop(2) as workshop:
        passages = passages_of(script, Booth(workshop.studio, workshop.cache), tmp_path)
        assert passages[1].piece().samples < 300 * RATE_HZ
    assert len(passages) > 10


def test_progress_never_goes_back_whoever_is_first_to_tell(tmp_path: Path) -> None:
    path, settings = tmp_path / "article.txt", Settings().with_voice("tone")
    path.write_text(
        "Council Raises Taxes\n\n" + "\n\n".join(f"Ward {n} voted for it. " * 20 for n in range(4))
    )
    script = write_script(_understood(path, settings), settings.voices, Pacing())
    told, later = list[tuple[int, int]](), threading.Event()

    def slow_at_first(text: str, done: int, total: int) -> None:
        if later.is_set():
            told.append((done, total))
        else:
            later.set()
            time.sleep(0.3)
            told.append((done, total))

    with open_workshop(2) as workshop:
        workshop.studio.expect(100_000)
        passages = passages_of(script, Booth(workshop.studio, workshop.cache), tmp_path, slow_at_first)
        list(workshop.in_order(Passage.piece, passages))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def test_killed_in_the_middle_the_next_run_goes_on_and_gives_the_same_bytes(desk: Desk) -> None:
    article = _article(desk.folder, bad="dawdling")
    running = desk.start(article)
    takes = desk.folder / "cache" / "narrator" / "takes"
    while not (desk.site / "dawdled").exists() or not list(takes.glob("??/*")):
        assert running.poll() is None
        time.sleep(0.05)
    running.kill()
    running.wait()
    assert not [name for name in desk.files() if not name.startswith(".")]
    _, again, _ = desk.make(article)
    assert 0 < int(str(again["reused_ms"])) < int(str(again["duration_ms"]))
    resumed = desk.files()
    desk.make(article, out="undisturbed", cache="another")
    assert {name: data for name, data in resumed.items() if not name.endswith(".new")} == desk.files(
        "undisturbed"
    )


def test_two_runs_at_once_share_a_cache(desk: Desk) -> None:
    article = _article(desk.folder)
    runs = [desk.start(article, out=out) for out in ("one", "two")]
    for run in runs:
        _, err = run.communicate(timeout=100)
        assert (run.returncode, err) == (0, "")
    assert desk.files("one") == desk.files("two")
    assert not list((desk.folder / "cache").rglob("*.new"))
