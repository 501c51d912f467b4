"""An episode written into tags is the episode read from them, and foreign tools agree."""

from __future__ import annotations

import contextlib
import datetime as dt
import string
from dataclasses import replace
from pathlib import Path

import eyed3
import mutagen.id3 as id3
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrator.errors import SoundError
from narrator.model import Chapter, Episode, Line, Milliseconds, Word
from narrator.mp3.episode import read_episode, read_tagged
from narrator.mp3.frames import FRAME_SAMPLES, encode_piece, write_mp3
from narrator.mp3.settle import settle
from narrator.mp3.tags import write_tags

FRAMES = encode_piece(np.zeros(100 * FRAME_SAMPLES, np.int16), 96)
DURATION_MS = Milliseconds(round(100 * FRAME_SAMPLES / 44.1))
JPEG = bytes.fromhex("ffd8ffe000104a464946") + bytes(200)


def ms(value: int) -> Milliseconds:
    return Milliseconds(value)


EPISODE = Episode(
    audio=Path("overwritten"),
    guid="6f1c2c1e-5f0a-5d0a-9a52-0c6a4b1e7d11",
    source="seeds/embassy.txt",
    title="Gunman enters Azerbaijan’s embassy in Tehran",
    published=dt.datetime(2023, 1, 27, 10, 0, 7, tzinfo=dt.UTC),
    duration_ms=DURATION_MS,
    chapters=(
        Chapter("Gunman enters Azerbaijan’s embassy", ms(0), ms(700)),
        Chapter("The story", ms(700), ms(1500)),
        Chapter("Əliyev: «Терроризм»", ms(1500), DURATION_MS),
    ),
    lines=(
        Line("Gunman enters Azerbaijan’s embassy.", ms(300), ms(690), "heart"),
        Line("A man was arrested.", ms(710), ms(1400), "joe", (Word(0, 1, ms(710), ms(800)),)),
        Line("“No,” she said.", ms(1510), ms(2400), "joe"),
    ),
    description="A gunman entered.\n\nRead by a synthetic voice (heart).",
    language="en-gb",
    voice="hibari:heart",
    show_title="Narrated articles",
    show_author="The Desk",
    authors=("Jane Doe", "Jürgen Æ"),
    site="The News",
    url="https://example.org/straße?q=1",
    image="https://example.org/a.jpg",
    season=2,
    number=14,
    loudness_lufs=-19.03,
    true_peak_dbtp=-1.21,
)


@pytest.fixture
def untagged(tmp_path: Path) -> Path:
    path = tmp_path / "episode.mp3"
    write_mp3(path, [FRAMES], 96)
    return path


@pytest.fixture
def tagged(untagged: Path) -> Path:
    write_tags(untagged, EPISODE, JPEG)
    return untagged


def wordless(episode: Episode, audio: Path) -> Episode:
    return replace(episode, audio=audio, lines=tuple(replace(line, words=()) for line in episode.lines))


def test_an_episode_is_read_back_as_it_was_written(tagged: Path) -> None:
    assert read_episode(tagged) == wordless(EPISODE, tagged)


def test_the_encoder_and_its_settings_are_named(tagged: Path) -> None:
    assert str(id3.ID3(tagged)["TSSE"]) == "LAME 3.100 --cbr --noreplaygain -q 7 -b 96"


