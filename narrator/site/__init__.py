"""The player: pages that a podcast's folder carries, and a server to try them."""

from narrator.site.folder import render

__all__ = ["render"]
