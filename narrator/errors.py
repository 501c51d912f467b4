"""What can go wrong, as one tree; the command line prints `message`, then `tip` where there is one.

NarratorError
├── UsageError            exit 2: the call or the configuration is wrong, nothing was begun
│   └── SettingsError     a key or value of narrator.toml
├── SourceError           a source that cannot be read, or is no article
│   └── FetchError        an address that cannot or may not be opened
├── EngineError           a voice that failed
│   ├── UnspokenError     a text with letters that gave no sound
│   └── EngineDiedError   an engine whose process ended while it spoke
├── PronunciationError    IPA that cannot be read, or a voice that cannot be told it
├── SoundError            a sound file that cannot be used, or a master that misses its target
├── StorageError          a file that the disk refuses: no room, no leave, no such folder
└── PublishError          a feed or an upload that was stopped before it could do harm
"""

from __future__ import annotations


class NarratorError(Exception):
    """Something that could not be done: one line that names the value, and what to try."""

    exit_code = 1

    def __init__(self, message: str, tip: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.tip = tip

    def of(self, source: str) -> NarratorError:
        """The same, told of the source it befell."""
        return NarratorError(f"{source}: {self.message}", self.tip)


class UsageError(NarratorError):
    exit_code = 2


class SettingsError(UsageError):
    pass


class SourceError(NarratorError):
    pass


class FetchError(SourceError):
    pass


class EngineError(NarratorError):
    pass


class UnspokenError(EngineError):
    pass


class EngineDiedError(EngineError):
    pass


class PronunciationError(NarratorError):
    pass


class SoundError(NarratorError):
    pass


class StorageError(NarratorError):
    pass


class PublishError(NarratorError):
    pass
