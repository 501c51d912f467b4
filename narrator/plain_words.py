"""What msgspec finds wrong with a value, said to somebody who does not program."""

from __future__ import annotations

import re

_KINDS = {
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "str": "text",
    "array": "a list",
    "object": "a group of keys",
    "null": "nothing",
}
_BOUNDS = {">=": "of at least", "<=": "of at most"}


def in_plain_words(message: str) -> str:
    """
    >>> in_plain_words("Expected `float` <= -9.0")
    'expected a number of at most -9.0'
    >>> in_plain_words("Expected `bool`, got `str`")
    'expected true or false, got text'
    >>> in_plain_words("Object missing required field `headline`")
    "'headline' is missing"
    >>> in_plain_words("Invalid enum value 'bogus'"), in_plain_words("Invalid RFC3339 encoded date")
    ("'bogus' is not among the values allowed", 'expected a date like 2023-01-27')
    """
    message = re.sub(r"^Object missing required field `(\w+)`", r"'\1' is missing", message)
    message = re.sub(r"^Invalid enum value (.+)", r"\1 is not among the values allowed", message)
    message = re.sub(r"^Invalid RFC3339 encoded date", "expected a date like 2023-01-27", message)
    message = re.sub(r" (>=|<=) ", lambda sign: f" {_BOUNDS[sign[1]]} ", message)
    message = re.sub(r"`(\w+)(?: \| null)?`", lambda kind: _KINDS.get(kind[1], kind[1]), message)
    return message[:1].lower() + message[1:]
