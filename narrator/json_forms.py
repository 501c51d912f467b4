"""The JSON that `segment`, `script` and `make` print, and that `make` takes back, corrected by hand."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from itertools import chain
from typing import Annotated, Any

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

Form = dict[str, Any]
_HALF = re.compile("[\ud800-\udfff]")


class _PauseForm(msgspec.Struct):
    """Bounded as [pacing] bounds it: a slip of the hand is not to make an hour of silence."""

    ms: Annotated[int, msgspec.Meta(ge=0, le=60_000)]


def as_line(form: Form) -> str:
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
    _refuse_halves(form)
    try:
        sections = msgspec.convert(form["sections"], tuple[Section, ...])
        headline = _filled(_corrected_headline(form, sections), "headline")
        return Article(
            source=str(form["source"]),
            identity=str(form.get("identity") or form["source"]),
            headline=headline,
            metadata=_metadata_from_json(form),
            sections=_headed(headline, sections),
            omitted=msgspec.convert(form.get("omitted", ()), tuple[Omission, ...]),
        )
    except (KeyError, msgspec.ValidationError) as error:
        raise _wrong(form, "sections", error) from error


def _located(part: Any) -> Form:
    """A section, omission or judgement; without line numbers where its source has none."""
    form = asdict(part)
    return form if form["lines"] else {key: value for key, value in form.items() if key != "lines"}


def _corrected_headline(form: Mapping[str, Any], sections: Sequence[Section]) -> str:
    shown = msgspec.convert(form["headline"], str)
    said = " ".join(sections[0].paragraphs) if sections and sections[0].kind == "headline" else shown
    return said if shown == form.get("found_headline", shown) else shown


def _headed(headline: str, sections: Sequence[Section]) -> tuple[Section, ...]:
    """Exactly one headline section, first."""
    head = next(
        (section for section in sections if section.kind == "headline"), Section("headline", None, ())
    )
    others = (section for section in sections if section.kind != "headline")
    return replace(head, paragraphs=(headline,)), *others


def _metadata_to_json(metadata: Metadata) -> Form:
    return asdict(metadata) | {"date": metadata.date.isoformat() if metadata.date else None}


def _metadata_from_json(form: Mapping[str, Any]) -> Metadata:
    return msgspec.convert(form.get("metadata", {}), Metadata)


def _filled(text: str, name: str) -> str:
    if not text.strip():
        raise msgspec.ValidationError(f"{name!r} is empty: {text!r}")
    return text


def _refuse_halves(form: Mapping[str, Any]) -> None:
    """JSON can write half a character, a surrogate without its other, which no file can hold."""
    text = next((text for text in _texts(form) if _HALF.search(text)), None)
    if text is not None:
        source = ascii(form.get("source", "JSON"))[1:-1]
        raise SourceError(f"{source}: half a character in {text[:80]!a}", "write it whole, or leave it out")


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            yield from chain.from_iterable(map(_texts, chain.from_iterable(value.items())))
        case list():
            yield from chain.from_iterable(map(_texts, value))


def _wrong(form: Mapping[str, Any], lacking: str, error: Exception) -> SourceError:
    what = f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)
    return SourceError(
        f"{form.get('source', 'JSON')}: not the JSON of segment or script: {what}", f"it needs {lacking!r}"
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
    _refuse_halves(form)
    try:
        return Script(
            source=msgspec.convert(form["source"], str),
            identity=str(form.get("identity") or form["source"]),
            title=_filled(msgspec.convert(form["title"], str), "title"),
            language=msgspec.convert(form["language"], str),
            cues=tuple(_cue_from_json(cue) for cue in msgspec.convert(form["cues"], list[dict[str, Any]])),
            metadata=_metadata_from_json(form),
        )
    except (KeyError, msgspec.ValidationError) as error:
        raise _wrong(form, "cues", error) from error


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


def _cue_from_json(form: Mapping[str, Any]) -> Cue:
    match form["kind"]:
        case "pause":
            return Pause(Milliseconds(msgspec.convert({"ms": form["ms"]}, _PauseForm).ms))
        case "mark":
            return msgspec.convert({"title": form["title"]}, Mark)
        case "speech":
            return Utterance(
                text=msgspec.convert(form["text"], str),
                spoken=msgspec.convert(form["spoken"], str),
                voice=msgspec.convert(form["voice"], str),
                section=msgspec.convert(form.get("section", 0), int),
                pronunciations=msgspec.convert(form.get("pronunciations", ()), tuple[Pronunciation, ...]),
            )
        case other:
            raise msgspec.ValidationError(f"unknown kind of cue {other!r}")


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
