"""`narrator make`, from a source to finished files, as a user meets it."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile
from mutagen import id3

from narrator import narrate
from narrator.errors import StorageError
from narrator.mp3.episode import read_episode
from tests.conftest import ROOT, SEED, Answer, Call

LEFT_OUT = ("Updated", "Azerbaijan embassy in the US", "Wikimedia", "Read more", "first published")


@pytest.fixture
def made(narrator: Call, tmp_path: Path) -> dict[str, object]:
    answer = narrator("make", SEED, "--out", tmp_path / "audio", "--voice", "tone", "--json", "--quiet")
    assert (answer.code, answer.err) == (0, "")
    (episode,) = answer.objects
    return episode


def _sound(path: object) -> tuple[np.ndarray, int]:
    samples, rate_hz = soundfile.read(str(path), dtype="float32")
    return samples, rate_hz


def _silence_ms(samples: np.ndarray, rate_hz: int, around: int, dbfs: float) -> float:
    """How long it is quieter than `dbfs` around a sample."""
    loud = np.flatnonzero(np.abs(samples) > 10 ** (dbfs / 20))
    following = int(np.searchsorted(loud, around))
    return float(loud[following] - loud[following - 1]) * 1000 / rate_hz


def _article_to_make(folder: Path) -> tuple[Path, tuple[object, ...]]:
    """An article of one's own, and the call that makes it."""
    article = folder / "article.txt"
    article.write_text(SEED.read_text())
    return article, ("make", article, "--out", folder / "audio", "--voice", "tone", "--json", "--quiet")


def _edit_tags(audio: Path, **texts: str) -> None:
    """What an editor does with them."""
    tags = id3.ID3(audio)
    for name, text in texts.items():
        tags.delall(name)
        told = {"lang": "eng", "desc": ""} if name == "COMM" else {}
        tags.add(getattr(id3, name)(encoding=3, text=text, **told))
    tags.save(v2_version=3)


