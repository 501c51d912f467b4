"""Exit codes and one-line errors, as the contract of the command line gives them."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from narrator.cli.main import report
from narrator.cli.progress import open_progress
from narrator.errors import NarratorError
from tests.conftest import ROOT, SEED, Call

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8
FURNITURE = "Share\n\nRead more\n\nAdvertisement\n\nSign up for our newsletter\n\n• Updated\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _bad_source(folder: Path, kind: str) -> Path:
    path = folder / "bad.txt"
    match kind:
        case "missing":
            pass
        case "empty":
            path.write_bytes(b"")
        case "blank":
            path.write_text(" \n\n\t\n")
        case "furniture":
            path.write_text(FURNITURE)
        case "png":
            path = folder / "bad.png"
            path.write_bytes(PNG)
        case "png in disguise":
            path.write_bytes(PNG)
        case "folder":
            path = folder / "none"
            path.mkdir()
    return path


BAD = ["missing", "empty", "blank", "furniture", "png", "png in disguise", "folder"]


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_source_is_one_line_and_nothing_is_written(here: Path, narrator: Call, kind: str) -> None:
    bad = _bad_source(here, kind)
    answer = narrator("make", bad, "--voice", "tone", "--quiet")
    assert (answer.code, answer.out) == (1, "")
    first, *tips = answer.err.splitlines()
    assert first.startswith("narrator: ")
    assert bad.name in first
    assert all(tip.startswith("tip: ") for tip in tips)
    assert not list(Path("audio").glob("*"))


def test_a_traceback_changes_neither_what_is_done_nor_how_it_ends(here: Path, narrator: Call) -> None:
    options = ("--voice", "tone", "--quiet", "--json", "--debug")
    assert narrator("make", SEED, *options, "--jobs", "0").code == 2
    (here / "narrator.toml").write_text("[shwo]\n")
    assert narrator("make", SEED, *options).code == 2
    (here / "narrator.toml").write_text("")
    answer = narrator("make", "none.txt", SEED, *options)
    assert answer.code == 1
    assert ["error" in each for each in answer.objects] == [True, False]
    assert answer.err.startswith("Traceback (most recent call last):\n")
    assert answer.err.splitlines()[-1] == "narrator: none.txt: no such file or directory"


@pytest.mark.parametrize("name", ["in", "a", "o"])
def test_a_source_is_named_however_short_its_name_is(here: Path, narrator: Call, name: str) -> None:
    form = json.loads(narrator("script", SEED, "--json", "--voice", "tone").out)
    form |= {"source": name, "cues": [form["cues"][2] | {"spoken": "…"}]}
    (here / name).write_text(json.dumps(form))
    answer = narrator("make", name, "--voice", "tone", "--quiet")
    assert answer.err == f"narrator: {name}: there is nothing to hear in the whole recording\n"


def test_good_sources_among_bad_ones_are_made(here: Path, narrator: Call) -> None:
    bad = _bad_source(here, "empty")
    answer = narrator("make", bad, SEED, here / "missing.txt", "--voice", "tone", "--json", "--quiet")
    assert answer.code == 1
    assert ["error" in form for form in answer.objects] == [True, False, True]
    assert len(list(Path("audio").glob("*.mp3"))) == 1


def test_a_place_that_is_taken_stops_one_article_and_not_the_others(here: Path, narrator: Call) -> None:
    assert narrator("make", SEED, "--voice", "tone", "--quiet").code == 0
    (mp3,) = Path("audio").glob("*.mp3")
    mp3.with_suffix(".vtt").unlink()
    mp3.with_suffix(".vtt").mkdir()
    (here / "other.txt").write_text(SEED.read_text(encoding="utf-8"), encoding="utf-8")
    answer = narrator("make", SEED, "other.txt", "--voice", "tone", "--quiet")
    assert (answer.code, len(answer.out.splitlines())) == (1, 1)
    assert answer.err == f"narrator: {SEED}: {mp3.with_suffix('.vtt')}: Is a directory\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["make", SEED, "--voice", "hart"], "unknown voice 'hart'"),
        (["script", SEED, "--voice", "hart"], "unknown voice 'hart'"),
        (["make", SEED, "--colour"], "unrecognized arguments: --colour"),
        (["make"], "SOURCE"),
        (["mkae", SEED], "mkae"),
        (["make", SEED, "--jobs", "0"], "'0'"),
        (["make", SEED, "--jobs", "²"], "'²' is no number of jobs"),
        (["serve", "--port", "²"], "'²' is no port"),
        (["say", "Hello", "--language", "no code"], "'no code' is no code of a language"),
        (["make", SEED, "--published", "yesterday"], "'yesterday'"),
        (["make", SEED, "--config", "none.toml"], "none.toml"),
        (["make", SEED, "--out", SEED], "--out"),
    ],
)
def test_a_wrong_call_exits_2_before_anything_is_begun(
    here: Path, narrator: Call, arguments: list[object], says: str
) -> None:
    answer = narrator(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert says in answer.err.splitlines()[0]
    assert not list(here.glob("audio/*"))


@pytest.mark.parametrize(
    ("toml", "says", "tip"),
    [
        ("[voice]\n", "unknown group [voice]", "did you mean 'voices'?"),
        ('[show]\ntitel = "x"\n', "unknown key 'titel' in [show]", "did you mean 'title'?"),
        ('[sound]\nstereo = "yes"\n', "[sound] stereo: expected true or false, got text", None),
        ("[sound]\ntarget_lufs = 5\n", "[sound] target_lufs: expected a number of at most -9.0", None),
        ("[pacing]\nsentence = -1\n", "[pacing] sentence", None),
        ("[show\n", "not valid TOML", None),
        (f"x = {'[' * 5000}{']' * 5000}\n", "not valid TOML", None),
        (f"[pacing]\nsentence = {'9' * 5000}\n", "not valid TOML", None),
        ('[voices]\ndefault = ""\n', "unknown voice ''", None),
        ('[voices]\nlexicon = "a\\u0000b"\n', "[voices] lexicon: NUL is no character to use", None),
        ('[voices]\nbody = "nobody"\n', "unknown voice 'nobody'", None),
    ],
)
def test_a_wrong_configuration_exits_2(
    here: Path, narrator: Call, toml: str, says: str, tip: str | None
) -> None:
    Path("narrator.toml").write_text(toml)
    answer = narrator("make", SEED)
    assert answer.code == 2
    assert says in answer.err.splitlines()[0]
    assert tip is None or tip in answer.err
    assert not Path("audio").exists()


@pytest.mark.parametrize("out", ["file/audio", "/dev/null/audio"])
def test_an_unwritable_folder_exits_2(here: Path, narrator: Call, out: str) -> None:
    Path("file").touch()
    answer = narrator("make", SEED, "--out", out, "--voice", "tone")
    assert (answer.code, answer.err.count("\n")) == (2, 2)


class TestInit:
    def test_writes_a_file_that_make_accepts(self, here: Path, narrator: Call) -> None:
        assert narrator("init").out == "narrator.toml\n"
        assert narrator("make", SEED, "--voice", "tone", "--quiet").code == 0

    def test_every_option_is_in_it_with_its_default(self, here: Path, narrator: Call) -> None:
        import msgspec

        from narrator.settings import Settings, read_settings

        narrator("init")
        written = Path("narrator.toml").read_text()
        options = "\n".join(
            line.removeprefix("# ") if " = " in line and not line.endswith(" = ") else line
            for line in written.splitlines()
        )
        Path("all.toml").write_text(options)
        assert read_settings(Path("all.toml")) == Settings()
        for group in msgspec.structs.fields(Settings):
            for option in msgspec.structs.fields(group.type):
                assert f"# {option.name} = " in written

    def test_does_not_replace_without_force(self, here: Path, narrator: Call) -> None:
        Path("narrator.toml").write_text("[show]\n")
        assert narrator("init").code == 2
        assert Path("narrator.toml").read_text() == "[show]\n"
        assert narrator("init", "--force").code == 0


def test_settings_are_found_upwards_and_name_the_folder_of_identities(
    here: Path, narrator: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("narrator.toml").write_text('[voices]\ndefault = "tone"\n')
    deep = here / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "article.txt").write_text(SEED.read_text())
    from_top = narrator("make", "a/b/article.txt", "--out", "one", "--json", "--quiet").objects[0]
    monkeypatch.chdir(deep)
    from_below = narrator("make", "article.txt", "--out", "two", "--json", "--quiet").objects[0]
    assert from_top["guid"] == from_below["guid"]
    assert from_below["voice"] == "tone:tone"


def test_stdin_is_read(here: Path) -> None:
    done = _run(["segment", "-", "--json"], SEED.read_bytes())
    assert json.loads(done.stdout)["headline"].startswith("Gunman Enters")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes streams")
@pytest.mark.parametrize(
    ("closed", "out"),
    [("2>&-", "Gunman Enters"), (">&-", ""), ("2>&- >&- <&-", ""), ("<&-", "Gunman Enters")],
)
def test_a_stream_that_is_closed_takes_nothing_else_down(here: Path, closed: str, out: str) -> None:
    (here / "article.txt").write_text(SEED.read_text(encoding="utf-8"), encoding="utf-8")
    command = f"{sys.executable} -m narrator make article.txt --voice tone --json {closed}"
    done = subprocess.run(["sh", "-c", command], env=_environment(), capture_output=True, text=True)
    assert done.returncode == 0
    assert out in done.stdout
    assert len(list(Path("audio").glob("*"))) == 5


def test_without_standard_input_there_is_nothing_to_read(here: Path) -> None:
    command = f"{sys.executable} -m narrator segment - <&-"
    done = subprocess.run(["sh", "-c", command], env=_environment(), capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "narrator: -: empty\n")


def test_segment_piped_into_make(here: Path) -> None:
    segmented = _run(["segment", str(SEED), "--json"]).stdout
    made = json.loads(_run(["make", "-", "--voice", "tone", "--json", "--quiet"], segmented).stdout)
    direct = json.loads(
        _run(["make", str(SEED), "--voice", "tone", "--json", "--quiet", "--out", "b"]).stdout
    )
    assert made["guid"] == direct["guid"]
    assert Path(made["audio"]).read_bytes() == Path(direct["audio"]).read_bytes()


def test_help_imports_nothing_heavy_and_names_every_command(here: Path) -> None:
    code = (
        "import sys; from narrator.cli.main import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: print(*sys.modules)"
    )
    out = subprocess.run(
        [sys.executable, "-c", code], env=_environment(), capture_output=True, text=True
    ).stdout
    for command in ("make", "segment", "script", "voices", "say", "init"):
        assert f"\n    {command}" in out
    assert not {"numpy", "msgspec", "lxml", "PIL", "pydub", "rich"} & set(out.split())


def test_script_imports_no_audio_library(here: Path) -> None:
    code = f"import sys; from narrator.cli.main import main; main(['script', {str(SEED)!r}]); print(*sys.modules)"
    out = subprocess.run(
        [sys.executable, "-c", code], env=_environment(), capture_output=True, text=True
    ).stdout
    assert "# Iran-Azerbaijan Relations" in out
    loaded = set(out.splitlines()[-1].split())
    assert (
        not {"pydub", "pyttsx3", "soundfile", "soxr", "lameenc", "mutagen", "hibari", "onnxruntime"} & loaded
    )


@pytest.mark.parametrize("language", ["", "english please", "x"])
def test_what_is_no_code_of_a_language_is_refused(here: Path, narrator: Call, language: str) -> None:
    answer = narrator("make", SEED, "--language", language, "--voice", "tone")
    assert (answer.code, list(here.iterdir())) == (2, [])
    assert "no code of a language" in answer.err


def test_a_language_without_a_voice_is_told_before_anything_is_begun(here: Path, narrator: Call) -> None:
    answer = narrator("make", SEED, "--language", "tlh", "--voice", "system")
    assert (answer.code, list(here.iterdir())) == (2, [])
    assert narrator("voices", "--language", "tlh").code == 1
    assert narrator("voices", "--language", "nn").out == narrator("voices", "--language", "no").out


def test_an_option_is_written_out(narrator: Call) -> None:
    assert narrator("make", SEED, "--voic", "tone").code == 2


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_what_goes_into_a_pipe_is_utf_8(here: Path, encoding: str) -> None:
    (here / "a.md").write_text("# กรุงเทพ\n\n" + "เมื่อวันศุกร์ที่ผ่านมา มีผู้บาดเจ็บสองคน " * 30, encoding="utf-8")
    command = [sys.executable, "-m", "narrator", "segment", "a.md", "--json"]
    environment = _environment() | {"PYTHONIOENCODING": encoding}
    answer = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert json.loads(answer.stdout.decode("utf-8"))["headline"] == "กรุงเทพ"


def test_a_voice_that_does_not_speak_the_language_is_told_of(here: Path, narrator: Call) -> None:
    (here / "a.txt").write_text(
        "Der Minister kam an\n\n" + "Der Minister sagte, dass er das Gesetz ändert. " * 8
    )
    answer = narrator("make", "a.txt", "--voice", "system:en-us")
    assert answer.code == 0
    assert "en-us does not speak de, the language of the article" in answer.err


def _heed_interrupts() -> None:
    """What a shell starts in the background ignores them, or the end of its session, and so would what it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.mark.parametrize("stop", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_interrupting_stops_within_seconds_and_leaves_nothing(here: Path, stop: str) -> None:
    names = [f"{number}.txt" for number in range(4)]
    for name in names:
        (here / name).write_text("\n\n".join(["Many things were said", *map(_paragraph, range(400))]))
    environment = _environment() | {"XDG_CACHE_HOME": str(here / "cache"), "TMPDIR": str(here / "temporary")}
    (here / "temporary").mkdir()
    command = [sys.executable, "-m", "narrator", "make", *names, "--voice", "system"]
    process = subprocess.Popen(
        command,
        env=environment,
        stderr=subprocess.DEVNULL,
        preexec_fn=_heed_interrupts,  # noqa: PLW1509 - no thread runs here
    )
    deadline = time.monotonic() + 120
    while len(list(here.glob("cache/narrator/takes/*/*"))) < 20 and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(getattr(signal, stop))
    assert process.wait(timeout=30) == 130
    assert not list(Path("audio").iterdir())
    assert not list((here / "temporary").iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
@pytest.mark.parametrize("kilobytes", [10, 800])
def test_a_full_disk_is_one_line_for_each_source_and_leaves_nothing(here: Path, kilobytes: int) -> None:
    import resource

    for name in ("one.txt", "two.txt"):
        (here / name).write_text("\n\n".join(["Many things were said", *map(_paragraph, range(12))]))
    answer = subprocess.run(
        [sys.executable, "-m", "narrator", "make", "one.txt", "two.txt", "--voice", "tone", "--quiet"],
        env=_environment(),
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024,) * 2),
    )
    assert (answer.returncode, answer.stdout) == (1, "")
    assert [line.split(":")[0] for line in answer.stderr.splitlines()] == ["narrator", "tip"] * 2
    assert "File too large" in answer.stderr
    assert not list(Path("audio").iterdir())


