"""Reads structures as JSON strings, one a line, with native RDKit; answers one JSON object a line."""
import json
import sys

from rdkit import Chem, RDLogger
from rdkit.Chem.rdMolDescriptors import CalcMolFormula

RDLogger.DisableLog("rdApp.*")


def has_loose_aromatics(text):
    """Whether a bond is drawn as aromatic and is none, which we refuse and RDKit reads in some way."""
    drawn = Chem.MolFromSmiles(text, sanitize=False)
    before = [bond.GetIsAromatic() for bond in drawn.GetBonds()]
    Chem.SanitizeMol(drawn)
    return any(was and not bond.GetIsAromatic() for was, bond in zip(before, drawn.GetBonds()))


def key_of(mol):
    """The InChIKey, null if it has none; "not made" where this version kekulizes again for it and fails."""
    try:
        return Chem.MolToInchiKey(mol) or None
    except Chem.KekulizeException:
        return "not made"


def read(text):
    block = "\n" in text
    mol = Chem.MolFromMolBlock(text, removeHs=False) if block else Chem.MolFromSmiles(text)
    if mol is None or mol.GetNumAtoms() == 0:
        return {"read": False}
    answer = {"read": True, "inchikey": key_of(mol), "formula": CalcMolFormula(mol)}
    return answer if block else {**answer, "loose": has_loose_aromatics(text)}


for line in sys.stdin:
    try:
        answer = read(json.loads(line))
    except Exception as error:  # RDKit throws for some mol blocks where it returns None for others
        answer = {"read": False, "error": str(error)[:200]}
    print(json.dumps(answer), flush=True)
