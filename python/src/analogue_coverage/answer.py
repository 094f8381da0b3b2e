"""Answers as data classes. `raw` has every field, as docs/output.md describes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Mapping, Optional, Sequence, Tuple

Raw = Mapping[str, Any]


@dataclass(frozen=True)
class Finding:
    """An entry or rule that concerns the structure."""

    kind: str
    #: The verdict that this finding gives by itself; None where it does not affect the verdict.
    counts: Optional[str]
    #: What the law calls the substance, or the title of the class rule.
    name: Optional[str]
    cite: Optional[str]
    url: Optional[str]
    #: First day in force, and first day no longer in force.
    first_day: Optional[str]
    end_day: Optional[str]
    control: Optional[str]
    #: Atoms of each clause of a class rule, by index in the input.
    clauses: Mapping[str, Tuple[int, ...]]
    #: Why it counts for less, or with a reservation.
    doubts: Tuple[str, ...]
    raw: Raw = field(repr=False)


@dataclass(frozen=True)
class Jurisdiction:
    code: str
    verdict: str
    findings: Tuple[Finding, ...]
    #: Open questions, where the verdict is undecided.
    questions: Tuple[str, ...]
    raw: Raw = field(repr=False)


@dataclass(frozen=True)
class Problem:
    """Why an input is unreadable."""

    code: str
    message: str
    position: Optional[int]


@dataclass(frozen=True)
class Answer:
    id: str
    input: str
    #: listed, class, undecided, uncontrolled or unreadable; of a set of structures also controlled or depends.
    verdict: str
    jurisdictions: Tuple[Jurisdiction, ...]
    problem: Optional[Problem]
    raw: Raw = field(repr=False)

    @property
    def controlled(self) -> Optional[bool]:
        """True for listed and class; None where that is not decided. False says only that nothing recorded covers it."""
        return {"listed": True, "class": True, "controlled": True, "uncontrolled": False}.get(self.verdict)

    def verdict_in(self, code: str) -> Optional[str]:
        """The verdict of one jurisdiction; None where it was not asked, or the input is unreadable."""
        return next((j.verdict for j in self.jurisdictions if j.code == code), None)


def answer_of(raw: Raw, order: Optional[Sequence[int]] = None) -> Answer:
    """An answer from a row. `order` gives, for each atom of the SMILES that was sent, its index in the molecule."""
    # Atoms of a structure that was looked up are not those of the input.
    own = order if (raw.get("lookup") or {}).get("structure") is None else None
    problem = raw.get("problem")
    return Answer(
        id=raw["id"],
        input=raw["input"],
        verdict=raw["verdict"],
        jurisdictions=tuple(_jurisdiction(j, own) for j in raw["jurisdictions"]),
        problem=None if problem is None else Problem(problem["code"], problem["message"], problem["position"]),
        raw=raw,
    )


def _jurisdiction(raw: Raw, order: Optional[Sequence[int]]) -> Jurisdiction:
    if not raw["findings"]:
        return Jurisdiction(raw["code"], raw["verdict"], (), (), raw)
    findings = tuple(_finding(f, order) for f in raw["findings"])
    questions = tuple(q for f in findings if f.counts == "undecided" for q in (f.doubts or _reads(f.raw)))
    return Jurisdiction(raw["code"], raw["verdict"], findings, questions, raw)


def _reads(raw: Raw) -> Tuple[str, ...]:
    return tuple(str(raw[key]) for key in ("reads", "why") if key in raw)[:1]


def _finding(raw: Raw, order: Optional[Sequence[int]]) -> Finding:
    return Finding(
        kind=raw["kind"],
        counts=raw["counts"],
        name=raw.get("nameInLaw") or raw.get("title"),
        cite=raw.get("cite"),
        url=raw.get("url"),
        first_day=raw.get("from"),
        end_day=raw.get("until"),
        control=raw.get("control"),
        clauses={c["id"]: _atoms(c["atoms"], order) for c in raw.get("clauses", ())},
        doubts=tuple(d["message"] for d in raw.get("doubts", ())),
        raw=raw,
    )


def _atoms(atoms: Sequence[int], order: Optional[Sequence[int]]) -> Tuple[int, ...]:
    return tuple(atoms if order is None else sorted(order[i] for i in atoms))
