"""Tables in an article: a small one is told row by row, of a larger one it is said that it is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from narrator.model import Block, Judgement, Role, Row

_MOST_ROWS, _MOST_COLUMNS, _LONGEST_CELL = 8, 4, 80
"""What a listener can follow: below the names of the columns, and in letters."""
_FIGURES = 0.5
"""Share of rows with figures from which on a table that names no columns is one of data."""

_LEFT_OUT = {
    "en": "A table is left out here",
    "ar": "حُذف هنا جدول",
    "bg": "Тук е пропусната таблица",
    "ca": "Aquí s’omet una taula",
    "cs": "Zde je vynechána tabulka",
    "da": "Her er en tabel udeladt",
    "de": "Hier ist eine Tabelle ausgelassen",
    "el": "Εδώ παραλείπεται ένας πίνακας",
    "es": "Aquí se omite una tabla",
    "fi": "Tästä on jätetty pois taulukko",
    "fr": "Un tableau n’est pas lu ici",
    "hu": "Itt egy táblázat kimarad",
    "id": "Sebuah tabel dilewatkan di sini",
    "it": "Qui è omessa una tabella",
    "ja": "ここでは表を省略します",
    "ko": "여기서 표는 생략합니다",
    "nb": "Her er en tabell utelatt",
    "nl": "Hier is een tabel weggelaten",
    "no": "Her er en tabell utelatt",
    "pl": "W tym miejscu pominięto tabelę",
    "pt": "Aqui foi omitida uma tabela",
    "ro": "Aici este omis un tabel",
    "ru": "Здесь пропущена таблица",
    "sv": "Här har en tabell utelämnats",
    "tr": "Burada bir tablo atlandı",
    "uk": "Тут пропущено таблицю",
    "vi": "Ở đây lược bỏ một bảng",
    "zh": "此处略去一个表格",
}


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows that follow each other, under the names of their columns."""

    title: str
    names: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def is_small(self) -> bool:
        """Every value stands under a name, and there are few."""
        wide = len(self.names)
        few = len(self.rows) <= _MOST_ROWS and 2 <= wide <= _MOST_COLUMNS and all(self.names[1:])
        cells = chain(self.names, *(row.cells for row in self.rows))
        return (
            few and all(len(row.cells) == wide for row in self.rows) and max(map(len, cells)) <= _LONGEST_CELL
        )

    @property
    def is_data(self) -> bool:
        """Several rows of several columns, which are named or hold figures."""
        full = [row for row in self.rows if sum(map(bool, row.cells)) > 1]
        figured = sum(any(map(str.isdigit, "".join(row.cells))) for row in full)
        return bool(full) and (len(self.names) > 1 or (len(full) > 1 and figured >= _FIGURES * len(full)))


def with_tables(
    judged: Sequence[Judgement], blocks: Sequence[Block], language: str | None, after_prose: bool
) -> Iterator[Judgement]:
    """The judgements with the rows of small tables as text, and a sentence before the rows of any other.

    With `after_prose` only those below a first paragraph: above it stand boxes of facts.
    """
    role: Role | None = None if after_prose else "body"
    numbered = zip(judged, blocks, strict=True)
    for is_row, group in groupby(numbered, lambda one: one[0].role == "table" and one[1].row is not None):
        told = list(group)
        if is_row and role:
            for rows in _apart(told):
                yield from _told(rows, role, language)
            continue
        yield from (one for one, _ in told)
        roles = [one.role for one, _ in told if one.role in ("body", "standfirst", "context")]
        role = ("context" if roles[-1] == "context" else "body") if roles else role


def _apart(told: list[tuple[Judgement, Block]]) -> Iterator[list[tuple[Judgement, Row]]]:
    """Tables that follow each other at once; one that ends in a title has it below."""
    table = list[tuple[Judgement, Row]]()
    rows = [(judged, block.row) for judged, block in told if block.row]
    for index, (judged, row) in enumerate(rows):
        if row.names and not all(other.names for _, other in table) and index + 1 < len(rows):
            yield table
            table = []
        table.append((judged, row))
    yield table


def _told(table: list[tuple[Judgement, Row]], role: Role, language: str | None) -> Iterator[Judgement]:
    read = _table([row for _, row in table])
    if not read.is_data:
        yield from (judged for judged, _ in table)
    elif read.is_small:
        yield from _row_by_row(read, table, role)
    else:
        words = _LEFT_OUT.get((language or "en").partition("-")[0], _LEFT_OUT["en"])
        text = f"{words}: {read.title.rstrip('.')}." if read.title else f"{words}."
        yield Judgement(text, role, "word for a table", kind="table")
        yield from (judged for judged, _ in table)


def _table(rows: list[Row]) -> _Table:
    titles = list(filter(_is_title, rows))
    names = next((row for row in rows if row.names and row not in titles), Row(()))
    title = next((cell for row in titles for cell in row.cells if cell), "")
    return _Table(title, names.cells, tuple(row for row in rows if row != names and row not in titles))


def _row_by_row(read: _Table, table: list[tuple[Judgement, Row]], role: Role) -> Iterator[Judgement]:
    """Its title, wherever that stands, and its rows; the names of the columns are said with each value."""
    lines: tuple[int, ...] = ()
    for judged, row in sorted(table, key=lambda one: not _is_title(one[1])):
        lines += judged.lines
        if row.names and not _is_title(row):
            continue
        if text := read.title if row.names else _sentence(read.names, row.cells):
            yield replace(judged, text=text, role=role, rule="small table", lines=lines)
        else:
            yield replace(judged, lines=lines)
        lines = ()


def _is_title(row: Row) -> bool:
    return row.names and sum(map(bool, row.cells)) == 1


def _sentence(names: tuple[str, ...], cells: tuple[str, ...]) -> str:
    """
    >>> _sentence(("", "Seats", "Votes"), ("Greens", "3", "–"))
    'Greens · Seats: 3'
    """
    said = (
        (name.rstrip(":"), cell)
        for name, cell in zip(names, cells, strict=True)
        if any(map(str.isalnum, cell))
    )
    return " · ".join(f"{name}: {cell}" if name else cell for name, cell in said)
