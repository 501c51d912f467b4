"""Script → passages: every stretch of the script is said, trimmed and stitched with its pauses when it is asked for.

pydub stitches, and lives here only. Stretches are performed in parallel, and memory is bounded by the few that are in
flight. Their borders come from the script alone.
"""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from narrator.booth import AFTER_MS, BEFORE_MS, Booth, at_recording_rate
from narrator.model import (
    Clip,
    Cue,
    Mark,
    Pause,
    Piece,
    Progress,
    Script,
    Span,
    Take,
    Utterance,
    WordTime,
)
from narrator.mp3.frames import FRAME_SAMPLES, RATE_HZ
from narrator.packed import Packed
from narrator.passage import Passage, Performed

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # pydub warns of a missing ffmpeg, which is not needed, and of audioop
    from pydub import AudioSegment

_PIECE_LETTERS = 200
_MOST_LETTERS = 4 * _PIECE_LETTERS
"""In a piece, however short the pauses are: who wants none gets a hardly longer one at its end."""
_BREATH_MS = 600
"""After a longer pause a voice carries nothing over, so that a changed paragraph changes no other."""
_PIECE_END_MS = 250
"""A piece may end after a pause this long: room for the frame it is rounded to, and for a seam in silence."""


def passages_of(
    script: Script, booth: Booth, spool: Path, progress: Progress | None = None
) -> tuple[Passage, ...]:
    """The script in passages, whose sound may be kept on the spool, a folder.

    Progress is told what has been said, and counts letters.
    """
    letters = _letters(cue for cue in script.cues if isinstance(cue, Utterance))
    booth.studio.expect(letters)
    count = _Count(letters, progress)
    return tuple(
        Passage(
            frozenset(cue.voice for cue in script.cues[span.start : span.stop] if isinstance(cue, Utterance)),
            partial(_performed, script, span, booth, count),
            spool / f"{index:05}.pcm",
            begins_chapter=isinstance(script.cues[span.start], Mark),
        )
        for index, span in enumerate(_stretches(script.cues))
    )


class _Count:
    """Shared by the threads that perform stretches: what it tells never goes back."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total, self._done, self._progress = total, 0, progress
        self._alone = threading.Lock()

    def add(self, utterance: Utterance) -> None:
        with self._alone:
            self._done = min(self._total, self._done + len(utterance.spoken))
            if self._progress:
                self._progress(utterance.text, self._done, self._total)


def _stretches(cues: Sequence[Cue]) -> Iterator[range]:
    """Cuts the script before a chapter, however short the pause there, and after pauses where enough has been said."""
    start, letters = 0, 0
    for index, cue in enumerate(cues):
        letters += len(cue.spoken) if isinstance(cue, Utterance) else 0
        following = cues[index + 1] if index + 1 < len(cues) else None
        if following is None or _ends_piece(cue, following, letters):
            yield range(start, index + 1)
            start, letters = index + 1, 0


def _ends_piece(cue: Cue, following: Cue, letters: int) -> bool:
    if isinstance(following, Mark):
        return letters > 0
    if isinstance(cue, Pause) and cue.ms >= _PIECE_END_MS:
        return letters >= _PIECE_LETTERS
    return letters >= _MOST_LETTERS and not isinstance(following, Pause)


def _performed(script: Script, span: range, booth: Booth, count: _Count) -> Performed:
    """The seat is left as soon as all is said, for the next to be said while this is stitched."""
    with booth.studio.seat():
        said = dict(_said(script, span, booth, count))
    return _stitched(script, span, said).performed()


def _said(
    script: Script, span: range, booth: Booth, count: _Count
) -> Iterator[tuple[int, tuple[Clip, bool]]]:
    """Each utterance by its index, said after what its voice has said since it last drew breath."""
    before = list[Utterance]()
    for index in span:
        cue = script.cues[index]
        if _letters(before) >= _PIECE_LETTERS or (isinstance(cue, Pause) and cue.ms > _BREATH_MS):
            before.clear()
        if isinstance(cue, Utterance):
            if before and before[-1].voice != cue.voice:
                before.clear()
            yield index, booth.say(cue, script.language, before)
            before.append(cue)
            count.add(cue)


def _letters(utterances: Iterable[Utterance]) -> int:
    return sum(len(each.spoken) for each in utterances)


def _stitched(script: Script, span: range, said: Mapping[int, tuple[Clip, bool]]) -> _Stitched:
    stitched = _Stitched()
    for index in span:
        match script.cues[index]:
            case Utterance(voice=voice):
                clip, reused = said[index]
                stitched.add_speech(index, at_recording_rate(clip), voice, reused)
            case Pause(ms=ms):
                stitched.add_silence(max(0, ms - _kept_ms(script.cues, index)))
            case Mark(title=title):
                stitched.add_mark(title)
    return stitched


class _Stitched:
    """A piece as it grows."""

    def __init__(self) -> None:
        self._sounds: list[AudioSegment] = []
        self._takes: list[Take] = []
        self._spans: list[Span] = []
        self._marks: list[tuple[str, int]] = []
        self._end = 0

    def add_speech(self, cue: int, clip: Clip, voice: str, reused: bool) -> None:
        start = self._end
        self._add(_segment(clip.pcm))
        before, after = (ms * RATE_HZ // 1000 for ms in (BEFORE_MS, AFTER_MS))
        words = Packed(WordTime, (word.moved(-before) for word in clip.words))
        self._takes.append(Take(cue, start + before, self._end - after, words, reused))
        self._spans.append(Span(start, self._end, voice))

    def add_silence(self, ms: int) -> None:
        self._add(AudioSegment.silent(ms, RATE_HZ))

    def add_mark(self, title: str) -> None:
        self._marks.append((title, self._end))

    def _add(self, sound: AudioSegment) -> None:
        self._sounds.append(sound)
        self._end += int(sound.frame_count())

    def performed(self) -> Performed:
        """The closing pause is rounded to the nearest MP3 frame, and to no less than two frames."""
        spoken = self._spans[-1].end if self._spans else 0
        least = -(-spoken // FRAME_SAMPLES) + 2
        frames = max(round(self._end / FRAME_SAMPLES), least)
        pcm = b"".join(sound.raw_data for sound in self._sounds)
        size = 2 * least * FRAME_SAMPLES
        piece = Piece(pcm[:size].ljust(size, b"\0"), tuple(self._spans), (frames - least) * FRAME_SAMPLES)
        return Performed(piece, tuple(self._takes), tuple(self._marks))


def _kept_ms(cues: Sequence[Cue], pause: int) -> int:
    """How much of a pause lies in the clips on its sides, before and after their speech."""
    return AFTER_MS * _is_speech(cues, pause, -1) + BEFORE_MS * _is_speech(cues, pause, 1)


def _is_speech(cues: Sequence[Cue], index: int, step: int) -> bool:
    """Whether the next cue that lasts, before or behind, is speech."""
    index += step
    while 0 <= index < len(cues) and isinstance(cues[index], Mark):
        index += step
    return 0 <= index < len(cues) and isinstance(cues[index], Utterance)


def _segment(pcm: bytes) -> AudioSegment:
    return AudioSegment(data=pcm, sample_width=2, frame_rate=RATE_HZ, channels=1)
