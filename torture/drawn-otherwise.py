"""Other drawings of a structure and of structures derived from it, made by native RDKit.

Reads JSON lines (a SMILES), writes one JSON line for each: a list of [base, drawing, kind]. A drawing has the standard
InChIKey of its base, except dative bonds and gem-diols, which are read as usual bonds and carbonyl groups.
Usage: drawn-otherwise.py SEED EACH
"""

import json
import random
import sys

from rdkit import Chem, RDLogger
from rdkit.Chem import AllChem
from rdkit.Chem.MolStandardize import rdMolStandardize

RDLogger.DisableLog("rdApp.*")
SINGLE, DOUBLE, TRIPLE = Chem.BondType.SINGLE, Chem.BondType.DOUBLE, Chem.BondType.TRIPLE
ORDER = {SINGLE: 1, DOUBLE: 2, TRIPLE: 3}
TYPE = {order: kind for kind, order in ORDER.items()}
ELECTRON_POOR = {6, 14, 15, 16, 33, 34}
ELECTRON_RICH = {6, 7, 8, 16, 34}
DONORS = {7, 8, 9, 16, 17, 35, 53}
LONGEST_PATH = 8
MOST_TAUTOMERS = 30
# InChI takes a gem-diol for another compound, and cuts a dative bond.
OF_OTHER_KEY = {"dative", "hydrate"}

enumerator = rdMolStandardize.TautomerEnumerator()
enumerator.SetMaxTautomers(MOST_TAUTOMERS)
enumerator.SetRemoveSp3Stereo(False)
enumerator.SetRemoveBondStereo(False)


def kekule(smiles):
    """A molecule with all bond orders and hydrogens explicit; None if it cannot be read."""
    mol = Chem.MolFromSmiles(smiles)
    if mol is None:
        return None
    Chem.Kekulize(mol, clearAromaticFlags=True)
    for atom in mol.GetAtoms():
        hydrogens = atom.GetTotalNumHs()
        atom.SetNoImplicit(True)
        atom.SetNumExplicitHs(hydrogens)
    return mol


def written(rnd, mol):
    """A SMILES, in half of the cases in a Kekulé form; None for what RDKit reads as a radical or not at all."""
    copy = Chem.Mol(mol)
    Chem.SanitizeMol(copy)
    if any(a.GetNumRadicalElectrons() for a in copy.GetAtoms()):
        return None
    if rnd.random() < 0.5:
        return Chem.MolToSmiles(copy)
    Chem.Kekulize(copy, clearAromaticFlags=True)
    return Chem.MolToSmiles(copy, kekuleSmiles=True)


def pairs(mol):
    """Charges that can be separated: (cation, anion, [(bond, change of its order)])."""
    found = []
    for bond in mol.GetBonds():
        ends = (bond.GetBeginAtom(), bond.GetEndAtom())
        for one, other in (ends, ends[::-1]):
            if one.GetFormalCharge() != 0:
                continue
            if bond.GetBondType() in (DOUBLE, TRIPLE):
                takes = other.GetAtomicNum() in ELECTRON_RICH and other.GetFormalCharge() == 0
                if takes and one.GetAtomicNum() in ELECTRON_POOR:
                    found.append((one.GetIdx(), other.GetIdx(), [(bond.GetIdx(), -1)]))
            elif bond.GetBondType() == SINGLE and one.GetAtomicNum() in DONORS:
                seen = {one.GetIdx(), other.GetIdx()}
                found += [(one.GetIdx(), *path) for path in paths(other, [(bond.GetIdx(), 1)], seen)]
    return found


def paths(atom, path, seen):
    for double in atom.GetBonds():
        end = double.GetOtherAtom(atom)
        if end.GetIdx() in seen or double.GetBondType() not in (DOUBLE, TRIPLE):
            continue
        along = path + [(double.GetIdx(), -1)]
        if end.GetAtomicNum() in ELECTRON_RICH and end.GetFormalCharge() == 0:
            yield end.GetIdx(), along
        if len(along) >= LONGEST_PATH or end.GetAtomicNum() != 6:
            continue
        for single in end.GetBonds():
            far = single.GetOtherAtom(end)
            if single.GetBondType() == SINGLE and far.GetIdx() not in seen and far.GetAtomicNum() in (6, 7):
                yield from paths(far, along + [(single.GetIdx(), 1)], seen | {end.GetIdx(), far.GetIdx()})


def separated(rnd, mol):
    """One to three pairs of charges at a time."""
    for _ in range(rnd.choice([1, 1, 2, 3])):
        found = pairs(mol)
        if not found:
            return mol
        cation, anion, path = rnd.choice(found)
        editable = Chem.RWMol(mol)
        for bond, change in path:
            drawn = editable.GetBondWithIdx(bond)
            drawn.SetStereo(Chem.BondStereo.STEREONONE)
            drawn.SetBondType(TYPE[ORDER[drawn.GetBondType()] + change])
        for atom, charge in ((cation, 1), (anion, -1)):
            editable.GetAtomWithIdx(atom).SetFormalCharge(editable.GetAtomWithIdx(atom).GetFormalCharge() + charge)
        mol = editable.GetMol()
    return mol


