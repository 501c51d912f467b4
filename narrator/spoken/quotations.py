"""Quotations: which parts of a paragraph somebody else is speaking, in every typographic style."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAIRS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "‘’",
    "‹": "›",
    "「": "」",
    "『": "』",
    '"': '"',
    "'": "'",
}
"""What opens a quotation, and what may close it."""

_INSIDE_WORD = re.compile(r"\w['’]\w")
