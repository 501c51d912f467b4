"""An engine of somebody else's, installed where Python finds it, which fails on cue."""

from __future__ import annotations

from pathlib import Path

FAULTY = '''
import os, sys, time
from dataclasses import replace
from pathlib import Path
from narrator.engines.tone import Tone
from narrator.model import Clip, Voice

MARKS = Path(__file__).parent

def first_time(what):
    """True once for all processes together."""
    try:
        (MARKS / what).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True

class Faulty(Tone):
    name = "faulty"
    in_process = False
    def voices(self):
        return (Voice(self.name, "faulty", "en"),)
    def say(self, speech):
        with (MARKS / "said.txt").open("a") as said:
            said.write(speech.text + "\\n")
        if "crashing" in speech.text: os.abort()
        if "raising" in speech.text: raise ValueError("not today")
        if "silent" in speech.text: return Clip(bytes(48_000), 24_000)
        if "hanging" in speech.text: time.sleep(600)
        if "stumbling" in speech.text and first_time("stumbled"): os.abort()
        if "lingering" in speech.text: time.sleep(0.4)
        if "dawdling" in speech.text and first_time("dawdled"): time.sleep(30)
        return super().say(replace(speech, voice="tone"))
'''


def install(site: Path) -> Path:
    """The engine `faulty` as a package in the folder `site`; it keeps there what it was asked to say, in `said.txt`."""
    facts = site / "faulty_engine-1.0.dist-info"
    facts.mkdir(parents=True)
    (site / "faulty_engine.py").write_text(FAULTY)
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: faulty-engine\nVersion: 1.0\n")
    (facts / "entry_points.txt").write_text("[narrator.engines]\nfaulty = faulty_engine:Faulty\n")
    return site