def tautomer(rnd, mol):
    copy = Chem.Mol(mol)
    Chem.SanitizeMol(copy)
    forms = list(enumerator.Enumerate(copy))
    return kekule(Chem.MolToSmiles(rnd.choice(forms)))


def dative(rnd, mol):
    """A double bond of sulfur or phosphorus to oxygen, or an N-oxide, as an arrow."""
    bonds = [
        (bond, one, other)
        for bond in mol.GetBonds()
        for one, other in ((bond.GetBeginAtom(), bond.GetEndAtom()), (bond.GetEndAtom(), bond.GetBeginAtom()))
        if other.GetAtomicNum() in (8, 16)
        and (
            (one.GetAtomicNum() in (15, 16) and bond.GetBondType() == DOUBLE)
            or (one.GetFormalCharge() == 1 and other.GetFormalCharge() == -1)
        )
    ]
    if not bonds:
        return None
    bond, one, other = rnd.choice(bonds)
    editable = Chem.RWMol(mol)
    editable.RemoveBond(one.GetIdx(), other.GetIdx())
    editable.AddBond(one.GetIdx(), other.GetIdx(), Chem.BondType.DATIVE)
    for atom in (one, other):
        editable.GetAtomWithIdx(atom.GetIdx()).SetFormalCharge(0)
    editable.GetAtomWithIdx(other.GetIdx()).SetNoImplicit(False)
    return editable.GetMol()


def hydrate(rnd, mol):
    """A ketone or aldehyde as its gem-diol."""
    found = mol.GetSubstructMatches(Chem.MolFromSmarts("[CX3;$(C([#6,#1])[#6]);!$(C~[N,O,S;!$(O=C)])]=[OX1]"))
    if not found:
        return None
    carbon, oxygen = rnd.choice(found)
    editable = Chem.RWMol(mol)
    editable.GetBondBetweenAtoms(carbon, oxygen).SetBondType(SINGLE)
    editable.GetAtomWithIdx(oxygen).SetNumExplicitHs(1)
    water = Chem.Atom(8)
    water.SetNoImplicit(True)
    water.SetNumExplicitHs(1)
    editable.AddBond(carbon, editable.AddAtom(water), SINGLE)
    return editable.GetMol()


DERIVATIONS = {
    "ester": "[OX2;H1:1]-[#6;!$(C=[O,S,N]):2]>>CC(=O)-[O;H0:1]-[*:2]",
    "ether": "[OX2;H1:1]-[#6;!$(C=[O,S,N]):2]>>C-[O;H0:1]-[*:2]",
    "ring isomer": "[c:1](-[!#1:3]):[cH:2]>>[cH:1]:[c;H0:2]-[*:3]",
    "homologue": "[N;H1,H2;+0:1]-[CX4:2]>>C-[N:1]-[*:2]",
}
REACTIONS = [AllChem.ReactionFromSmarts(text) for text in DERIVATIONS.values()]


def derived(rnd, smiles):
    """An ester, ether, ring isomer or homologue of a structure; the structure itself if it has none."""
    mol = Chem.MolFromSmiles(smiles)
    products = []
    for reaction in REACTIONS:
        products += [p for (p,) in reaction.RunReactants((mol,), 20)]
    rnd.shuffle(products)
    for product in products:
        try:
            Chem.SanitizeMol(product)
            text = Chem.MolToSmiles(product)
            if Chem.MolFromSmiles(text) is not None and "." not in text.replace(smiles, ""):
                return text
        except Exception:
            continue
    return smiles


def drawings(rnd, smiles, each):
    for i in range(each):
        base = derived(rnd, smiles) if i % 2 else smiles
        kind = rnd.choice(["charges", "charges", "charges", "tautomer", "dative", "hydrate", "mixed"])
        try:
            mol = kekule(base)
            if mol is None:
                continue
            key = Chem.MolToInchiKey(Chem.MolFromSmiles(base))
            if kind in ("tautomer", "mixed"):
                mol = tautomer(rnd, mol)
            if kind in ("dative", "mixed"):
                mol = dative(rnd, mol) or (mol if kind == "mixed" else None)
            if kind in ("charges", "mixed"):
                mol = separated(rnd, mol)
            if kind == "hydrate":
                mol = hydrate(rnd, mol)
            text = None if mol is None else written(rnd, mol)
            if text is None or text == base:
                continue
            again = Chem.MolFromSmiles(text)
            if again is not None and (kind in OF_OTHER_KEY or Chem.MolToInchiKey(again) == key):
                yield [base, text, kind]
        except Exception:
            continue


def main():
    seed, each = int(sys.argv[1]), int(sys.argv[2])
    rnd = random.Random(seed)
    for line in sys.stdin:
        smiles = json.loads(line)
        made = [] if Chem.MolFromSmiles(smiles) is None else list(drawings(rnd, smiles, each))
        print(json.dumps(made), flush=True)


main()
