"""Whether a chemical structure is controlled, per jurisdiction and day."""

from .answer import Answer, Finding, Jurisdiction, Problem
from .client import Coverage
from .errors import CoverageError, ProcessEnded, UnknownOption
from .run import Law, Run

__all__ = [
    "Answer",
    "Coverage",
    "CoverageError",
    "Finding",
    "Jurisdiction",
    "Law",
    "Problem",
    "ProcessEnded",
    "Run",
    "UnknownOption",
]
