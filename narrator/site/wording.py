"""How pages word times, dates and texts, and which way a language is written."""

from __future__ import annotations

import datetime as dt

from narrator.site.labels import Labels

_RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"])
_SUMMARY_LETTERS = 220


def direction_of(language: str) -> str:
    """
    >>> direction_of("ar-eg"), direction_of("az-arab"), direction_of("en-gb")
    ('rtl', 'rtl', 'ltr')
    """
    tags = language.lower().split("-")
    return "rtl" if tags[0] in _RIGHT_TO_LEFT or {"arab", "hebr"} & set(tags) else "ltr"


def clock(ms: int) -> str:
    """
    >>> clock(59_900), clock(3_723_000)
    ('0:59', '1:02:03')
    """
    seconds = ms // 1000
    hours = f"{seconds // 3600}:" if seconds >= 3600 else ""
    return f"{hours}{seconds // 60 % 60:0{2 if hours else 1}}:{seconds % 60:02}"


def length(ms: int, labels: Labels) -> str:
    """
    >>> english = Labels(seconds="{seconds} sec", minutes="{minutes} min", hours="{hours} h {minutes} min")
    >>> [length(ms, english) for ms in (42_000, 95_000, 5_400_000)]
    ['42 sec', '2 min', '1 h 30 min']
    """
    minutes = round(ms / 60_000)
    form = labels.seconds if ms < 60_000 else labels.hours if minutes >= 60 else labels.minutes
    hours, rest = divmod(minutes, 60)
    return str(form.format(seconds=ms // 1000, minutes=rest, hours=hours))


def date(day: dt.date, labels: Labels) -> str:
    """A day as the labels' language writes it, whatever the machine's locale."""
    number = labels.first_of_month if day.day == 1 else day.day
    return str(labels.date.format(day=number, month=labels.months[day.month - 1], year=day.year))


def summary_and_note(description: str) -> tuple[str, str]:
    """What an episode is about, and the note on voice and source that its description ends with.

    >>> summary_and_note("Two were hurt.\\n\\nRead by a synthetic voice.")
    ('Two were hurt.', 'Read by a synthetic voice.')
    """
    summary, _, note = description.strip().rpartition("\n")
    return " ".join(summary.split()), note


def shortened(text: str) -> str:
    """The text as far as it fits into a list, cut between words."""
    if len(text) <= _SUMMARY_LETTERS:
        return text
    return text[:_SUMMARY_LETTERS].rsplit(" ", 1)[0] + " …"
