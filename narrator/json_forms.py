"""The JSON that `segment`, `script` and `make` print, and that `make` takes back, corrected by hand."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Annotated, Any, TypeVar

import msgspec

from narrator.errors import SourceError
from narrator.model import (
    Article,
    Cue,
    Episode,
    Line,
    Mark,
    Metadata,
    Milliseconds,
    Omission,
    Pause,
    Pronunciation,
    Script,
    Section,
    Utterance,
)
from narrator.plain_words import in_plain_words

Form = dict[str, Any]


class _ArticleForm(msgspec.Struct):
    """The JSON of an article, as far as it is read."""

    source: str
    headline: str
    sections: tuple[Section, ...]
    identity: str | None = None
    found_headline: str | None = None
    metadata: Metadata = Metadata()
    omitted: tuple[Omission, ...] = ()


class _SpeechForm(msgspec.Struct, tag_field="kind", tag="speech"):
    text: str
    spoken: str
    voice: str
    section: Annotated[int, msgspec.Meta(ge=-1, le=100_000)] = 0
    pronunciations: tuple[Pronunciation, ...] = ()


class _PauseForm(msgspec.Struct, tag_field="kind", tag="pause"):
    """Bounded as [pacing] bounds it: a slip of the hand is not to make an hour of silence."""

    ms: Annotated[int, msgspec.Meta(ge=0, le=60_000)]


class _MarkForm(msgspec.Struct, tag_field="kind", tag="mark"):
    title: str


_CueForm = _SpeechForm | _PauseForm | _MarkForm


class _ScriptForm(msgspec.Struct):
    """The JSON of a script, as far as it is read."""

    source: str
    title: str
    language: str
    cues: tuple[_CueForm, ...]
    identity: str | None = None
    metadata: Metadata = Metadata()


_Form = TypeVar("_Form", _ArticleForm, _ScriptForm)


class _IdentityForm(msgspec.Struct):
    identity: str | None = None


def as_line(form: Mapping[str, Any]) -> str:
    """One object, one line."""
    return json.dumps(form, ensure_ascii=False)


# --- articles -------------------------------------------------------------------------------------------


def article_to_json(article: Article, *, explain: bool = False) -> Form:
    """The article as `narrator segment --json` prints it; `explain` adds the rule that decided on each block.

    `found_headline` tells, when the JSON comes back, in which of its two places the headline was corrected.
    """
    form: Form = {
        "source": article.source,
        "identity": article.identity,
        "headline": article.headline,
        "found_headline": article.headline,
        "metadata": _metadata_to_json(article.metadata),
        "sections": [_located(section) for section in article.sections],
        "omitted": [_located(omission) for omission in article.omitted],
    }
    return form | {"judgements": [_located(one) for one in article.judgements]} if explain else form


def article_from_json(form: Mapping[str, Any]) -> Article:
    """The article of such JSON; raises `SourceError` naming what is missing or wrong."""
    given = _given(form, _ArticleForm)
    headline = _corrected_headline(given)
    if not headline.strip():
        raise _wrong(given.source, f"'headline' is empty: {headline!r}")
    return Article(
        source=given.source,
        identity=given.identity or given.source,
        headline=headline,
        metadata=_filled(given.metadata),
        sections=_headed(headline, map(_titled, given.sections)),
        omitted=given.omitted,
    )


def _located(part: Any) -> Form:
    """A section, omission or judgement; what it has not, lines or evidence, is left out."""
    return {key: value for key, value in asdict(part).items() if value or key not in ("lines", "evidence")}


def _corrected_headline(given: _ArticleForm) -> str:
    shown, first = given.headline, next(iter(given.sections), None)
    said = " ".join(first.paragraphs) if first and first.kind == "headline" else shown
    return said if given.found_headline in (None, shown) else shown


def _titled(section: Section) -> Section:
    """With a title that can be said, or none."""
    return section if (section.title or "").strip() else replace(section, title=None)


def _headed(headline: str, given: Iterable[Section]) -> tuple[Section, ...]:
    """Exactly one headline section, first."""
    sections = tuple(given)
    head = next(
        (section for section in sections if section.kind == "headline"), Section("headline", None, ())
    )
    others = (section for section in sections if section.kind != "headline")
    return replace(head, paragraphs=(headline,)), *others


def _filled(metadata: Metadata) -> Metadata:
    """Without what somebody blanked by hand."""
    texts = {name: getattr(metadata, name) for name in ("language", "site", "url", "image")}
    told = {name: text if text and text.strip() else None for name, text in texts.items()}
    return replace(metadata, authors=tuple(filter(str.strip, metadata.authors)), **told)


def _metadata_to_json(metadata: Metadata) -> Form:
    return asdict(metadata) | {"date": metadata.date.isoformat() if metadata.date else None}


def _given(form: Mapping[str, Any], kind: type[_Form]) -> _Form:
    _refuse_halves(form)
    try:
        return msgspec.convert(form, kind)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$.")
        place = f"{where.rstrip('`')}: " if where else ""
        raise _wrong(form.get("source", "JSON"), place + in_plain_words(what)) from error


def _refuse_halves(form: Mapping[str, Any]) -> None:
    """JSON can write half a character, a surrogate without its other, which no file can hold."""
    try:
        as_line(form).encode()
    except UnicodeEncodeError as error:
        source = ascii(form.get("source", "JSON"))[1:-1]
        around = error.object[max(error.start - 40, 0) : error.start + 40]
        raise SourceError(
            f"{source}: half a character in {around!a}", "write it whole, or leave it out"
        ) from None


def _wrong(source: object, what: str) -> SourceError:
    return SourceError(
        f"{source}: not the JSON of segment or script: {what}",
        "narrator segment --json and narrator script --json show its form",
    )


# --- scripts ----------------------------------------------------------------------------------------------


def script_to_json(script: Script, lines: Iterable[Line] = ()) -> Form:
    """The script as `narrator script --json` prints it; with the lines of an episode, each speech has its times."""
    times = iter(tuple(lines))
    return {
        "source": script.source,
        "identity": script.identity,
        "title": script.title,
        "language": script.language,
        "metadata": _metadata_to_json(script.metadata),
        "cues": [_cue_to_json(cue, times) for cue in script.cues],
    }


def script_from_json(form: Mapping[str, Any]) -> Script:
    """The script of such JSON; raises `SourceError` naming what is missing or wrong."""
    given = _given(form, _ScriptForm)
    if not given.title.strip():
        raise _wrong(given.source, f"'title' is empty: {given.title!r}")
    if not any(isinstance(cue, _SpeechForm) for cue in given.cues):
        raise _wrong(given.source, "'cues' holds no speech")
    return Script(
        source=given.source,
        identity=given.identity or given.source,
        title=given.title,
        language=given.language,
        cues=tuple(map(_cue, given.cues)),
        metadata=_filled(given.metadata),
    )


def identity_in(script: bytes) -> str | None:
    """By what the article of a script's JSON is known; None where that is damaged or has none."""
    with contextlib.suppress(msgspec.MsgspecError, UnicodeDecodeError):
        return msgspec.json.decode(script, type=_IdentityForm).identity
    return None


