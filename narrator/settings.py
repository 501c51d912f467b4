"""Settings in small groups, one a stage, read from `narrator.toml`; each option documented where it is declared."""

from __future__ import annotations

import difflib
import json
import tomllib
from pathlib import Path
from typing import Annotated, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct, structs

from narrator.errors import SettingsError
from narrator.plain_words import in_plain_words

FILE_NAME = "narrator.toml"

_Pause = Annotated[int, Meta(ge=0, le=60_000)]


class Show(Struct, frozen=True, forbid_unknown_fields=True):
    """The podcast: what directories and players show."""

    title: Annotated[str, Meta(description="name of the podcast")] = "Narrated articles"
    author: Annotated[str, Meta(description="who publishes it")] = ""
    email: Annotated[str, Meta(description="owner's address, for the directories")] = ""
    description: Annotated[str, Meta(description="what the podcast is about, under 4000 bytes")] = ""
    language: Annotated[str, Meta(description="language of the show, as in en or pt-br")] = "en"
    category: Annotated[str, Meta(description="from Apple's list, as in News or News > Politics")] = "News"
    explicit: Annotated[bool, Meta(description="true if it is not for children")] = False
    link: Annotated[str, Meta(description="web site of the show")] = ""
    cover: Annotated[str, Meta(description="picture of the show, square; drawn if empty")] = ""
    guid: Annotated[str, Meta(description="podcast:guid of the show; assigned at the first publish")] = ""
    private: Annotated[bool, Meta(description="keep the feed out of directories and search")] = False
    dated: Annotated[
        Literal["article", "made"],
        Meta(description="article: episodes carry the article's date; made: the day they were first made"),
    ] = "article"
    disclosure: Annotated[
        str,
        Meta(
            description="last line of a description, with {voice}, {source} and {link} filled in; "
            "empty: that the voice is synthetic, in the article's language"
        ),
    ] = ""


class Read(Struct, frozen=True, forbid_unknown_fields=True):
    """Which parts of an article are spoken; headline, body and context always are."""

    standfirst: Annotated[bool, Meta(description="the summary under the headline")] = True
    byline: Annotated[bool, Meta(description="who wrote it")] = False
    date: Annotated[bool, Meta(description="when it was published")] = False
    captions: Annotated[bool, Meta(description="captions of pictures")] = False
    pullquotes: Annotated[bool, Meta(description="sentences repeated in large type")] = False
    tables: Annotated[bool, Meta(description="small tables row by row, a word where one is left out")] = True


class Voices(Struct, frozen=True, forbid_unknown_fields=True):
    """Who speaks: auto, system, an engine, a voice, engine:voice, or the path of a Piper voice file."""

    default: Annotated[str, Meta(description="voice of whatever has none of its own")] = "auto"
    headline: Annotated[str, Meta(description="voice of the headline; empty: the default")] = ""
    body: Annotated[str, Meta(description="voice of the body; empty: the default")] = ""
    context: Annotated[str, Meta(description="voice of context sections; empty: the default")] = ""
    quote: Annotated[str, Meta(description="voice of quotations; empty: the voice around them")] = ""
    rate: Annotated[float, Meta(ge=0.5, le=2.0, description="pace; 1.0 is natural")] = 1.0
    lexicon: Annotated[str, Meta(description="file of pronunciations, beside narrator.toml")] = ""


class Pacing(Struct, frozen=True, forbid_unknown_fields=True):
    """Pauses in milliseconds, and what is said around the article."""

    lead: Annotated[_Pause, Meta(description="before the first word")] = 300
    clause: Annotated[_Pause, Meta(description="inside a sentence too long for one breath")] = 250
    sentence: Annotated[_Pause, Meta(description="after a sentence")] = 500
    paragraph: Annotated[_Pause, Meta(description="after a paragraph")] = 850
    list: Annotated[_Pause, Meta(description="between items of a list, or rows of a table")] = 650
    quote: Annotated[
        _Pause, Meta(description="at a quotation after a colon, and where another voice takes over")
    ] = 350
    section: Annotated[_Pause, Meta(description="before a section")] = 1200
    title: Annotated[_Pause, Meta(description="after a section's title")] = 850
    headline: Annotated[_Pause, Meta(description="after the headline")] = 1200
    end: Annotated[_Pause, Meta(description="after the last word")] = 800
    opening: Annotated[str, Meta(description="said first, as in: From the Daily Planet.")] = ""
    closing: Annotated[str, Meta(description="said last")] = ""


class Sound(Struct, frozen=True, forbid_unknown_fields=True):
    """How the episode is mastered and encoded."""

    target_lufs: Annotated[
        Annotated[float, Meta(ge=-36.0, le=-9.0)] | None,
        Meta(description="integrated loudness, ITU-R BS.1770; unset: -19 mono, -16 stereo"),
    ] = None
    ceiling_dbtp: Annotated[float, Meta(ge=-9.0, le=-0.1, description="true-peak ceiling")] = -1.0
    stereo: Annotated[bool, Meta(description="two channels instead of one")] = False
    bitrate: Annotated[Literal[64, 80, 96, 112, 128, 160, 192], Meta(description="kbit/s, constant")] = 96
    intro: Annotated[
        str,
        Meta(description="sound before the first word: chime, bells, drop, or a file beside narrator.toml"),
    ] = ""
    outro: Annotated[str, Meta(description="sound after the last word, likewise")] = ""
    between: Annotated[str, Meta(description="short sound between chapters, likewise")] = ""

    def beside(self, folder: Path) -> Sound:
        """The same with files, which are known by their suffix, found from `folder`."""
        names = {"intro": self.intro, "outro": self.outro, "between": self.between}
        files = {place: str(folder / name) for place, name in names.items() if Path(name).suffix}
        return structs.replace(self, **files)