class TestEpisode:
    def test_name_and_everything_beside_it(self, made: dict[str, object], tmp_path: Path) -> None:
        stem = "2023-01-27-gunman-enters-azerbaijan-embassy"
        endings = (".chapters.json", ".jpg", ".mp3", ".script.json", ".vtt")
        assert sorted(path.name for path in (tmp_path / "audio").iterdir()) == [stem + end for end in endings]
        assert made["audio"] == str(tmp_path / "audio" / f"{stem}.mp3")

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("Мэр открыл новый мост. " * 12, "Прочитано синтезированным голосом (tone:tone). Статья: "),
            ("افتتح رئيس البلدية جسرا جديدا في المدينة. " * 12, "قرأه صوت اصطناعي (tone:tone). المقال: "),
        ],
    )
    def test_an_episode_says_in_its_own_language_that_the_voice_is_synthetic(
        self, narrator: Call, tmp_path: Path, text: str, told: str
    ) -> None:
        (tmp_path / "article.txt").write_text(f"{text[:20]}\n\n{text}")
        make = ("make", tmp_path / "article.txt", "--out", tmp_path / "audio", "--voice", "tone", "--json")
        (made,) = narrator(*make).objects
        assert told in read_episode(Path(made["audio"])).description

    @pytest.mark.parametrize("braces", ["{", "{}", "{0}", "{town}", "{voice:{link}}", "{{voice"])
    def test_a_disclosure_says_what_is_set_whatever_braces_it_has(
        self, narrator: Call, tmp_path: Path, braces: str
    ) -> None:
        settings = tmp_path / "narrator.toml"
        settings.write_text(f'[show]\ndisclosure = "By {{voice}} {braces}"\n')
        options = ("--out", tmp_path / "audio", "--voice", "tone", "--quiet", "--config", settings)
        answer = narrator("make", SEED, *options)
        assert (answer.code, answer.err) == (0, "")
        told = read_episode(Path(answer.out.strip())).description.splitlines()[-1]
        assert told.startswith(f"By tone:tone {braces[:1]}")

    def test_chapters_are_contiguous_from_the_start_to_the_end(self, made: dict[str, object]) -> None:
        chapters = made["chapters"]
        assert [chapter["title"] for chapter in chapters] == [
            "Gunman Enters Azerbaijan Embassy in Tehran with Kalashnikov Rifle, Kills Security Chief",
            "The story",
            "Iran-Azerbaijan Relations",
        ]
        assert [chapter["start_ms"] for chapter in chapters[1:]] == [
            chapter["end_ms"] for chapter in chapters[:-1]
        ]
        samples, rate_hz = _sound(made["audio"])
        assert (chapters[0]["start_ms"], chapters[-1]["end_ms"]) == (0, made["duration_ms"])
        assert abs(len(samples) * 1000 / rate_hz - made["duration_ms"]) < 60

    @pytest.mark.parametrize("pause_ms", [0, 200])
    def test_chapters_stay_however_short_the_pauses_are(
        self, narrator: Call, tmp_path: Path, pause_ms: int
    ) -> None:
        pauses = "".join(f"{name} = {pause_ms}\n" for name in ("headline", "section", "title", "paragraph"))
        settings = tmp_path / "narrator.toml"
        settings.write_text(f'[pacing]\n{pauses}[sound]\nbetween = "drop"\n')
        options = ("--out", tmp_path / "audio", "--voice", "tone", "--json", "--config", settings)
        (made,) = narrator("make", SEED, *options, "--quiet").objects
        starts = [chapter["start_ms"] for chapter in made["chapters"]]
        assert len(starts) == 3
        assert starts == sorted(set(starts))

    def test_the_description_names_the_site_once_and_links_to_the_article(
        self, narrator: Call, tmp_path: Path
    ) -> None:
        article = tmp_path / "plan.md"
        article.write_text(
            "---\nurl: https://www.news.example/plan\n---\n# The plan\n\n" + "Nobody spoke against it. " * 9
        )
        options = ("--out", tmp_path / "audio", "--voice", "tone", "--quiet")
        audio = narrator("make", article, *options).out.strip()
        note = read_episode(Path(audio)).description.splitlines()[-1]
        assert note.endswith("Article: news.example https://www.news.example/plan")

    def test_a_note_of_ones_own_has_its_fields_filled_and_stays_else_as_it_is_written(
        self, narrator: Call, tmp_path: Path
    ) -> None:
        (tmp_path / "narrator.toml").write_text(
            '[show]\ndisclosure = "{voice}: 100 % {AI} {voice.x} {source"\n'
        )
        call = ("--config", tmp_path / "narrator.toml", "--out", tmp_path / "audio", "--voice", "tone")
        answer = narrator("make", SEED, *call, "--quiet")
        assert (answer.code, answer.err) == (0, "")
        note = read_episode(Path(answer.out.strip())).description.splitlines()[-1]
        assert note == "tone:tone: 100 % {AI} {voice.x} {source"

    def test_loudness_and_true_peak_are_on_target(self, made: dict[str, object]) -> None:
        assert abs(made["loudness_lufs"] + 19) < 0.5
        assert made["true_peak_dbtp"] <= -1.0

    @pytest.mark.parametrize("voice", ["tone", "system", "heart"])
    def test_pauses_are_those_of_the_script(self, narrator: Call, tmp_path: Path, voice: str) -> None:
        (made,) = narrator("make", SEED, "--out", tmp_path, "--voice", voice, "--json", "--quiet").objects
        cues = json.loads(Path(made["files"]["script"]).read_text())["cues"]
        samples, rate_hz = _sound(made["audio"])
        said = [cue for cue in cues if cue["kind"] == "speech"]
        pauses = [cue["ms"] for cue in cues if cue["kind"] == "pause"][1:-1]
        for (before, after), pause in zip(pairwise(said), pauses, strict=True):
            assert abs(after["start_ms"] - before["end_ms"] - pause) < 50
            middle = (before["end_ms"] + after["start_ms"]) * rate_hz // 2000
            for dbfs in (-50, -60):
                assert abs(_silence_ms(samples, rate_hz, middle, dbfs) - pause) < 50

    def test_what_is_furniture_is_not_said(self, made: dict[str, object]) -> None:
        script = Path(made["files"]["script"]).read_text()
        transcript = re.sub("<.*?>", "", Path(made["files"]["transcript"]).read_text())
        for furniture in LEFT_OUT:
            assert furniture not in script
            assert furniture not in transcript

    def test_twice_gives_the_same_bytes_with_and_without_cache_and_jobs(
        self, made: dict[str, object], narrator: Call, tmp_path: Path
    ) -> None:
        folder = Path(made["audio"]).parent
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        for jobs in (1, 3):
            narrator("make", SEED, "--out", folder, "--voice", "tone", "--quiet", "--force", "--jobs", jobs)
            assert {path.name: path.read_bytes() for path in folder.iterdir()} == before

    @pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")
    def test_paths_go_to_standard_output_while_a_terminal_shows_the_progress(self, tmp_path: Path) -> None:
        import pty

        terminal, side = pty.openpty()
        command = [sys.executable, "-m", "narrator", "make", SEED, "--voice", "tone", "--out", tmp_path]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=side, text=True, cwd=ROOT)
        os.close(side)
        shown = os.read(terminal, 1_000_000)
        os.close(terminal)
        assert done.stdout == f"{tmp_path}/2023-01-27-gunman-enters-azerbaijan-embassy.mp3\n"
        assert b"%" in shown
        assert b".mp3" not in shown


