import re
from collections.abc import Iterable
from itertools import pairwise

import srt
import webvtt
from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.feed.transcript import to_srt, to_vtt
from narrator.model import Line, Milliseconds, Word


def line(text: str, start: int, end: int, voice: str = "hibari:heart", words: tuple[Word, ...] = ()) -> Line:
    return Line(text, Milliseconds(start), Milliseconds(end), voice, words)


def timed(text: str, said: Iterable[tuple[str, int, int]]) -> tuple[Word, ...]:
    """Words of the text, in its order, each with its start and end in milliseconds."""
    words, position = list[Word](), 0
    for word, start, end in said:
        position = text.index(word, position)
        words.append(Word(position, position + len(word), Milliseconds(start), Milliseconds(end)))
        position += len(word)
    return tuple(words)


TIMED = line(
    "“No,” said R&D.",
    300,
    2000,
    words=timed("“No,” said R&D.", [("No", 300, 700), ("said", 900, 1200), ("R&D", 1300, 1900)]),
)
LONG = line(
    "The gunman who entered the embassy on Friday morning was arrested within the hour, the police said.",
    61_000,
    69_900,
    "hibari:sky",
)


def test_a_cue_a_sentence_with_speaker_word_times_and_short_rows():
    assert to_vtt([TIMED, LONG]) == (
        "WEBVTT\n"
        "\n"
        "00:00:00.300 --> 00:00:02.000\n"
        "<v heart>“No,” <00:00:00.900>said <00:00:01.300>R&amp;D.\n"
        "\n"
        "00:01:01.000 --> 00:01:09.900\n"
        "<v sky>The gunman who entered the embassy on Friday morning was arrested\n"
        "within the hour, the police said.\n"
    )


def test_subrip_names_a_new_speaker_and_divides_long_sentences():
    cards = list(srt.parse(to_srt([TIMED, LONG])))
    assert [card.content for card in cards] == [
        "heart: “No,” said R&D.",
        "sky: The gunman who entered the\nembassy on Friday morning was",
        "arrested within the hour, the\npolice said.",
    ]
    assert cards[1].end == cards[2].start
    assert cards[2].end.total_seconds() == 69.9


def test_a_card_begins_at_its_first_word_where_word_times_are_known():
    text = "One two three four five six seven eight nine ten eleven twelve thirteen"
    words = timed(text, ((w, 1000 + 7 * n * n, 1000 + 7 * n * n + 5) for n, w in enumerate(text.split())))
    cards = list(srt.parse(to_srt([line(text, 1000, 9000, "", words)])))
    first_words = [card.content.split()[0] for card in cards]
    starts = {text[w.start : w.end]: w.start_ms for w in words}
    assert len(cards) > 1
    assert [round(card.start.total_seconds() * 1000) for card in cards] == [starts[w] for w in first_words]


def test_markup_and_line_breaks_in_a_sentence_are_text():
    wild = line("<script>\n\nx --> y</script> & <00:00:01.000>\x00\x1b", 0, 1000, "a>b\nc")
    (cue,) = webvtt.from_string(to_vtt([wild])).captions
    assert "-->" not in cue.raw_text
    assert re.findall("<[^>]*>", cue.raw_text) == ["<v a&gt;b c>"]


def test_an_empty_line_gives_no_cue():
    assert to_vtt([line(" \n", 0, 10)]) == "WEBVTT\n"


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@settings(deadline=None)
@given(st.lists(texts, max_size=5))
def test_any_text_comes_back_from_a_parser(said):
    lines = [line(text, 1000 * n, 1000 * n + 900, "") for n, text in enumerate(said)]
    transcript = to_vtt(lines)
    cues = webvtt.from_string(transcript).captions
    assert len(cues) <= len(lines)
    assert all(len(row) <= 65 for cue in cues for row in cue.text.split("\n"))
    assert transcript.count("-->") == len(cues)


@settings(deadline=None)
@given(texts, st.lists(st.integers(0, 5000), max_size=30))
def test_word_times_and_cards_always_ascend_inside_their_cue(text, times):
    words = timed(text, ((w, t, t + 1) for w, t in zip(text.split(), times, strict=False)))
    said = line(text, 1000, 4000, "", words)
    stamps = re.findall(r"<(\d\d:\d\d:\d\d\.\d{3})>", to_vtt([said]))
    assert stamps == sorted(set(stamps))
    assert all("00:00:01.000" < stamp < "00:00:04.000" for stamp in stamps)
    cards = list(srt.parse(to_srt([said])))
    assert all(card.start <= card.end for card in cards)
    assert all(a.end == b.start for a, b in pairwise(cards))


def test_webvtt_accepts_an_hour_and_more():
    (cue,) = webvtt.from_string(to_vtt([line("Late.", 36_000_000, 36_001_000)])).captions
    assert cue.start == "10:00:00.000"