class Publish(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the feed lives."""

    base_url: Annotated[str, Meta(description="address under which audio/ will be reachable")] = ""
    dest: Annotated[str, Meta(description="a folder, s3://bucket/prefix or ssh://host/path")] = ""
    transcript: Annotated[bool, Meta(description="publish the full text: page, transcript, lyrics")] = True
    templates: Annotated[
        str,
        Meta(
            description="folder of your own templates, labels/ and assets/, which replace those of the same name"
        ),
    ] = ""


_NO_VOICES = {"headline": "", "body": "", "context": "", "quote": ""}


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """All groups, and the folder that relative paths and episode identities start from."""

    show: Show = Show()
    read: Read = Read()
    voices: Voices = Voices()
    pacing: Pacing = Pacing()
    sound: Sound = Sound()
    publish: Publish = Publish()

    def with_voice(self, name: str) -> Settings:
        """The same settings with one voice for everything."""
        return structs.replace(self, voices=structs.replace(self.voices, **_NO_VOICES, default=name))

    def at_address(self, base_url: str) -> Settings:
        """The same settings with the podcast at another address."""
        return structs.replace(self, publish=structs.replace(self.publish, base_url=base_url))


GROUPS: dict[str, type[Struct]] = {
    name: hint for name, hint in get_type_hints(Settings).items() if issubclass(hint, Struct)
}


def find_settings_file(start: Path) -> Path | None:
    """The nearest `narrator.toml`, looking from `start` upwards."""
    return next((d / FILE_NAME for d in (start, *start.parents) if (d / FILE_NAME).is_file()), None)


def read_settings(path: Path) -> Settings:
    """Settings of a file; raises `SettingsError` naming the key that is unknown or has a wrong value."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{path}: not valid TOML: {error}") from error
    settings = _settings_of(data, path)
    _refuse_nul(settings, path)
    return _anchored(settings, path.parent)


def _settings_of(data: dict[str, object], path: Path) -> Settings:
    _refuse_unknown(data, path)
    try:
        return msgspec.convert(data, Settings)
    except msgspec.ValidationError as error:
        what, group, key = _found_wrong(str(error))
        where = f"[{group}] {key}".strip()
        raise SettingsError(f"{path}: {where}: {in_plain_words(what)}", _allowed(group, key)) from error


def _refuse_nul(settings: Settings, path: Path) -> None:
    """No name of a file, voice or destination can hold one, and nothing that is shown should."""
    for group in GROUPS:
        for key, value in structs.asdict(getattr(settings, group)).items():
            if isinstance(value, str) and "\0" in value:
                raise SettingsError(f"{path}: [{group}] {key}: NUL is no character to use: {value!r}")


def _anchored(settings: Settings, folder: Path) -> Settings:
    """Paths in the file are meant from the file's own folder."""
    named = {name: getattr(settings.voices, name) for name in settings.voices.__struct_fields__}
    paths = {
        name: value for name, value in named.items() if value and (name == "lexicon" or _is_voice_file(value))
    }
    found = {name: str(folder / value) for name, value in paths.items()}
    voices = structs.replace(settings.voices, **found)
    return structs.replace(settings, voices=voices, sound=settings.sound.beside(folder))


def _is_voice_file(value: object) -> bool:
    return isinstance(value, str) and value.endswith(".onnx")


def _refuse_unknown(data: dict[str, object], path: Path) -> None:
    for group, values in data.items():
        if group not in GROUPS:
            raise SettingsError(f"{path}: unknown group [{group}]", _did_you_mean(group, GROUPS))
        known = GROUPS[group].__struct_fields__
        for key in values if isinstance(values, dict) else ():
            if key not in known:
                raise SettingsError(f"{path}: unknown key {key!r} in [{group}]", _did_you_mean(key, known))


def _did_you_mean(word: str, known: object) -> str:
    names = list(known)  # type: ignore[call-overload]
    close = difflib.get_close_matches(word, names, n=1)
    return f"did you mean {close[0]!r}?" if close else f"known here: {', '.join(names)}"


def _found_wrong(message: str) -> tuple[str, str, str]:
    """What, in which group, at which key.

    >>> _found_wrong("Expected `bool`, got `str` - at `$.sound.stereo`")
    ('Expected `bool`, got `str`', 'sound', 'stereo')
    """
    what, _, path = message.partition(" - at `$.")
    group, _, key = path.rstrip("`").partition(".")
    return what, group, key


def _allowed(group: str, key: str) -> str | None:
    """The values of an option that takes but a few."""
    hint = get_type_hints(GROUPS[group]).get(key) if group in GROUPS else None
    values = get_args(hint) if get_origin(hint) is Literal else ()
    return f"one of {', '.join(map(str, values))}" if values else None


def commented_toml() -> str:
    """The text of a `narrator.toml` with every option, its meaning, and its default commented out."""
    return "\n".join(_group_as_toml(name, group) for name, group in GROUPS.items())


def _group_as_toml(name: str, group: type[Struct]) -> str:
    summary = (group.__doc__ or "").strip()
    hints = get_type_hints(group, include_extras=True)
    options = (
        _option_as_toml(field.name, field.default, hints[field.name]) for field in structs.fields(group)
    )
    return f"# {summary}\n[{name}]\n" + "".join(options)


def _option_as_toml(name: str, default: object, hint: object) -> str:
    meaning = next(meta.description for meta in reversed(hint.__metadata__) if meta.description)  # type: ignore[attr-defined]
    value = "" if default is None else json.dumps(default, ensure_ascii=False)
    return f"# {meaning}\n# {name} = {value}\n"
