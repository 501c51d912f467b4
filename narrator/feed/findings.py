"""What a check found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a directory would refuse (an error) or would rather not see (a warning)."""

    severity: Literal["error", "warning"]
    where: str
    """A file, a part of a feed, or an address."""
    message: str
    source: str
    """Who asks for it."""

    def __str__(self) -> str:
        return f"{self.severity}: {self.where}: {self.message} [{self.source}]"


def finding_error(where: str, message: str, source: str) -> Finding:
    return Finding("error", where, message, source)


def finding_warning(where: str, message: str, source: str) -> Finding:
    return Finding("warning", where, message, source)


def errors_among(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.severity == "error")