class TestNeverTwice:
    def test_what_has_not_changed_is_left_as_it_is(self, made: dict[str, object], narrator: Call) -> None:
        make = ("make", SEED, "--out", Path(made["audio"]).parent, "--voice", "tone", "--json", "--quiet")
        before = Path(made["audio"]).stat().st_mtime_ns
        (again,) = narrator(*make).objects
        assert Path(made["audio"]).stat().st_mtime_ns == before
        assert again == made | {"reused_ms": made["duration_ms"]}

    @pytest.mark.parametrize("file", ["chapters", "transcript", "cover", "script"])
    def test_what_was_lost_is_made_again(self, made: dict[str, object], narrator: Call, file: str) -> None:
        lost = Path(made["files"][file])
        held = lost.read_bytes()
        lost.unlink()
        narrator("make", SEED, "--out", lost.parent, "--voice", "tone", "--quiet")
        assert lost.read_bytes() == held

    @pytest.mark.parametrize(("left", "rest"), [(0, b""), (0, b"\0"), (0.01, b""), (0.5, b""), (0.999, b"")])
    def test_an_mp3_that_was_damaged_is_made_again_in_its_place(
        self, made: dict[str, object], narrator: Call, left: float, rest: bytes
    ) -> None:
        """By a full disk, a copy that was stopped, or a power cut."""
        audio = Path(made["audio"])
        held, files = audio.read_bytes(), set(audio.parent.iterdir())
        whole = held[: int(left * len(held))]
        audio.write_bytes(whole + rest * (len(held) - len(whole)))
        answer = narrator("make", SEED, "--out", audio.parent, "--voice", "tone", "--quiet")
        assert (answer.code, answer.out) == (0, f"{audio}\n")
        assert set(audio.parent.iterdir()) == files
        assert audio.read_bytes() == held

    def test_a_recording_of_ones_own_under_an_episodes_name_is_left_alone(
        self, made: dict[str, object], narrator: Call
    ) -> None:
        audio = Path(made["audio"])
        id3.ID3(audio).delete(audio)
        own = audio.read_bytes()
        answer = narrator("make", SEED, "--out", audio.parent, "--voice", "tone", "--quiet")
        assert (answer.code, answer.out) == (0, f"{audio.with_suffix('')}-2.mp3\n")
        assert audio.read_bytes() == own

    def test_another_setting_makes_it_again(
        self, made: dict[str, object], narrator: Call, tmp_path: Path
    ) -> None:
        (tmp_path / "narrator.toml").write_text('[show]\ntitle = "Another show"\n')
        make = ("make", SEED, "--out", Path(made["audio"]).parent, "--voice", "tone", "--json", "--quiet")
        (again,) = narrator(*make, "--config", tmp_path / "narrator.toml").objects
        assert again["reused_ms"] < again["duration_ms"]


