"""English outside America: as `en`, but a date in figures begins with its day."""

from __future__ import annotations

from narrator.spoken import en
from narrator.spoken.en.dates import day_first_dates


def speak(sentence: str) -> str:
    """
    >>> speak("On 05/06/2023 he paid £5."), speak("On 5-6-23.")
    ('On the fifth of June twenty twenty three he paid five pounds.', 'On the fifth of June twenty twenty three.')
    """
    return en.speak(day_first_dates(sentence))


def speak_headline(headline: str) -> str:
    """
    >>> speak_headline("Fire of 1/2/2023")
    'Fire of the first of February twenty twenty three.'
    """
    return en.speak_headline(day_first_dates(headline))
