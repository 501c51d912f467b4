"""Page → Article: what each block is, where context begins, what is not read and why."""

from narrator.segment.article import segment

__all__ = ["segment"]
