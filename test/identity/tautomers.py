"""Reads SMILES as JSON strings, one a line; answers one JSON list a line: the other drawings that native RDKit makes of each.

Of each drawing: its SMILES, how it came about, and for tautomers which hydrogens moved.
"""
import json
import sys

from rdkit import Chem, RDLogger
from rdkit.Chem.MolStandardize import rdMolStandardize as standardize

RDLogger.DisableLog("rdApp.*")

MOST = int(sys.argv[1]) if len(sys.argv) > 1 else 40

enumerator = standardize.TautomerEnumerator()
enumerator.SetMaxTautomers(MOST)
enumerator.SetMaxTransforms(10 * MOST)
enumerator.SetRemoveSp3Stereo(False)
enumerator.SetRemoveBondStereo(False)
uncharger = standardize.Uncharger()


def moved(mol, other):
    """Whether hydrogens moved between hetero atoms only, between carbon and hetero atoms, or from carbon to carbon."""
    changes = [b.GetTotalNumHs() - a.GetTotalNumHs() for a, b in zip(mol.GetAtoms(), other.GetAtoms()) if a.GetAtomicNum() == 6]
    if not any(changes):
        return "hetero"
    return "keto" if min(changes) == 0 or max(changes) == 0 else "carbon"


def drawings(smiles):
    mol = Chem.MolFromSmiles(smiles)
    if mol is None:
        return []
    found = []

    def add(kind, other, hydrogens=None):
        text = Chem.MolToSmiles(other)
        if text != Chem.MolToSmiles(mol) and Chem.MolFromSmiles(text) is not None:
            found.append({"smiles": text, "by": kind, "moved": hydrogens})

    forms = enumerator.Enumerate(mol)
    for form in forms:
        add("tautomer", form, moved(mol, form))
    chosen = enumerator.PickCanonical(forms)
    add("canonical", chosen, moved(mol, chosen))
    inchi = Chem.MolToInchi(mol)
    trip = Chem.MolFromInchi(inchi) if inchi else None
    if trip is not None:
        add("inchi", trip)
    add("cleanup", standardize.Cleanup(mol))
    add("uncharged", uncharger.uncharge(Chem.Mol(mol)))
    return found


for line in sys.stdin:
    try:
        answer = drawings(json.loads(line))
    except Exception as error:
        answer = []
        print(f"{line.strip()}: {error}", file=sys.stderr)
    print(json.dumps(answer), flush=True)
