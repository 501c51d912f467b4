"""One utterance on its own, to hear a voice or a name."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from narrator import atomic
from narrator.disk import room_in
from narrator.inserts import Inserts
from narrator.model import Script
from narrator.mp3.frames import write_wav
from narrator.script import lexicon_of, write_line
from narrator.session import Session
from narrator.settings import Settings
from narrator.spool import open_spool
from narrator.workshop import open_workshop


def say(text: str, language: str, settings: Settings, out: Path) -> Script:
    """The text, mastered like an episode, as a WAV or an MP3 at `out`; how it was said."""
    script = write_line(text, language, settings.voices, settings.pacing, lexicon_of(settings.voices))
    with open_workshop() as workshop, room_in(out.parent), open_spool() as spool:
        mp3, now = spool / "say.mp3", dt.datetime.now(dt.UTC)
        Session(script, settings, Inserts(), workshop, spool, mp3, out, now).record()
        with atomic.replacing(out) as fresh:
            shutil.copyfile(mp3, fresh) if out.suffix.lower() == ".mp3" else write_wav(mp3, fresh)
    return script
