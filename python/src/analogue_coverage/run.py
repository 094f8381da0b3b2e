"""What is true of all answers: the day, the edition of the law, and how old each law is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Mapping, Optional, Tuple


@dataclass(frozen=True)
class Law:
    code: str
    name: str
    records_from: Optional[str]
    #: Day up to which the law was reviewed.
    verified_through: str
    #: Whether that is more than a year before the day asked.
    long_ago: bool
    gaps: int


@dataclass(frozen=True)
class Run:
    #: Day of the law, YYYY-MM-DD.
    as_of: str
    edition: str
    sha256: str
    version: str
    laws: Tuple[Law, ...]
    #: What the answers do not say.
    notice: str
    raw: Mapping[str, Any] = field(repr=False)


def run_of(raw: Mapping[str, Any]) -> Run:
    laws = tuple(
        Law(j["code"], j["name"], j["recordsFrom"], j["verifiedThrough"], j["longAgo"], j["gaps"]) for j in raw["laws"]
    )
    edition = raw["edition"]
    return Run(raw["asOf"], edition["id"], edition["sha256"], raw["tool"]["version"], laws, raw["notice"], raw)
