"""An input as a line for `coverage pipe`: text, an RDKit molecule, or fields such as smiles, cas and name."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Mapping, Optional, Sequence, Union

#: Text, fields, or an RDKit molecule. RDKit itself is not needed.
Input = Union[str, Mapping[str, Any], Any]


@dataclass(frozen=True)
class Request:
    line: bytes
    #: For each atom of the SMILES, its index in the molecule; None where the input was no molecule.
    order: Optional[Sequence[int]] = None


def request_of(value: Input) -> Request:
    """A value that is missing (None, NaN, pandas.NA) is an empty input, which is answered as unreadable."""
    if isinstance(value, str):
        return _request({"smiles": value})
    if isinstance(value, Mapping):
        return _request(value)
    if hasattr(value, "GetNumAtoms"):
        return _molecule(value)
    if value is None or value != value or type(value).__name__ == "NAType":
        return _request({"smiles": ""})
    raise TypeError(f"expected text, fields or an RDKit molecule, found {type(value).__name__}")


def _request(fields: Mapping[str, Any], order: Optional[Sequence[int]] = None) -> Request:
    # Lone surrogates, which a line of UTF-8 cannot hold, are written as JSON escapes.
    text = json.dumps(dict(fields), ensure_ascii=True, default=str)
    return Request(text.encode("ascii") + b"\n", order)


def _molecule(molecule: Any) -> Request:
    from rdkit import Chem

    # Canonical order is not needed, and takes most of the time.
    text = Chem.MolToSmiles(molecule, canonical=False)
    # A private property, which HasProp does not show on every release of RDKit.
    known = molecule.GetPropsAsDict(True, True).get("_smilesAtomOutputOrder", ())
    order = json.loads(known.replace(",]", "]")) if isinstance(known, str) else list(known)
    return _request({"smiles": text + _stereo_block(molecule, order)}, order)


def _stereo_block(molecule: Any, order: Sequence[int]) -> str:
    """Which stereo is relative or mixed, as CXSMILES says it; RDKit writes that in canonical order only."""
    place = {atom: i for i, atom in enumerate(order)}
    marks = {"STEREO_ABSOLUTE": "a", "STEREO_OR": "o", "STEREO_AND": "&"}
    groups = []
    for number, group in enumerate(molecule.GetStereoGroups(), 1):
        mark = marks[str(group.GetGroupType())]
        atoms = ",".join(str(place[atom.GetIdx()]) for atom in group.GetAtoms())
        if atoms:
            groups.append(f"{mark}{'' if mark == 'a' else number}:{atoms}")
    return f" |{','.join(groups)}|" if groups else ""