def _paragraph(number: int) -> str:
    return f"In the year {1600 + number} the town built house {number}, and {number + 3} people came to live there."


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def _run(arguments: list[str], data: bytes | str = b"") -> subprocess.CompletedProcess[bytes]:
    sent = data.encode() if isinstance(data, str) else data
    return subprocess.run(
        [sys.executable, "-m", "narrator", *arguments],
        input=sent,
        env=_environment(),
        capture_output=True,
        check=True,
    )


class _Slow(io.StringIO):
    """A stream on which others get their turn after every write."""

    def write(self, text: str) -> int:
        written = super().write(text)
        time.sleep(0.001)
        return written


def test_lines_that_are_told_at_once_do_not_run_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", told := _Slow())
    with open_progress(quiet=False) as progress, ThreadPoolExecutor(8) as desks:

        def work(number: int) -> None:
            report(NarratorError(f"{number}.txt: empty", "fill it"))
            with progress.article(f"{number}.txt"):
                pass

        deque(desks.map(work, range(16)), maxlen=0)
    errors = [f"narrator: {number}.txt: empty\ntip: fill it\n" for number in range(16)]
    assert all(error in told.getvalue() for error in errors)
    assert {f"making {number}.txt" for number in range(16)} <= set(told.getvalue().splitlines())
