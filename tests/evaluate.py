"""How well articles are understood: `python -m tests.evaluate [--part dev|held|all] [--worst N] [--json]`.

Every source of `tests/corpus` is read and segmented by the program and compared with its labels.
`--extractor trafilatura` measures that library alone on the pages, as its users call it, and `--extractor scraped`
the program on the text that a crude scraper makes of them.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Callable, Sequence

from narrator.model import Page
from tests.gold import PARTS, Case, read_cases
from tests.scoring import (
    Heard,
    Score,
    by_language,
    figures,
    measure,
    overlaps,
    same_language,
    same_names,
    tallies,
)

# --- extractors -------------------------------------------------------------------------------------


def narrator(case: Case) -> Heard:
    """The program itself."""
    return _heard(page_of(case))


def _heard(page: Page) -> Heard:
    from narrator.segment import segment

    article = segment(page)
    spoken = (text for s in article.sections for text in (s.title, *s.paragraphs) if text)
    meta = article.metadata
    return Heard(
        headline=article.headline,
        spoken=tuple(spoken),
        context=tuple(text for s in article.sections if s.kind == "context" for text in s.paragraphs),
        lines=frozenset(line for s in article.sections for line in s.lines),
        authors=meta.authors,
        date=meta.date,
        language=meta.language,
        url=meta.url,
        image=meta.image,
    )


def page_of(case: Case) -> Page:
    """A source as the program reads it."""
    data, source = case.path.read_bytes(), case.path.name
    if case.is_page:
        from narrator.reading.html import read_html

        return read_html(data, source, None)
    from narrator.reading.text import read_text

    return read_text(data, source, None)


def scraped(case: Case) -> Heard:
    """The program on the text of a page as a crude scraper gives it: a line for each piece between two tags."""
    from lxml import etree

    from narrator.reading.markup import parse_html
    from narrator.reading.text import read_text

    tree = parse_html(case.path.read_bytes(), case.path.name)
    etree.strip_elements(tree, "head", "script", "style", "noscript", with_tail=False)
    lines = (" ".join(str(text).split()) for text in tree.itertext())
    return _heard(read_text("\n".join(filter(None, lines)).encode(), case.path.name, None))


def trafilatura(case: Case) -> Heard:
    """The extractor alone: its title and its text, with default options."""
    import trafilatura as library

    found = library.bare_extraction(case.path.read_bytes(), with_metadata=True)
    if not isinstance(found, library.settings.Document):
        return Heard(error="nothing extracted")
    title = found.title or ""
    return Heard(
        headline=title,
        spoken=(title, *(found.text or "").splitlines()),
        authors=tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
        date=dt.date.fromisoformat(found.date) if found.date else None,
        language=found.language,
        url=found.url,
        image=found.image,
    )


EXTRACTORS: dict[str, Callable[[Case], Heard]] = {
    "narrator": narrator,
    "scraped": scraped,
    "trafilatura": trafilatura,
}


# --- the command ------------------------------------------------------------------------------------


def main() -> None:
    options = _options()
    groups = evaluate(read_cases(options.part), options.extractor, options.only)
    if options.json:
        print(json.dumps({name: _object(scores) for name, scores in groups.items()}))
        return
    for name, scores in groups.items():
        print(f"{name} ({options.part}, {options.extractor})\n{_table(scores)}\n")
    shown = [
        s for scores in groups.values() for s in scores if s.case.part == "dev" or options.part == "held"
    ]
    for score in sorted(shown, key=lambda s: s.spoken.f1)[: options.worst]:
        print(_detail(score))


def evaluate(cases: Sequence[Case], extractor: str = "narrator", only: str = "") -> dict[str, list[Score]]:
    """Scores of the texts and of the pages, as far as the extractor reads them and there are any."""
    texts = [case for case in cases if not case.is_page and extractor == "narrator"]
    pages = [case for case in cases if case.is_page]
    scores = {
        name: [measure(case, EXTRACTORS[extractor]) for case in kind if only in case.path.name]
        for name, kind in (("texts", texts), ("pages", pages))
    }
    return {name: found for name, found in scores.items() if found}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluate", description=__doc__)
    parser.add_argument("--part", choices=("all", *PARTS), default="all")
    parser.add_argument("--extractor", choices=tuple(EXTRACTORS), default="narrator")
    parser.add_argument("--only", default="", metavar="TEXT", help="only sources with TEXT in their name")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="say what is wrong in N of dev")
    parser.add_argument("--json", action="store_true", help="the figures as one object")
    return parser.parse_args()


def _object(scores: Sequence[Score]) -> dict[str, float]:
    seconds = round(sum(score.seconds for score in scores), 3)
    return {"files": len(scores), **figures(scores), "seconds": seconds}


def _table(scores: Sequence[Score]) -> str:
    languages = "  ".join(f"{code} {f1:.3f}" for code, f1 in by_language(scores).items())
    rows = {
        "files": str(len(scores)),
        **{name: f"{value:.4f}" for name, value in overlaps(scores).items()},
        "spoken_f1 by language": languages,
        **{name: f"{tally.hits} of {tally.of}" for name, tally in tallies(scores).items() if tally.of},
        "seconds": f"{sum(score.seconds for score in scores):.1f}",
    }
    return "\n".join(f"  {name:24}{value}" for name, value in rows.items())


def _detail(score: Score) -> str:
    case, heard = score.case, score.heard
    rows = [f"{case.part}/{case.path.name}  spoken {score.spoken.f1:.4f}  {heard.error}".rstrip()]
    if not score.headline:
        rows.append(f"  headline   {heard.headline!r}, not {case.headline!r}")
    if case.context == "no" and score.context.got:
        rows.append(f"  context    {score.context.got} characters that are none")
    if case.context != "no" and score.context.f1 < 0.99:
        rows.append(f"  context    {score.context.f1:.3f} ({case.context})")
    if case.date and heard.date != case.date:
        rows.append(f"  date       {heard.date}, not {case.date}")
    if case.authors and not same_names(score):
        rows.append(f"  authors    {heard.authors}, not {case.authors}")
    if not same_language(score):
        rows.append(f"  language   {heard.language}, not {case.language}")
    rows += [f"  lost       {_cut(text)}" for text in score.lost]
    rows += [f"  caption    {_cut(text)}" for text in score.captions]
    rows += [f"  furniture  {_cut(text)}" for text in score.furniture]
    return "\n".join(rows)


def _cut(text: str, width: int = 90) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


if __name__ == "__main__":
    main()