def _cue_to_json(cue: Cue, times: Iterable[Line]) -> Form:
    match cue:
        case Pause():
            return {"kind": "pause", "ms": cue.ms}
        case Mark():
            return {"kind": "mark", "title": cue.title}
        case Utterance():
            line = next(iter(times), None)
            timed = {"start_ms": line.start_ms, "end_ms": line.end_ms} if line else {}
            said = (
                {"pronunciations": [asdict(one) for one in cue.pronunciations]} if cue.pronunciations else {}
            )
            plain = {"text": cue.text, "spoken": cue.spoken, "voice": cue.voice, "section": cue.section}
            return {"kind": "speech", **plain, **said, **timed}


def _cue(given: _CueForm) -> Cue:
    match given:
        case _PauseForm():
            return Pause(Milliseconds(given.ms))
        case _MarkForm():
            return Mark(given.title)
        case _SpeechForm():
            return Utterance(given.text, given.spoken, given.voice, given.section, given.pronunciations)


# --- episodes ---------------------------------------------------------------------------------------------


def episode_to_json(source: str, episode: Episode, files: Mapping[str, str], reused_ms: int) -> Form:
    """The episode as `narrator make --json` prints it."""
    return {
        "source": source,
        "audio": str(episode.audio),
        "guid": episode.guid,
        "title": episode.title,
        "published": episode.published.astimezone(dt.UTC).isoformat(),
        "duration_ms": episode.duration_ms,
        "voice": episode.voice,
        "chapters": [asdict(chapter) for chapter in episode.chapters],
        "loudness_lufs": episode.loudness_lufs,
        "true_peak_dbtp": episode.true_peak_dbtp,
        "files": dict(files),
        "reused_ms": reused_ms,
    }
