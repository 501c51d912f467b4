"""A recording session: one script said and mastered into one file, and said again where a listener misheard."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from narrator.booth import Booth
from narrator.episode import describe
from narrator.inserts import Inserts, insert
from narrator.master import write_mastered
from narrator.model import Episode, Milliseconds, Progress, Recording, Script, Utterance
from narrator.passage import recording_of
from narrator.perform import passages_of
from narrator.settings import Settings
from narrator.workshop import Workshop

if TYPE_CHECKING:
    from narrator.recognizer import Listen
    from narrator.second_take import Heard


@dataclass(frozen=True, slots=True)
class Recorded:
    """An episode whose sound is written, and how much of its speech had been kept."""

    episode: Episode
    reused_ms: Milliseconds


@dataclass(frozen=True, slots=True)
class Session:
    """What it takes to record a script: where the pieces lie meanwhile, and the MP3 that comes of them."""

    script: Script
    settings: Settings
    inserts: Inserts
    workshop: Workshop
    spool: Path
    audio: Path
    """The file that is written; the episode will lie at `place`."""
    place: Path
    published: dt.datetime
    progress: Progress | None = None

    def record(self, again: frozenset[Utterance] = frozenset()) -> Recorded:
        """The mastered sound in `audio`, with second takes of some utterances; tags are still to come."""
        booth = Booth(self.workshop.studio, self.workshop.cache, self.settings.voices.rate, again)
        speech = passages_of(self.script, booth, self.spool, self.progress)
        passages = insert(speech, self.inserts, self.spool)
        with self.workshop.settled():
            mastered = write_mastered(passages, self.settings.sound, self.workshop, self.spool, self.audio)
        recording = recording_of(passages)
        episode = replace(
            describe(self.script, recording, self.settings.show, self.place, self.published),
            loudness_lufs=mastered.loudness_lufs,
            true_peak_dbtp=mastered.true_peak_dbtp,
        )
        return Recorded(episode, _reused_ms(recording))

    def record_for(self, listen: Listen | None) -> tuple[Recorded, Heard | None]:
        """The same, proofread where there is a listener, and said once more where that helps."""
        if listen is None:
            return self.record(), None
        from narrator.proof import prove_sound
        from narrator.second_take import record_heard

        return record_heard(
            self.script,
            self.record,
            lambda recorded: prove_sound(self.audio, self.script, recorded.episode, listen),
        )


def _reused_ms(recording: Recording) -> Milliseconds:
    samples = sum(take.end - take.start for take in recording.takes if take.reused)
    return Milliseconds(round(samples * 1000 / recording.rate_hz))