def test_the_same_episode_gives_the_same_bytes(tagged: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.mp3"
    write_mp3(again, [FRAMES], 96)
    write_tags(again, EPISODE, JPEG)
    assert again.read_bytes() == tagged.read_bytes()


def test_chapters_lie_in_the_file_in_order_of_time(tagged: Path) -> None:
    data = tagged.read_bytes()
    assert data[3] == 3, "an ID3v2.3 tag"
    starts = [i for i in range(len(data)) if data.startswith(b"CHAP", i)]
    names = [data[start + 10 :].split(b"\0", 1)[0] for start in starts]
    assert [name[:8] for name in names] == [b"chp00000", b"chp00001", b"chp00002"]


def test_the_contents_name_every_chapter_and_stand_on_top(tagged: Path) -> None:
    (contents,) = id3.ID3(tagged).getall("CTOC")
    assert contents.flags == id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
    assert [name[:8] for name in contents.child_element_ids] == ["chp00000", "chp00001", "chp00002"]


def test_another_reader_finds_chapters_in_order_and_a_date_without_a_complaint(
    untagged: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_tags(untagged, replace(EPISODE, published=dt.datetime(2023, 1, 27, tzinfo=dt.UTC)))
    tag = eyed3.load(untagged).tag
    assert [(each.title, *each.times) for each in tag.chapters] == [
        (each.title, each.start_ms, each.end_ms) for each in EPISODE.chapters
    ]
    assert str(tag.getBestDate()) == "2023-01-27"
    assert not [record for record in caplog.records if "date" in record.message]


def test_more_chapters_than_one_table_of_contents_holds(untagged: Path) -> None:
    chapters = tuple(Chapter(f"Part {i}", ms(i), ms(i + 1)) for i in range(600))
    write_tags(untagged, replace(EPISODE, chapters=chapters))
    assert read_episode(untagged).chapters == chapters
    tables = {table.element_id: table.child_element_ids for table in id3.ID3(untagged).getall("CTOC")}
    assert [len(tables[name]) for name in tables["toc"]] == [255, 255, 90]


def test_lyrics_can_stay_out(untagged: Path) -> None:
    write_tags(untagged, EPISODE, lyrics=False)
    assert read_episode(untagged).lines == ()
    assert b"arrested" not in untagged.read_bytes()


def test_the_cover_is_the_front_cover(tagged: Path) -> None:
    (picture,) = id3.ID3(tagged).getall("APIC")
    assert (picture.type, picture.mime, picture.data) == (id3.PictureType.COVER_FRONT, "image/jpeg", JPEG)


@pytest.mark.parametrize(
    ("frame", "changed"),
    [
        (id3.TIT2(encoding=3, text="Corrected"), {"title": "Corrected"}),
        (id3.TALB(encoding=3, text="Another show"), {"show_title": "Another show"}),
        (id3.TPE1(encoding=3, text="Ann Artist"), {"show_author": "Ann Artist", "authors": ("Ann Artist",)}),
        (id3.COMM(encoding=3, lang="eng", desc="", text="New"), {"description": "New"}),
        (id3.TRCK(encoding=3, text="7/9"), {"number": 7}),
        (id3.TRCK(encoding=3, text="seven"), {"number": None}),
        (id3.TLAN(encoding=3, text="deu"), {"language": "de"}),
        (id3.WOAS(url="https://example.org/moved"), {"url": "https://example.org/moved"}),
        (
            id3.TDRC(encoding=3, text="2024-02-03"),
            {"published": dt.datetime(2024, 2, 3, tzinfo=dt.UTC)},
        ),
    ],
)
def test_what_a_tag_editor_changes_wins(tagged: Path, frame: id3.Frame, changed: dict[str, object]) -> None:
    tags = id3.ID3(tagged)
    tags.delall(frame.FrameID)
    tags.add(frame)
    tags.save()
    assert read_episode(tagged) == replace(wordless(EPISODE, tagged), **changed)  # type: ignore[arg-type]


def test_a_moment_told_in_another_zone_is_read_in_utc_as_feeds_have_it(tagged: Path) -> None:
    tags = id3.ID3(tagged)
    tags.add(id3.TXXX(encoding=3, desc="narrator_published", text="2023-01-27T13:00:07+03:00"))
    tags.save()
    assert read_episode(tagged).published.isoformat() == "2023-01-27T10:00:07+00:00"


def test_lines_edited_elsewhere_end_where_the_next_begins(tagged: Path) -> None:
    tags = id3.ID3(tagged)
    (lyrics,) = tags.getall("SYLT")
    lyrics.text = [("One.", 100), ("Two.", 900)]
    tags.save()
    assert read_episode(tagged).lines == (
        Line("One.", ms(100), ms(900)),
        Line("Two.", ms(900), DURATION_MS),
    )


def test_what_id3_cannot_hold_is_left_out(untagged: Path) -> None:
    write_tags(untagged, replace(EPISODE, title="A\0B \ud800!"))
    assert read_episode(untagged).title == "AB ?!"


letters = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
texts = st.text(letters, max_size=60)
said = st.text(letters, min_size=1, max_size=60)
moments = st.integers(0, 2**32 - 1).map(ms)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=texts,
    recipe=texts,
    season=st.none() | st.integers(1, 999),
    number=st.none() | st.integers(1, 99_999),
    show_author=texts,
    description=texts,
    source=texts,
    authors=st.lists(texts, max_size=3).map(tuple),
    language=st.sampled_from(["en", "pt-br", "yue", "x-unknown", ""]),
    url=st.none() | st.text(string.printable + "äж", min_size=1, max_size=30),
    published=st.datetimes(min_value=dt.datetime(1, 1, 1), timezones=st.just(dt.UTC)),
    chapters=st.lists(st.builds(Chapter, texts, moments, moments), max_size=5).map(
        lambda found: tuple(sorted(found, key=lambda c: (c.start_ms, c.end_ms)))
    ),
    lines=st.lists(st.builds(Line, said, moments, moments, texts), max_size=5).map(tuple),
)
def test_any_text_survives(tmp_path: Path, **values: object) -> None:
    path = tmp_path / "any.mp3"
    write_mp3(path, [FRAMES[:-1000]], 96) if not path.exists() else None
    episode = replace(EPISODE, duration_ms=read_duration(path), **values)  # type: ignore[arg-type]
    write_tags(path, episode)
    assert read_episode(path) == wordless(episode, path)


def read_duration(path: Path) -> Milliseconds:
    from mutagen.mp3 import MP3

    return Milliseconds(round(MP3(path).info.length * 1000))


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n", b"ID3" + bytes(30), b"ID3\x03\0\0\x7f\x7f\x7f\x7f", FRAMES]
)
def test_other_files_are_no_episodes(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.mp3"
    path.write_bytes(content)
    with pytest.raises(SoundError, match=r"other\.mp3: "):
        read_episode(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SoundError, match=r"gone\.mp3: "):
        read_episode(tmp_path / "gone.mp3")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_broken_tags_never_crash(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "broken.mp3"
    if not path.exists():
        write_mp3(path, [FRAMES], 96)
        write_tags(path, EPISODE)
        (tmp_path / "whole").write_bytes(path.read_bytes())
    content = bytearray((tmp_path / "whole").read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, 5000))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    with contextlib.suppress(SoundError):
        assert read_episode(path).audio == path


def test_settled_tags_say_what_the_editor_saved(tagged: Path) -> None:
    tags = id3.ID3(tagged)
    tags["CHAP:" + tags["CTOC:toc"].child_element_ids[0]].sub_frames["TIT2"].text = ["Renamed at length"]
    tags.add(id3.TDRC(encoding=3, text="2024-02-03 10:00"))
    tags.add(id3.TIT2(encoding=3, text="Corrected 😀"))
    tags.save(v2_version=4)
    told = read_episode(tagged)
    settle(tagged)
    assert read_episode(tagged) == told
    assert read_tagged(tagged)[1]
    assert told.published == dt.datetime(2024, 2, 3, 10, tzinfo=dt.UTC)
