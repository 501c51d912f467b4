import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.errors import PublishError
from narrator.feed.chapters import from_json, to_json
from narrator.model import Chapter, Milliseconds

times = st.integers(0, 40 * 3_600_000).map(Milliseconds)
titles = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)


def chapter(title: str, start: int, end: int) -> Chapter:
    return Chapter(title, Milliseconds(start), Milliseconds(end))


def test_chapters_are_written_as_the_podcast_namespace_asks():
    text = to_json([chapter("Gunman “enters” <b>", 0, 61_234)], title="News", podcast="Show")
    assert json.loads(text) == {
        "version": "1.2.0",
        "title": "News",
        "podcastName": "Show",
        "chapters": [{"startTime": 0.0, "endTime": 61.234, "title": "Gunman “enters” <b>"}],
    }


@settings(deadline=None)
@given(st.lists(st.builds(Chapter, titles, times, times), max_size=4).map(tuple))
def test_every_millisecond_and_title_survives(chapters):
    assert from_json(to_json(chapters)) == chapters


def test_chapters_of_others_may_lack_ends_and_hide_entries():
    text = """{"version": "1.0.0", "chapters": [
        {"startTime": 0, "title": "Intro"}, {"startTime": 3, "toc": false}, {"startTime": 9.5}]}"""
    assert from_json(text) == (chapter("Intro", 0, 9500), chapter("", 9500, 9500))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 1, "chapters": []}', b"\xff\xfe\x00"])
def test_what_is_no_chapters_file_is_named(text):
    with pytest.raises(PublishError, match="not a chapters file"):
        from_json(text)
