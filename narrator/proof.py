"""Episode → Proof: listens to a finished MP3 and compares what was heard with what should have been said.

What should be said stands in the `.script.json` beside the MP3, each sentence with its times. Figures and
spellings are evened out on both sides, so that `2023` heard for "twenty twenty-three" is no error.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from narrator.errors import SourceError
from narrator.json_forms import script_to_json
from narrator.model import Episode, Milliseconds, Script
from narrator.recognizer import Heard, Listen, heard_words, letters_of, shown_words, words_of

ALIKE = 0.8
"""Likeness of letters, 0 to 1, from which on two words are one word in two spellings."""
_NAME_LIKE = 0.4
"""Likeness from which on another word heard for a name is that name misheard or misread."""
_LOST = 0.3
"""A sentence of which no larger share was heard is lost."""
_MISREAD = 0.34
"""A sentence with a larger share of errors, and two errors at least, is misread."""
_AGAIN = 0.6
"""A sentence of whose words so many were heard twice is doubled; misheard names are heard twice otherwise."""
_LONGER = 1.5
"""How much longer than it should be a doubled sentence is heard at least."""
_UNDERSTOOD = 0.5
"""With a larger share of words misheard it is the listener who fails: whisper's base model hears nonsense in most of
what espeak-ng says in French, Portuguese, Dutch and Turkish, and takes its Dutch for English."""


@dataclass(frozen=True, slots=True)
class Misreading:
    """A sentence that does not sound as it should, with its place in the episode."""

    kind: Literal["lost", "doubled", "misread"]
    text: str
    """As written."""
    heard: str
    start_ms: Milliseconds
    end_ms: Milliseconds
    sentence: int
    """Which of the script's utterances it is, from 0."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that was heard otherwise than it is written: perhaps one for the lexicon."""

    word: str
    heard: tuple[str, ...]
    count: int
    start_ms: Milliseconds
    """Where it first sounds, to the sentence."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a listener found in an episode."""

    audio: str
    title: str
    words: int
    errors: int
    """Words lost, added or misheard."""
    findings: tuple[Misreading, ...]
    candidates: tuple[Candidate, ...]

    @property
    def word_error_rate(self) -> float:
        return self.errors / self.words if self.words else 0.0

    @property
    def is_understood(self) -> bool:
        """Whether the listener knew voice and language well enough for its findings to mean something."""
        return self.word_error_rate <= _UNDERSTOOD

    def is_clean(self, threshold: float = 0.1) -> bool:
        """Whether nothing was lost or doubled, and no more than this share of words misheard."""
        whole = all(finding.kind == "misread" for finding in self.findings)
        return whole and self.word_error_rate <= threshold

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "word_error_rate": round(self.word_error_rate, 4)}


def prove(mp3: Path, script_json: Path, listen: Listen) -> Proof:
    """Listen to an episode; raises `SourceError` where its script cannot be read."""
    return _listened(mp3, _read_script(script_json), listen)


def prove_sound(mp3: Path, script: Script, episode: Episode, listen: Listen) -> Proof:
    """The same of an episode whose sound is finished, wherever it lies, and which is not in place yet."""
    proof = _listened(mp3, _should_be_said(script_to_json(script, episode.lines)), listen)
    return replace(proof, audio=str(episode.audio))


def _listened(mp3: Path, should: tuple[str, str, list[_Sentence]], listen: Listen) -> Proof:
    title, language, sentences = should
    heard = " ".join(listen(mp3, language))
    return _compared(mp3, title, sentences, heard_words(heard, language))


# --- what should be said ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    words: tuple[str, ...]
    shown: tuple[str, ...]
    """The words with their capitals, which tell names."""
    written: tuple[str, ...]
    start_ms: Milliseconds
    end_ms: Milliseconds


