"""Script + Recording → Episode: what the finished file will say of itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from narrator.feed.legal import legal_line
from narrator.model import (
    Chapter,
    Episode,
    Line,
    Milliseconds,
    Recording,
    Script,
    Take,
    Utterance,
    Word,
)
from narrator.packed import Packed
from narrator.settings import Show
from narrator.shelf import guid_of
from narrator.spoken import align
from narrator.web_address import is_web_address

_DESCRIPTION_LETTERS = 600
_DISCLOSURES = {
    "ar": "قرأه صوت اصطناعي ({voice}). المقال: {source} {link}",
    "cs": "Přečteno syntetickým hlasem ({voice}). Článek: {source} {link}",
    "da": "Læst op af en syntetisk stemme ({voice}). Artikel: {source} {link}",
    "de": "Gelesen von einer synthetischen Stimme ({voice}). Artikel: {source} {link}",
    "el": "Διαβάστηκε από συνθετική φωνή ({voice}). Άρθρο: {source} {link}",
    "en": "Read by a synthetic voice ({voice}). Article: {source} {link}",
    "es": "Leído por una voz sintética ({voice}). Artículo: {source} {link}",
    "fa": "خوانده‌شده با صدای مصنوعی ({voice}). مقاله: {source} {link}",
    "fi": "Synteettisen äänen lukema ({voice}). Artikkeli: {source} {link}",
    "fr": "Lu par une voix de synthèse ({voice}). Article : {source} {link}",
    "he": "הוקרא בקול סינתטי ({voice}). הכתבה: {source} {link}",
    "hi": "कृत्रिम आवाज़ में पढ़ा गया ({voice})। लेख: {source} {link}",
    "hu": "Szintetikus hang olvasta fel ({voice}). Cikk: {source} {link}",
    "id": "Dibacakan oleh suara sintetis ({voice}). Artikel: {source} {link}",
    "it": "Letto da una voce sintetica ({voice}). Articolo: {source} {link}",
    "ja": "合成音声による読み上げ（{voice}）。記事：{source} {link}",
    "ko": "합성 음성이 낭독했습니다({voice}). 기사: {source} {link}",
    "nb": "Lest av en syntetisk stemme ({voice}). Artikkel: {source} {link}",
    "nl": "Voorgelezen door een synthetische stem ({voice}). Artikel: {source} {link}",
    "no": "Lest av en syntetisk stemme ({voice}). Artikkel: {source} {link}",
    "pl": "Przeczytane głosem syntetycznym ({voice}). Artykuł: {source} {link}",
    "pt": "Lido por uma voz sintética ({voice}). Artigo: {source} {link}",
    "ro": "Citit de o voce sintetică ({voice}). Articol: {source} {link}",
    "ru": "Прочитано синтезированным голосом ({voice}). Статья: {source} {link}",
    "sv": "Uppläst av en syntetisk röst ({voice}). Artikel: {source} {link}",
    "tr": "Yapay bir ses okudu ({voice}). Haber: {source} {link}",
    "uk": "Прочитано синтезованим голосом ({voice}). Стаття: {source} {link}",
    "zh": "由合成语音朗读（{voice}）。文章：{source} {link}",
}
"""By language; English where none is known."""


def describe(
    script: Script, recording: Recording, show: Show, audio: Path, published: dt.datetime
) -> Episode:
    """The episode of a recorded script: its chapters, its transcript and what its tags will say.

    Every time is that of the recording's samples, rounded to the millisecond.
    """
    lines = tuple(_line(script.cues[take.cue], take, recording.rate_hz) for take in recording.takes)
    voices = dict.fromkeys(_shown_voice(cue.voice) for cue in script.cues if isinstance(cue, Utterance))
    return Episode(
        audio=audio,
        guid=guid_of(script.identity),
        source=_source_of(script),
        title=legal_line(script.title),
        published=published,
        duration_ms=_ms(recording.samples, recording.rate_hz),
        chapters=_chapters(recording),
        lines=lines,
        description=_description(script, show, ", ".join(voices)),
        language=script.language,
        voice=", ".join(voices),
        show_title=show.title,
        show_author=show.author or show.title,
        authors=script.metadata.authors,
        site=script.metadata.site,
        url=script.metadata.url,
        image=script.metadata.image,
    )


def _source_of(script: Script) -> str:
    """What is told of the source: an address, or a file's name; in which folder it lay is nobody's business."""
    return script.source if "://" in script.source else Path(script.source).name


def _shown_voice(name: str) -> str:
    """A voice given by its file goes by the file's name."""
    return Path(name).stem if name.endswith(".onnx") else name


