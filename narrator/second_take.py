"""Second takes: what a listener does not hear as it should be said is said once more, and kept where that helps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from narrator.model import Script, Utterance
from narrator.proof import Proof

_Recorded = TypeVar("_Recorded")


@dataclass(frozen=True, slots=True)
class Heard:
    """What a listener says of the finished sound, and the sentences whose second take it has."""

    proof: Proof
    said_again: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {**self.proof.to_json(), "said_again": self.said_again}


def record_heard(
    script: Script, record: Callable[[frozenset[Utterance]], _Recorded], hear: Callable[[_Recorded], Proof]
) -> tuple[_Recorded, Heard]:
    """The recording, with second takes of the sentences that are heard right only then.

    `record` makes the recording with second takes of some utterances; the first take stays where the second is no
    better.
    """
    recorded = record(frozenset())
    proof = hear(recorded)
    wrong = _found(proof, script)
    if not wrong:
        return recorded, Heard(proof)
    recorded = record(wrong)
    proof = hear(recorded)
    helped = wrong - _found(proof, script)
    if helped != wrong:
        recorded = record(helped)
        proof = hear(recorded)
    said_again = tuple(cue.text for cue in script.cues if cue in helped)
    return recorded, Heard(proof, said_again)


def _found(proof: Proof, script: Script) -> frozenset[Utterance]:
    spoken = [cue for cue in script.cues if isinstance(cue, Utterance)]
    return frozenset(spoken[finding.sentence] for finding in proof.findings)
