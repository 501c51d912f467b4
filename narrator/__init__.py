"""narrator turns articles into podcast episodes.

from narrator import narrate

episode = narrate("article.txt", out="audio")
print(episode.audio, episode.duration_ms, [chapter.title for chapter in episode.chapters])
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from narrator.pipeline import narrate

__all__ = ["narrate"]


def __getattr__(name: str) -> Any:
    """Loaded when first used, so that the command line answers at once."""
    if name != "narrate":
        raise AttributeError(f"module 'narrator' has no attribute {name!r}")
    from narrator.pipeline import narrate

    return narrate