def _read_script(path: Path) -> tuple[str, str, list[_Sentence]]:
    try:
        return _should_be_said(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise SourceError(
            f"{path}: {error.strerror or error}", "make the episode again: it writes its script"
        ) from error
    except KeyError as error:
        raise SourceError(f"{path}: no script of an episode: {error.args[0]!r} is missing") from error
    except (ValueError, TypeError) as error:
        raise SourceError(f"{path}: no script of an episode: {error}") from error


def _should_be_said(form: dict[str, Any]) -> tuple[str, str, list[_Sentence]]:
    spoken = [cue for cue in form["cues"] if cue["kind"] == "speech"]
    return str(form["title"]), str(form["language"]), [_sentence(cue) for cue in spoken]


def _sentence(cue: dict[str, Any]) -> _Sentence:
    shown = shown_words(cue["spoken"])
    return _Sentence(
        text=str(cue["text"]),
        words=tuple(map(letters_of, shown)),
        shown=shown,
        written=words_of(cue["text"]),
        start_ms=Milliseconds(int(cue["start_ms"])),
        end_ms=Milliseconds(int(cue["end_ms"])),
    )


# --- comparing --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Verdict:
    sentence: _Sentence
    heard: tuple[str, ...]
    errors: int
    right: int
    """Words heard as they should be."""
    confused: tuple[tuple[str, str], ...]
    """Words that were heard otherwise, and as what."""


def _compared(mp3: Path, title: str, sentences: Sequence[_Sentence], heard: Sequence[Heard]) -> Proof:
    verdicts = list(_verdicts(sentences, heard))
    findings = (finding for index, verdict in enumerate(verdicts) if (finding := _misreading(verdict, index)))
    return Proof(
        audio=str(mp3),
        title=title,
        words=sum(len(sentence.words) for sentence in sentences),
        errors=sum(verdict.errors for verdict in verdicts),
        findings=tuple(findings),
        candidates=tuple(_candidates(verdicts)),
    )


def _verdicts(sentences: Sequence[_Sentence], heard: Sequence[Heard]) -> Iterator[_Verdict]:
    for sentence, part in zip(sentences, _parts(sentences, heard), strict=True):
        yield _verdict(sentence, tuple(heard[index] for index in part))


def _parts(sentences: Sequence[_Sentence], heard: Sequence[Heard]) -> list[range]:
    """Which of the words heard belong to each sentence, by the cheapest alignment of the whole.

    Words that were added go to the sentence before them: a doubled sentence comes after the first.
    """
    from rapidfuzz.distance import Levenshtein

    ours = [word for sentence in sentences for word in sentence.words]
    starts = [0] * (len(ours) + 1)
    for step in Levenshtein.opcodes(ours, [one.word for one in heard]):
        for index in range(step.src_start, step.src_end):
            offset = min(index - step.src_start, step.dest_end - step.dest_start)
            starts[index] = step.dest_start + offset
    starts[-1] = len(heard)
    return list(_ranges(sentences, starts))


def _ranges(sentences: Sequence[_Sentence], starts: Sequence[int]) -> Iterator[range]:
    position = 0
    for number, sentence in enumerate(sentences):
        begin = 0 if number == 0 else starts[position]
        position += len(sentence.words)
        yield range(begin, max(begin, starts[position]))


def _verdict(sentence: _Sentence, heard: tuple[Heard, ...]) -> _Verdict:
    words = tuple(one.word for one in heard)
    errors, right, confused = _difference(sentence.words, words, sentence.shown)
    raw = tuple(own for one in heard for own in one.raw)
    as_written, _, _ = _difference(sentence.written, raw, sentence.written)
    if heard and as_written < errors:
        errors, right = as_written, len(sentence.words) - as_written
    return _Verdict(sentence, words, errors, right, confused)


def _difference(
    ours: Sequence[str], theirs: Sequence[str], shown: Sequence[str]
) -> tuple[int, int, tuple[tuple[str, str], ...]]:
    """Errors, words that are right, and pairs of words heard otherwise."""
    from rapidfuzz.distance import Levenshtein

    errors, right, confused = 0, 0, list[tuple[str, str]]()
    for step in Levenshtein.opcodes(ours, theirs):
        mine, other = ours[step.src_start : step.src_end], theirs[step.dest_start : step.dest_end]
        if step.tag == "equal" or _likeness("".join(mine), "".join(other)) >= ALIKE:
            right += len(mine)
        else:
            errors += max(len(mine), len(other))
        if step.tag == "replace":
            confused += zip(shown[step.src_start : step.src_end], other, strict=False)
    return errors, right, tuple(confused)


def _likeness(first: str, second: str) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(first, second) if first and second else 0.0


def _misreading(verdict: _Verdict, index: int) -> Misreading | None:
    kind = _kind(verdict)
    sentence = verdict.sentence
    if kind is None:
        return None
    heard = " ".join(verdict.heard)
    return Misreading(kind, sentence.text, heard, sentence.start_ms, sentence.end_ms, index)


def _kind(verdict: _Verdict) -> Literal["lost", "doubled", "misread"] | None:
    count = len(verdict.sentence.words)
    if not count:
        return None
    if _is_doubled(verdict):
        return "doubled"
    if verdict.right <= _LOST * count and len(verdict.heard) <= count / 2:
        return "lost"
    return "misread" if verdict.errors >= 2 and verdict.errors > _MISREAD * count else None


def _is_doubled(verdict: _Verdict) -> bool:
    words, heard = Counter(verdict.sentence.words), Counter(verdict.heard)
    if len(verdict.heard) < _LONGER * len(verdict.sentence.words):
        return False
    twice = sum(min(heard[word], 2 * times) - times for word, times in words.items() if heard[word] > times)
    return len(verdict.sentence.words) > 1 and twice >= _AGAIN * len(verdict.sentence.words)


def _candidates(verdicts: Iterable[_Verdict]) -> Iterator[Candidate]:
    """Names heard otherwise, the most frequent first."""
    heard: dict[str, list[tuple[str, Milliseconds]]] = defaultdict(list)
    for verdict in verdicts:
        for word, other in verdict.confused:
            if _is_name(word) and _NAME_LIKE <= _likeness(letters_of(word), other) < 1:
                heard[word].append((other, verdict.sentence.start_ms))
    for word, found in sorted(heard.items(), key=lambda item: (-len(item[1]), item[0])):
        yield Candidate(word, tuple(dict.fromkeys(other for other, _ in found)), len(found), found[0][1])


def _is_name(word: str) -> bool:
    return len(word) > 2 and word[0].isupper()
