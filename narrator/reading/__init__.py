"""source → Page: files, folders, standard input and addresses, whatever they hold."""

from narrator.reading.sources import find_sources, read_pages

__all__ = ["find_sources", "read_pages"]