def _ms(samples: int, rate_hz: int) -> Milliseconds:
    return Milliseconds(round(samples * 1000 / rate_hz))


def _chapters(recording: Recording) -> tuple[Chapter, ...]:
    """Contiguous from 0 to the end; one without a sound of its own gives way to the next, one without a title
    to the one before.
    """
    titles = {start: title for mark, start in recording.marks if (title := legal_line(mark))}
    later = [_ms(start, recording.rate_hz) for start in titles][1:]
    ends = [*later, _ms(recording.samples, recording.rate_hz)]
    return tuple(map(Chapter, titles.values(), [Milliseconds(0), *later], ends))


def _line(cue: object, take: Take, rate_hz: int) -> Line:
    assert isinstance(cue, Utterance)
    start, end = _ms(take.start, rate_hz), _ms(take.end, rate_hz)
    return Line(cue.text, start, end, _shown_voice(cue.voice), Packed(Word, _words(cue, take, rate_hz)))


def _words(cue: Utterance, take: Take, rate_hz: int) -> Iterator[Word]:
    """Times of the written words: each group of them sounds while the spoken words it became do."""
    said = tuple(take.words)
    for part in align(cue.text, cue.spoken) if said else ():
        heard = [word for word in said if word.start < part.spoken_end and part.spoken_start < word.end]
        if heard:
            first, last = take.start + heard[0].start_sample, take.start + heard[-1].end_sample
            yield Word(part.written_start, part.written_end, _ms(first, rate_hz), _ms(last, rate_hz))


def _description(script: Script, show: Show, voice: str) -> str:
    """The opening of the article, and the line that says whose voice it is and where the article came from."""
    sentences = [cue.text for cue in script.cues if isinstance(cue, Utterance) and cue.section > 0]
    opening = _opening(sentences or [script.title])
    url = script.metadata.url or ""
    source = script.metadata.site or _host(url) or script.title
    told = show.disclosure or _DISCLOSURES.get(script.language.partition("-")[0], _DISCLOSURES["en"])
    disclosure = _filled_in(told, {"{voice}": voice, "{source}": source, "{link}": url})
    return f"{opening}\n\n{disclosure.strip()}".strip()


def _filled_in(told: str, fields: Mapping[str, str]) -> str:
    """Braces around anything else stay as they are written.

    >>> _filled_in("{voice} of {town} {", {"{voice}": "heart"})
    'heart of {town} {'
    """
    return re.sub("|".join(map(re.escape, fields)), lambda field: fields[field[0]], told)


def _host(url: str) -> str:
    """
    >>> _host("https://www.news.example/a?b=1"), _host("")
    ('news.example', '')
    """
    host = urlsplit(url).hostname if is_web_address(url) else None
    return (host or "").removeprefix("www.")


def _opening(sentences: Sequence[str]) -> str:
    """The first sentences, never most of the article: its full text may have to be kept back."""
    most, text = min(_DESCRIPTION_LETTERS, sum(map(len, sentences)) // 3), ""
    for sentence in sentences:
        if text and len(text) + len(sentence) >= most:
            break
        text = f"{text} {_ended(sentence)}".strip()
    return text


def _ended(sentence: str) -> str:
    """With a full stop where it has no end of its own, as a standfirst or an item of a list.

    >>> _ended("Build a new bridge"), _ended("Why not?")
    ('Build a new bridge.', 'Why not?')
    """
    return f"{sentence}." if sentence[-1:].isalnum() else sentence