class TestCorrections:
    def test_json_of_segment_and_of_script_give_what_the_source_gives(
        self, made: dict[str, object], narrator: Call, tmp_path: Path
    ) -> None:
        for command in ("segment", "script"):
            answer = narrator(command, SEED, "--json", *(["--voice", "tone"] if command == "script" else []))
            form = tmp_path / f"{command}.json"
            form.write_text(answer.out)
            out = tmp_path / command
            assert narrator("make", form, "--out", out, "--voice", "tone", "--quiet").code == 0
            assert (out / Path(made["audio"]).name).read_bytes() == Path(made["audio"]).read_bytes()

    @pytest.mark.parametrize("place", ["headline", "paragraph"])
    def test_a_corrected_headline_is_said_and_shown_and_the_file_stays(
        self, made: dict[str, object], narrator: Call, tmp_path: Path, place: str
    ) -> None:
        (article,) = narrator("segment", SEED, "--json").objects
        if place == "headline":
            article["headline"] = "A corrected headline"
        else:
            article["sections"][0]["paragraphs"] = ["A corrected headline"]
        form = tmp_path / "article.json"
        form.write_text(json.dumps(article))
        (again,) = narrator("make", form, "--out", tmp_path / "audio", "--voice", "tone", "--json").objects
        assert (again["audio"], again["guid"]) == (made["audio"], made["guid"])
        assert again["title"] == again["chapters"][0]["title"] == "A corrected headline"
        assert "A corrected headline" in re.sub("<.*?>", "", Path(again["files"]["transcript"]).read_text())
        assert len(list((tmp_path / "audio").glob("*.mp3"))) == 1

    def test_what_was_corrected_in_the_tags_stays_when_the_text_is_made_again(
        self, narrator: Call, tmp_path: Path
    ) -> None:
        article, make = _article_to_make(tmp_path)
        audio = Path(narrator(*make).objects[0]["audio"])
        _edit_tags(audio, TIT2="A better title", TPOS="2", TRCK="7/9", COMM="What it is about.")
        article.write_text(SEED.read_text().replace("close ally of Turkey", "near ally of Turkey"))
        for options in ([], ["--force"]):
            answer = narrator(*make, *options)
            assert (answer.objects[0]["title"], answer.err) == ("A better title", "")
            again = read_episode(audio)
            assert (again.season, again.number, again.description) == (2, 7, "What it is about.")

    def test_a_corrected_chapter_title_stays(self, narrator: Call, tmp_path: Path) -> None:
        _, make = _article_to_make(tmp_path)
        audio = Path(narrator(*make).objects[0]["audio"])
        tags = id3.ID3(audio)
        tags["CHAP:" + tags["CTOC:toc"].child_element_ids[1]].sub_frames["TIT2"].text = ["What happened"]
        tags.save(v2_version=3)
        (again,) = narrator(*make, "--force").objects
        assert [chapter["title"] for chapter in again["chapters"]][1] == "What happened"
        assert "What happened" in Path(again["files"]["chapters"]).read_text()

    def test_chapters_taken_out_of_the_tags_come_back_and_it_is_told(
        self, narrator: Call, tmp_path: Path
    ) -> None:
        _, make = _article_to_make(tmp_path)
        before = narrator(*make).objects[0]
        audio = Path(before["audio"])
        tags = id3.ID3(audio)
        tags.delall("CHAP")
        tags.save(v2_version=3)
        answer = narrator(*make, "--force")
        assert answer.objects[0]["chapters"] == before["chapters"]
        assert re.fullmatch(r"\S+\.mp3: chapters corrected to '' gave way to 'Gunman .*'\n", answer.err)

    def test_a_correction_that_gives_way_to_a_new_headline_is_told_in_one_line(
        self, narrator: Call, tmp_path: Path
    ) -> None:
        article, make = _article_to_make(tmp_path)
        audio = Path(narrator(*make).objects[0]["audio"])
        _edit_tags(audio, TIT2="A better title", TPOS="2")
        _, _, rest = SEED.read_text().partition("\n")
        article.write_text(f"Gunman attacks embassy in Tehran\n{rest}")
        answer = narrator(*make)
        assert (answer.objects[0]["title"], read_episode(audio).season) == (
            "Gunman attacks embassy in Tehran",
            2,
        )
        assert answer.err == (
            f"{audio.name}: title corrected to 'A better title' gave way to "
            "'Gunman attacks embassy in Tehran'\n"
        )
        assert narrator(*make, "--force").err == ""

    def test_control_characters_of_a_headline_go_no_further(self, narrator: Call, tmp_path: Path) -> None:
        (article,) = narrator("segment", SEED, "--json").objects
        article["headline"] = "Gunman \x01attacks\x1b[31m <b>embassy</b>  ]]> 😀"
        article["sections"][0]["paragraphs"] = [article["headline"]]
        (tmp_path / "article.json").write_text(json.dumps(article))
        make = ("make", tmp_path / "article.json", "--out", tmp_path / "audio", "--voice", "tone", "--json")
        (made,) = narrator(*make).objects
        assert made["title"] == "Gunman attacks[31m <b>embassy</b> ]]> 😀"
        assert made["chapters"][0]["title"] == made["title"]
        assert narrator("check", tmp_path / "audio").code == 0

    def test_only_a_changed_sentence_is_said_again(self, narrator: Call, tmp_path: Path) -> None:
        text = SEED.read_text()
        article = tmp_path / "article.txt"
        article.write_text(text)
        make = ("make", article, "--out", tmp_path / "audio", "--voice", "tone:low", "--json", "--quiet")
        narrator(*make)
        article.write_text(text.replace("two small children", "three small children"))
        (again,) = narrator(*make).objects
        assert 0.85 * again["duration_ms"] * 0.75 < again["reused_ms"] < again["duration_ms"]


