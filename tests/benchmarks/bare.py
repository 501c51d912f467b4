"""What the engine and the encoder cost alone: `python -m tests.benchmarks.bare WHAT ...`, run in a process of its own.

`speak VOICE SCRIPT` prints the CPU seconds of the bare engine over the utterances of a script, and of resampling what
it said; `encode MP3` those of the bare encoder, of one scan for true peaks and of one decode, on a finished episode;
`by-hand TEXT MP3` makes an episode the way tutorials do.
"""

from __future__ import annotations

import json
import mmap
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import soxr

from narrator.engines.espeak import binding, collect, take_voice
from narrator.engines.hibari import Hibari
from narrator.model import Speech

RATE_HZ = 44_100
_BLOCK_S = 30
_ENCODED_AT_ONCE = 128 * 1152
"""Samples; the encoder is quicker with few."""
_TAPE = mmap.mmap(-1, 1 << 26)


def speak(voice: str, script: Path) -> dict[str, float]:
    say = _SPEAKERS[voice]
    say("Loaded before the clock starts.")
    engine_s = resample_s = sound_s = 0.0
    for text in _utterances(script):
        began = time.process_time()
        pcm, rate_hz = say(text)
        said = time.process_time()
        soxr.resample(np.frombuffer(pcm, "<i2").astype(np.float32), rate_hz, RATE_HZ)
        engine_s += said - began
        resample_s += time.process_time() - said
        sound_s += len(pcm) / 2 / rate_hz
    return {"engine_s": engine_s, "resample_s": resample_s, "sound_s": sound_s}


def encode(mp3: Path) -> dict[str, float]:
    import lameenc
    import soundfile

    from narrator.limiter import true_peak_dbtp

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(RATE_HZ)
    encoder.set_out_sample_rate(RATE_HZ)
    encoder.set_bit_rate(96)
    encoder.set_quality(7)
    encode_s = scan_s = decode_s = 0.0
    with soundfile.SoundFile(mp3) as file:
        while True:
            began = time.process_time()
            block = file.read(_BLOCK_S * RATE_HZ, dtype="float32")
            decoded = time.process_time()
            if not len(block):
                break
            true_peak_dbtp(block)
            scanned = time.process_time()
            for start in range(0, len(block), _ENCODED_AT_ONCE):
                encoder.encode((block[start : start + _ENCODED_AT_ONCE] * 32767).astype("<i2").tobytes())
            encode_s += time.process_time() - scanned
            scan_s += scanned - decoded
            decode_s += decoded - began
    return {"encode_s": encode_s, "scan_s": scan_s, "decode_s": decode_s}


def by_hand(text: Path, mp3: Path) -> None:
    """Paragraph by paragraph, glued with `+=`, exported through ffmpeg."""
    from pydub import AudioSegment

    sound = AudioSegment.silent(300, 22_050)
    for paragraph in text.read_text("utf-8").split("\n\n"):
        pcm, rate_hz = _say_with_system(paragraph)
        sound += AudioSegment(data=pcm, sample_width=2, frame_rate=rate_hz, channels=1)
        sound += AudioSegment.silent(850, rate_hz)
    sound.set_frame_rate(RATE_HZ).export(mp3, format="mp3", bitrate="96k")


def _say_with_system(text: str) -> tuple[bytes, int]:
    """pyttsx3's espeak binding, synchronously, in this process."""
    take_voice("en-us", 1.0)
    espeak, rate_hz = binding()
    _TAPE.seek(0)
    espeak.SetSynthCallback(lambda wav, count, events: collect(_TAPE, [], wav, count, events))
    espeak.Synth(text.encode("utf-8"), flags=espeak.CHARS_UTF8)
    return _TAPE[: _TAPE.tell()], rate_hz


def _say_with_hibari(text: str) -> tuple[bytes, int]:
    clip = Hibari().say(Speech(text, "heart"))
    return clip.pcm, clip.rate_hz


_SPEAKERS: dict[str, Callable[[str], tuple[bytes, int]]] = {
    "system": _say_with_system,
    "hibari": _say_with_hibari,
}


def _utterances(script: Path) -> Iterator[str]:
    for cue in json.loads(script.read_text("utf-8"))["cues"]:
        if cue["kind"] == "speech":
            yield cue["spoken"]


def main(what: str, *names: str) -> None:
    if what == "speak":
        print(json.dumps(speak(names[0], Path(names[1]))))
    elif what == "encode":
        print(json.dumps(encode(Path(names[0]))))
    else:
        by_hand(Path(names[0]), Path(names[1]))


if __name__ == "__main__":
    main(*sys.argv[1:])