class TestHandMadeJson:
    @pytest.mark.parametrize(
        "text",
        [
            '[{"source": "a.txt"}]',
            '"words"',
            '{"source": "a.txt", "error": "no"}',
            pytest.param('{"cues": ' + "[" * 9000 + "]" * 9000 + "}", id="far too deep"),
        ],
    )
    def test_other_json_is_refused_and_never_read_out(
        self, narrator: Call, tmp_path: Path, text: str
    ) -> None:
        (tmp_path / "a.json").write_text(text)
        answer = narrator("make", tmp_path / "a.json", "--out", tmp_path / "o", "--voice", "tone", "--quiet")
        assert (answer.code, answer.out) == (1, "")
        assert "a.json: not the JSON of segment or script" in answer.err

    @pytest.mark.parametrize("name", ["a.json", "a.JSON", "a.jsonl", "a.txt", "a"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_json_is_known_whatever_it_is_named_and_however_an_editor_saved_it(
        self, narrator: Call, tmp_path: Path, name: str, encoding: str
    ) -> None:
        (tmp_path / name).write_text(narrator("segment", SEED, "--json").out, encoding=encoding)
        headline, *_ = narrator("segment", tmp_path / name).out.splitlines()
        assert headline == narrator("segment", SEED).out.splitlines()[0]

    def test_json_laid_out_over_lines_may_hold_several_articles(self, narrator: Call, tmp_path: Path) -> None:
        form = json.loads(narrator("segment", SEED, "--json").out)
        forms = [form, form | {"source": "b.txt"}]
        (tmp_path / "a.json").write_text("\n".join(json.dumps(each, indent=2) for each in forms))
        answer = narrator("segment", tmp_path / "a.json", "--json")
        assert [each["source"] for each in answer.objects] == [str(SEED), "b.txt"]

    @pytest.mark.parametrize(
        ("slip", "says"),
        [
            (lambda text: text.strip()[:-1] + ",}", "-: not valid JSON"),
            (lambda text: f"[{text}]", "-: not the JSON of segment or script"),
            (lambda text: text.replace("Tehran", "Téhéran").encode("cp1252"), "-: not valid JSON"),
        ],
    )
    def test_json_with_a_slip_is_never_read_out(
        self,
        narrator: Call,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        slip: Callable[[str], str | bytes],
        says: str,
    ) -> None:
        slipped = slip(narrator("segment", SEED, "--json").out)
        data = slipped if isinstance(slipped, bytes) else slipped.encode()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        answer = narrator("make", "-", "--out", tmp_path / "o", "--voice", "tone", "--quiet")
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith(f"narrator: {says}")

    @pytest.mark.parametrize(
        ("headline", "said"), [("Storm \ud800", "Storm \\ud800"), ("", "headline"), (" ", "headline")]
    )
    def test_a_headline_no_one_could_say_is_refused(
        self, narrator: Call, tmp_path: Path, headline: str, said: str
    ) -> None:
        form = json.loads(narrator("segment", SEED, "--json").out) | {"headline": headline}
        (tmp_path / "a.json").write_text(json.dumps(form))
        answer = narrator("make", tmp_path / "a.json", "--out", tmp_path / "o", "--voice", "tone", "--quiet")
        assert (answer.code, answer.out) == (1, "")
        assert said in answer.err
        assert "unexpected" not in answer.err

    def test_the_call_has_the_last_word_on_who_speaks_a_script(self, narrator: Call, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_text(narrator("script", SEED, "--json", "--voice", "tone").out)
        (made,) = narrator(
            "make", tmp_path / "a.json", "--out", tmp_path / "o", "--voice", "low", "--json", "--quiet"
        ).objects
        assert made["voice"] == "low"

    @pytest.mark.parametrize("name", ["tone", "auto"])
    def test_listeners_are_told_which_voice_a_name_in_a_script_means(
        self, narrator: Call, tmp_path: Path, name: str
    ) -> None:
        form = json.loads(narrator("script", SEED, "--json", "--voice", name).out)
        meant = form["cues"][2]["voice"]
        cues = [cue | {"voice": name} if cue["kind"] == "speech" else cue for cue in form["cues"][:3]]
        (tmp_path / "a.json").write_text(json.dumps(form | {"cues": cues}))
        options = ("--out", tmp_path / "o", "--json", "--quiet")
        (made,) = narrator("make", tmp_path / "a.json", *options).objects
        assert made["voice"] == meant != name

    @pytest.mark.parametrize(
        ("place", "value", "says"),
        [
            ("headline", 5, "headline: expected text, got a whole number"),
            ("headline", " ", "'headline' is empty"),
            ("sections", [{"kind": "bogus"}], "].kind: 'bogus' is not among the values allowed"),
            ("metadata", {"date": "soon"}, "metadata.date: expected a date like 2023-01-27"),
            ("source", 1, "source: expected text"),
        ],
    )
    def test_a_slip_in_the_json_is_named_with_its_file_and_place(
        self, narrator: Call, tmp_path: Path, place: str, value: object, says: str
    ) -> None:
        form = json.loads(narrator("segment", SEED, "--json").out) | {place: value}
        (tmp_path / "edited.json").write_text(json.dumps(form))
        answer = narrator("make", tmp_path / "edited.json", "--out", tmp_path / "o", "--voice", "tone")
        assert answer.code == 1
        assert "edited.json: " in answer.err
        assert says in answer.err

    @pytest.mark.parametrize(
        ("command", "place", "value", "says"),
        [
            ("segment", "metadata", {"language": "english"}, "no installed voice speaks 'english'"),
            ("script", "cues", [], "'cues' holds no speech"),
            (
                "script",
                "cues",
                [{"kind": "speech", "text": "Yes.", "spoken": "Yes.", "voice": "nosuch"}],
                "unknown voice 'nosuch'",
            ),
        ],
    )
    def test_what_cannot_be_said_of_edited_json_is_told_with_its_file_and_the_article(
        self, narrator: Call, tmp_path: Path, command: str, place: str, value: object, says: str
    ) -> None:
        form = json.loads(narrator(command, SEED, "--json").out) | {place: value}
        edited = tmp_path / "edited.json"
        edited.write_text(json.dumps(form))
        answer = narrator("make", edited, "--out", tmp_path / "o", "--json", "--quiet")
        assert answer.code == 1
        first = answer.err.splitlines()[0]
        assert first.startswith(f"narrator: {edited}: {SEED}: ")
        assert says in first
        assert answer.objects[0]["source"] == str(edited)

    @pytest.mark.parametrize("ms", [-5, 10**12])
    def test_a_pause_no_one_would_wait_for_is_refused(self, narrator: Call, tmp_path: Path, ms: int) -> None:
        form = json.loads(narrator("script", SEED, "--json", "--voice", "tone").out)
        form["cues"].append({"kind": "pause", "ms": ms})
        (tmp_path / "a.json").write_text(json.dumps(form))
        answer = narrator("make", tmp_path / "a.json", "--out", tmp_path / "o", "--voice", "tone", "--quiet")
        assert answer.code == 1
        assert "].ms: expected a whole number of at " in answer.err

    @pytest.mark.parametrize("blank", ["", " "])
    def test_what_is_blanked_in_the_metadata_is_not_told(
        self, narrator: Call, tmp_path: Path, blank: str
    ) -> None:
        form = json.loads(narrator("segment", SEED, "--json").out)
        form["metadata"] |= {"site": blank, "url": blank, "image": blank, "authors": [blank, "Ana Reporter"]}
        (tmp_path / "a.json").write_text(json.dumps(form))
        answer = narrator("make", tmp_path / "a.json", "--out", tmp_path / "o", "--voice", "tone", "--quiet")
        assert (answer.code, answer.err) == (0, "")
        episode = read_episode(Path(answer.out.strip()))
        assert (episode.site, episode.url, episode.image) == (None, None, None)
        assert episode.authors == ("Ana Reporter",)

    @pytest.mark.parametrize("command", ["segment", "script"])
    @pytest.mark.parametrize("blank", ["", " "])
    def test_a_chapter_has_a_title_or_belongs_to_the_one_before(
        self, narrator: Call, tmp_path: Path, command: str, blank: str
    ) -> None:
        told = narrator(command, SEED, "--json").out
        named = '"title": "Iran-Azerbaijan Relations"'
        (tmp_path / "a.json").write_text(told.replace(named, f'"title": "{blank}"'))
        (made,) = narrator(
            "make", tmp_path / "a.json", "--out", tmp_path / "o", "--voice", "tone", "--json", "--quiet"
        ).objects
        titles = [chapter["title"] for chapter in made["chapters"]]
        assert titles[1:] == (["The story", "Background"] if command == "segment" else ["The story"])
        assert narrator("check", made["audio"], "--quiet").out == ""

    def test_the_number_of_a_section_is_bounded(self, narrator: Call, tmp_path: Path) -> None:
        form = json.loads(narrator("script", SEED, "--json", "--voice", "tone").out)
        form["cues"][2]["section"] = 10**30
        (tmp_path / "a.json").write_text(json.dumps(form))
        answer = narrator("make", tmp_path / "a.json", "--out", tmp_path / "o", "--voice", "tone", "--quiet")
        assert answer.code == 1
        assert "cues[2].section: expected a whole number of at most" in answer.err

    def test_json_is_bounded_as_any_file_is(self, narrator: Call, tmp_path: Path) -> None:
        with (tmp_path / "a.json").open("wb") as file:
            file.truncate(60_000_000)
        answer = narrator("make", tmp_path / "a.json", "--out", tmp_path / "o", "--voice", "tone", "--quiet")
        assert answer.err.startswith(f"narrator: {tmp_path}/a.json: larger than 50 MB")

    def test_line_separators_inside_a_line_divide_nothing(self, narrator: Call, tmp_path: Path) -> None:
        form = json.loads(narrator("segment", SEED, "--json").out)
        forms = [form | {"headline": "One\u2028two"}, form]
        (tmp_path / "a.json").write_text("\n".join(json.dumps(f, ensure_ascii=False) for f in forms))
        answer = narrator("make", tmp_path / "a.json", "--out", tmp_path / "o", "--voice", "tone", "--quiet")
        assert (answer.code, answer.err) == (0, "")


class TestVoices:
    def test_headline_body_and_context_each_in_a_voice_of_its_own(
        self, narrator: Call, tmp_path: Path
    ) -> None:
        (tmp_path / "narrator.toml").write_text(
            '[voices]\nheadline = "tone:high"\nbody = "tone:tone"\ncontext = "tone:low"\n'
        )
        (script,) = narrator("script", SEED, "--json", "--config", tmp_path / "narrator.toml").objects
        voices = {(cue["section"], cue["voice"]) for cue in script["cues"] if cue["kind"] == "speech"}
        assert voices == {(0, "high"), (1, "tone:tone"), (2, "low")}

    def test_voices_of_unequal_level_sound_equally_loud(self, narrator: Call, tmp_path: Path) -> None:
        (tmp_path / "narrator.toml").write_text(
            '[voices]\nheadline = "tone"\nbody = "system"\ncontext = "heart"\n'
        )
        (made,) = narrator(
            "make", SEED, "--config", tmp_path / "narrator.toml", "--out", tmp_path / "a", "--json", "--quiet"
        ).objects
        samples, rate_hz = _sound(made["audio"])
        import pyloudnorm

        meter = pyloudnorm.Meter(rate_hz)
        _, body, context = made["chapters"]
        levels = [
            meter.integrated_loudness(
                samples[c["start_ms"] * rate_hz // 1000 : c["end_ms"] * rate_hz // 1000]
            )
            for c in (body, context)
        ]
        assert abs(levels[0] - levels[1]) < 1.0
        assert abs(meter.integrated_loudness(samples) + 19) < 0.5

    def test_quotations_in_a_voice_of_their_own(self, narrator: Call, tmp_path: Path) -> None:
        (tmp_path / "narrator.toml").write_text('[voices]\ndefault = "tone:low"\nquote = "tone:high"\n')
        (script,) = narrator("script", SEED, "--json", "--config", tmp_path / "narrator.toml").objects
        quoted = [cue["text"] for cue in script["cues"] if cue.get("voice") == "high"]
        assert quoted[0] == '"Terror against diplomatic missions is unacceptable!"'
        assert [text for text in quoted if "he tweeted" in text or "the ministry said" in text] == []


class TestBareMachine:
    """Neither a system espeak nor ffmpeg is used: the environment alone carries the job."""

    def test_with_a_path_that_holds_only_the_environment(self, tmp_path: Path) -> None:
        answer = _in_bare_environment(["make", str(SEED), "--voice", "system", "--out", str(tmp_path)])
        assert (answer.code, Path(answer.out.strip()).stat().st_size > 1_000_000) == (0, True)

    @pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
    def test_the_espeak_that_is_loaded_came_with_pip(self) -> None:
        code = "from narrator.engines.espeak import binding;binding(); print(open('/proc/self/maps').read())"
        maps = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        libraries = {line.split()[-1] for line in maps.splitlines() if "espeak" in line}
        assert libraries
        assert all("espeakng_loader" in library for library in libraries)

    @pytest.mark.parametrize("library", ["pyttsx3", "pydub", "mutagen"])
    def test_without_any_of_the_three_that_carry_the_job_it_fails_in_one_line(
        self, tmp_path: Path, library: str
    ) -> None:
        (tmp_path / f"{library}.py").write_text(f"raise ImportError('no {library} here', name='{library}')")
        answer = _in_bare_environment(
            ["make", str(SEED), "--voice", "system", "--out", str(tmp_path / "out"), "--quiet"],
            PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}",
        )
        assert answer.code == 1
        assert library in answer.err.splitlines()[0]
        assert "Traceback" not in answer.err
        assert not list((tmp_path / "out").glob("*"))


def _in_bare_environment(arguments: list[str], **more: str) -> Answer:
    environment = {
        "PATH": str(Path(sys.executable).parent),
        "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"],
    } | more
    assert shutil.which("ffmpeg", path=environment["PATH"]) is None
    done = subprocess.run(
        [sys.executable, "-m", "narrator", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


class TestLexicon:
    def test_an_editor_teaches_a_name_once(self, narrator: Call, tmp_path: Path) -> None:
        (tmp_path / "names.txt").write_text("Aliyev = ah-lee-YEV\nKalashnikov = /kəˈlæʃnɪkɒf/\n")
        (tmp_path / "narrator.toml").write_text('[voices]\ndefault = "tone"\nlexicon = "names.txt"\n')
        (script,) = narrator("script", SEED, "--json", "--config", tmp_path / "narrator.toml").objects
        said = {cue["text"]: cue["spoken"] for cue in script["cues"] if cue["kind"] == "speech"}
        assert any("ah-lee-YEV said" in spoken and "Aliyev said" in text for text, spoken in said.items())
        answer = narrator("make", SEED, "--config", tmp_path / "narrator.toml", "--out", tmp_path / "a")
        assert "cannot be told how to say" in answer.err
        assert "Kalashnikov" in answer.err

    def test_ipa_reaches_a_voice_that_takes_it(self, narrator: Call, tmp_path: Path) -> None:
        (tmp_path / "names.txt").write_text("Kalashnikov = /kəˈlæʃnɪkɒf/\n")
        (tmp_path / "narrator.toml").write_text('[voices]\nlexicon = "names.txt"\n')
        for voice in ("heart", "system"):
            call = ("--config", tmp_path / "narrator.toml", "--voice", voice, "--json")
            (script,) = narrator("script", SEED, *call).objects
            taught = [cue for cue in script["cues"] if cue.get("pronunciations")]
            words = {one["word"] for cue in taught for one in cue["pronunciations"]}
            assert "Kalashnikov" in words

    def test_a_lexicon_that_is_not_there_is_one_line(self, narrator: Call, tmp_path: Path) -> None:
        (tmp_path / "narrator.toml").write_text('[voices]\nlexicon = "none.txt"\n')
        answer = narrator("script", SEED, "--config", tmp_path / "narrator.toml")
        assert "none.txt" in answer.err
        assert answer.code == 2


def test_two_calls_at_once_lose_no_episode(tmp_path: Path) -> None:
    """Articles of one headline and day take different names, also in folders that others write to."""
    text = SEED.read_text(encoding="utf-8")
    calls = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        for number in range(4):
            (tmp_path / name / f"{number}.txt").write_text(text, encoding="utf-8")
        words = ["make", name, "--out", "audio", "--voice", "tone", "--quiet"]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        calls.append(
            subprocess.Popen([sys.executable, "-m", "narrator", *words], cwd=tmp_path, env=environment)
        )
    assert [call.wait() for call in calls] == [0, 0]
    assert len(list((tmp_path / "audio").glob("*.mp3"))) == 8
    assert not list((tmp_path / "audio").glob(".*.claim"))


@pytest.mark.parametrize("jobs", [1, 3])
def test_articles_made_side_by_side_come_in_their_order_under_the_same_names(
    narrator: Call, tmp_path: Path, jobs: int
) -> None:
    """A long one, then a broken one, then short ones of the same headline and day."""
    text = SEED.read_text(encoding="utf-8")
    (tmp_path / "0.txt").write_text(f"{text}\n\n" + "The road to the coast was long. " * 300, "utf-8")
    (tmp_path / "1.txt").write_text("Subscribe to read this.", "utf-8")
    for name in ("2", "3", "4"):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    sources = [tmp_path / f"{number}.txt" for number in range(5)]
    call = (
        "make",
        *sources,
        "--out",
        tmp_path / "audio",
        "--voice",
        "tone",
        "--json",
        "--quiet",
        "--jobs",
        jobs,
    )
    answer = narrator(*call)
    assert [Path(form["source"]).stem for form in answer.objects] == ["0", "1", "2", "3", "4"]
    assert [Path(form.get("audio", "")).stem.rpartition("-")[2] for form in answer.objects] == [
        "embassy",
        "",
        "2",
        "3",
        "4",
    ]
    assert not list((tmp_path / "audio").glob(".*.claim"))


def test_of_two_versions_of_one_article_in_a_call_the_later_is_made_last(
    narrator: Call, tmp_path: Path
) -> None:
    """A long one, and its short correction."""
    text = SEED.read_text(encoding="utf-8")
    page = "<html><head><link rel=canonical href=https://news.example/a></head><body><article><h1>{}</h1>{}"
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines()[1:] if len(line) > 80)
    (tmp_path / "0.html").write_text(page.format("Gunman enters embassy", paragraphs * 5), "utf-8")
    (tmp_path / "1.html").write_text(page.format("Gunman enters the embassy", paragraphs), "utf-8")
    sources = (tmp_path / "0.html", tmp_path / "1.html")
    answer = narrator("make", *sources, "--out", tmp_path / "audio", "--voice", "tone", "--json", "--quiet")
    assert answer.code == 0
    (audio,) = (tmp_path / "audio").glob("*.mp3")
    assert read_episode(audio).title == "Gunman enters the embassy"


def test_a_folder_that_cannot_be_had_is_named_to_who_calls_from_python(tmp_path: Path) -> None:
    (tmp_path / "audio").touch()
    with pytest.raises(StorageError, match="audio"):
        narrate(SEED, out=tmp_path / "audio", voice="tone")


class TestSay:
    def test_one_line_to_a_wav_and_to_an_mp3(self, narrator: Call, tmp_path: Path) -> None:
        for name, kind in (
            ("hello.wav", "WAV"),
            ("hello.mp3", "MP3"),
            ("LOUD.MP3", "MP3"),
            ("LOUD.WAV", "WAV"),
        ):
            answer = narrator("say", "Good evening.", "--voice", "system", "--out", tmp_path / name)
            assert (answer.code, answer.out) == (0, f"{tmp_path / name}\n")
            heard = soundfile.info(str(tmp_path / name))
            assert heard.format == kind
            assert 0.8 < heard.duration < 3

    def test_a_name_is_said_as_the_lexicon_has_it(self, narrator: Call, tmp_path: Path) -> None:
        (tmp_path / "names.txt").write_text("Saoirse = seer-sha\n")
        settings = tmp_path / "narrator.toml"
        sounds = []
        for lexicon in ("", "names.txt"):
            settings.write_text(f'[voices]\nlexicon = "{lexicon}"\n')
            call = ("--voice", "system", "--config", settings, "--out", tmp_path / "name.wav")
            assert narrator("say", "Saoirse", *call).code == 0
            sounds.append((tmp_path / "name.wav").read_bytes())
        assert sounds[0] != sounds[1]

    @pytest.mark.parametrize("text", ["", " ", "…", "* * *"])
    def test_nothing_to_say_is_one_line(self, narrator: Call, tmp_path: Path, text: str) -> None:
        answer = narrator("say", text, "--voice", "tone", "--out", tmp_path / "nothing.wav")
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith(f"narrator: {text!r}: nothing to say")
        assert not (tmp_path / "nothing.wav").exists()

    def test_what_is_not_utf_8_is_one_line(self, narrator: Call, tmp_path: Path) -> None:
        answer = narrator("say", "caf\udce9 noir", "--voice", "tone", "--out", tmp_path / "no.wav")
        assert answer.code == 2
        assert answer.err.startswith(r"narrator: argument TEXT: 'caf\udce9 noir' is not UTF-8")

    def test_a_file_that_cannot_be_written_is_one_line(self, narrator: Call, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        answer = narrator("say", "Hello.", "--voice", "tone", "--out", tmp_path / "file" / "hello.wav")
        assert answer.code == 2
        assert answer.err.startswith("narrator: --out")
