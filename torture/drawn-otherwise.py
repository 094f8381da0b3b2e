"""Other drawings of a structure and of structures derived from it, made by native RDKit.

Reads JSON lines (a SMILES), writes one JSON line for each: a list of [base, drawing, kind]. A drawing has the standard
InChIKey of its base, except dative bonds and gem-diols, which are read as usual bonds and carbonyl groups, and metals
on carbon, which are read as ions.
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
# InChI takes a gem-diol for another compound, and cuts dative bonds and those of metals to carbon.
OF_OTHER_KEY = {"dative", "hydrate", "metal on carbon"}
METALS = {"Li": 1, "Na": 1, "K": 1, "Rb": 1, "Cs": 1, "Ag": 1, "Tl": 1, "Mg": 2, "Ca": 2, "Ba": 2, "Zn": 2, "Hg": 2}
ACIDS = {"Cl": "[Cl-]", "Br": "[Br-]", "OC(=O)C(F)(F)F": "[O-]C(=O)C(F)(F)F", "CS(=O)(=O)O": "CS(=O)(=O)[O-]"}
KINDS = ["charges", "charges", "walk", "walk", "walk", "walk", "salt", "salt", "metal", "metal on carbon"]
KINDS += ["tautomer", "imidic", "dative", "hydrate", "mixed"]

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


def written(rnd, mol, has_metal=False):
    """A SMILES, in half of the cases in a Kekulé form; None for what RDKit reads as a radical or not at all."""
    copy = Chem.Mol(mol)
    Chem.SanitizeMol(copy)
    if not has_metal and any(a.GetNumRadicalElectrons() for a in copy.GetAtoms()):
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


def changed(mol, charges, hydrogens=(), bonds=()):
    """A molecule with charges, hydrogens and orders of bonds changed by these amounts; None if that cannot be."""
    editable = Chem.RWMol(mol)
    for bond, change in bonds:
        drawn = editable.GetBondWithIdx(bond)
        order = ORDER[drawn.GetBondType()] + change
        if order not in TYPE:
            return None
        drawn.SetStereo(Chem.BondStereo.STEREONONE)
        drawn.SetBondType(TYPE[order])
    for atom, change in charges:
        editable.GetAtomWithIdx(atom).SetFormalCharge(editable.GetAtomWithIdx(atom).GetFormalCharge() + change)
    for atom, change in hydrogens:
        left = editable.GetAtomWithIdx(atom).GetNumExplicitHs() + change
        if left < 0:
            return None
        editable.GetAtomWithIdx(atom).SetNumExplicitHs(left)
    return editable.GetMol()


def acidic(mol):
    """Atoms that may lose a proton: hetero atoms, and carbon next to a carbonyl, cyano, nitro or sulfonyl group."""
    alpha = {m[0] for m in mol.GetSubstructMatches(Chem.MolFromSmarts("[C;!H0][C,N+,S]=,#[O,N]"))}
    with_hydrogen = [a for a in mol.GetAtoms() if a.GetNumExplicitHs() > 0]
    return [a for a in with_hydrogen if a.GetAtomicNum() in (7, 8, 16) or a.GetIdx() in alpha]


def basic(mol):
    """Atoms with a lone pair."""
    return [a for a in mol.GetAtoms() if a.GetAtomicNum() in (7, 8, 16) and a.GetFormalCharge() < 1] + [
        a for a in mol.GetAtoms() if a.GetAtomicNum() == 6 and a.GetFormalCharge() < 0
    ]


def proton(rnd, mol):
    """A proton from any atom to any other."""
    givers, takers = acidic(mol) + [a for a in mol.GetAtoms() if a.GetFormalCharge() > 0], basic(mol)
    if not givers or not takers:
        return mol
    giver, taker = rnd.choice(givers).GetIdx(), rnd.choice(takers).GetIdx()
    moves = [(giver, -1), (taker, 1)]
    return mol if giver == taker else changed(mol, moves, moves) or mol


def mesomer(rnd, mol):
    """The charge of an ion at another atom, and the double bonds between them moved."""
    ions = [a for a in mol.GetAtoms() if a.GetFormalCharge() in (1, -1)]
    if not ions:
        return mol
    ion = rnd.choice(ions)
    sign = ion.GetFormalCharge()
    found = []
    for bond in ion.GetBonds():
        far = bond.GetOtherAtom(ion)
        if (bond.GetBondType() == SINGLE) != (sign < 0):
            continue
        if sign < 0:
            found += [(path[1], [(bond.GetIdx(), 1), *path[0]]) for path in shifts(far, DOUBLE, {ion.GetIdx(), far.GetIdx()})]
        else:
            found += [(path[1], [(bond.GetIdx(), -1), *path[0]]) for path in shifts(far, SINGLE, {ion.GetIdx(), far.GetIdx()})]
    if not found:
        return mol
    end, bonds = rnd.choice(found)
    return changed(mol, [(ion.GetIdx(), -sign), (end, sign)], (), bonds) or mol


def shifts(atom, kind, seen):
    """Paths of two, four ... bonds from an ion, whose orders fall and rise by turns: (changes, end)."""
    for bond in atom.GetBonds():
        end = bond.GetOtherAtom(atom)
        if end.GetIdx() in seen or bond.GetBondType() != kind:
            continue
        change = (bond.GetIdx(), -1 if kind == DOUBLE else 1)
        if end.GetFormalCharge() == 0 and end.GetAtomicNum() in (ELECTRON_RICH if kind == DOUBLE else DONORS):
            yield [change], end.GetIdx()
        if len(seen) >= LONGEST_PATH:
            continue
        for further in end.GetBonds():
            far = further.GetOtherAtom(end)
            if far.GetIdx() in seen or (further.GetBondType() == DOUBLE) != (kind == SINGLE):
                continue
            for changes, last in shifts(far, kind, seen | {end.GetIdx(), far.GetIdx()}):
                yield [change, (further.GetIdx(), -1 if kind == SINGLE else 1), *changes], last


def imidic(rnd, mol):
    """An amide, carbamate, urea or lactam as its imidic acid."""
    found = mol.GetSubstructMatches(Chem.MolFromSmarts("[N;!H0]-[#6]=[O,S]"))
    if not found:
        return None
    nitrogen, carbon, oxygen = rnd.choice(found)
    bond = lambda a, b: mol.GetBondBetweenAtoms(a, b).GetIdx()  # noqa: E731
    return changed(
        mol, [], [(nitrogen, -1), (oxygen, 1)], [(bond(nitrogen, carbon), 1), (bond(carbon, oxygen), -1)]
    )


def walk(rnd, mol):
    """Protons and charges moved, and charges separated, some of each."""
    for _ in range(rnd.choice([1, 2, 2, 3, 4])):
        mol = rnd.choice([proton, proton, mesomer, separated, imidic])(rnd, mol) or mol
    return mol


def salt(rnd, mol):
    """A salt of an acid with its proton at some atom: (acid to add to the base, ion, its anion)."""
    acid, anion = rnd.choice(list(ACIDS.items()))
    # Hydrogen chloride, which is listed, beside the salt of a weaker acid is another mixture than that acid beside a
    # chloride.
    parts = Chem.GetMolFrags(mol) if acid == "Cl" else ()
    anions = {a for part in parts if net(mol, part) < 0 for a in part}
    takers = [a for a in basic(mol) if a.GetFormalCharge() == 0 and a.GetIdx() not in anions]
    if not takers:
        return None
    taker = rnd.choice(takers).GetIdx()
    ion = changed(mol, [(taker, 1)], [(taker, 1)])
    for _ in range(rnd.choice([0, 1, 1, 2])):
        ion = rnd.choice([mesomer, mesomer, proton, imidic])(rnd, ion) or ion
    return acid, ion, anion


def net(mol, atoms):
    return sum(mol.GetAtomWithIdx(a).GetFormalCharge() for a in atoms)


def deprotonated(rnd, mol, carbon):
    """Two drawings of an anion with a metal: as ions, and with the metal on an atom or the charge at another one."""
    givers = [a.GetIdx() for a in acidic(mol) if a.GetFormalCharge() == 0 and (a.GetAtomicNum() == 6) == carbon]
    if not givers:
        return None
    giver = rnd.choice(givers)
    metal, charge = rnd.choice(list(METALS.items()))
    if metal == "Hg" and carbon and any(b.GetBondType() == DOUBLE for b in mol.GetAtomWithIdx(giver).GetBonds()):
        # An aryl or alkenyl mercury chloride is another substance, not a salt.
        return None
    counter = ".[Cl-]" * (charge - 1)
    anion = changed(mol, [(giver, -1)], [(giver, -1)])
    sign = "+" if charge == 1 else f"+{charge}"
    base = f"{written(rnd, anion)}.[{metal}{sign}]{counter}"
    other = anion
    if not carbon and rnd.random() < 0.5:
        other = mesomer(rnd, other)
    ends = [a.GetIdx() for a in other.GetAtoms() if a.GetFormalCharge() == -1 and a.GetNeighbors() and not on_cation(a)]
    if not ends or (not carbon and rnd.random() < 0.4):
        return base, f"{written(rnd, other)}.[{metal}{sign}]{counter}"
    editable = Chem.RWMol(other)
    end = giver if giver in ends else rnd.choice(ends)
    held = Chem.Atom(metal)
    held.SetNoImplicit(True)
    at = editable.AddAtom(held)
    editable.AddBond(end, at, SINGLE)
    editable.GetAtomWithIdx(end).SetFormalCharge(0)
    for _ in range(charge - 1):
        editable.AddBond(at, editable.AddAtom(Chem.Atom(17)), SINGLE)
    return base, written(rnd, editable.GetMol(), True)


def on_cation(atom):
    return any(n.GetFormalCharge() > 0 for n in atom.GetNeighbors())


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
    "phosphate": "[OX2;H1:1]-[#6;!$(C=[O,S,N]):2]>>OP(=O)(O)-[O;H0:1]-[*:2]",
    "nicotinate": "[OX2;H1:1]-[#6;!$(C=[O,S,N]):2]>>c1ccncc1C(=O)-[O;H0:1]-[*:2]",
    "glycinate": "[OX2;H1:1]-[#6;!$(C=[O,S,N]):2]>>NCC(=O)-[O;H0:1]-[*:2]",
    "carbamic ester": "[OX2;H1:1]-[#6;!$(C=[O,S,N]):2]>>CNC(=O)-[O;H0:1]-[*:2]",
    "ether": "[OX2;H1:1]-[#6;!$(C=[O,S,N]):2]>>C-[O;H0:1]-[*:2]",
    "carbamate": "[N;H1,H2;+0:1]-[CX4:2]>>CC(C)(C)OC(=O)-[N:1]-[*:2]",
    "ethyl carbamate": "[N;H1,H2;+0:1]-[CX4:2]>>CCOC(=O)-[N:1]-[*:2]",
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
        kind = rnd.choice(KINDS)
        try:
            mol = kekule(base)
            if mol is None:
                continue
            made = None
            if kind == "salt":
                made = salt(rnd, mol)
                made = made and (f"{base}.{made[0]}", f"{written(rnd, made[1])}.{made[2]}")
            elif kind in ("metal", "metal on carbon"):
                made = deprotonated(rnd, mol, kind == "metal on carbon")
            if kind in ("salt", "metal", "metal on carbon"):
                if made is None or "None" in made[0] + str(made[1]):
                    continue
                base, mol = made[0], None
            read = Chem.MolFromSmiles(base)
            key = read and Chem.MolToInchiKey(read)
            if kind in ("walk", "imidic"):
                mol = (walk if kind == "walk" else imidic)(rnd, mol)
            if kind in ("tautomer", "mixed"):
                mol = tautomer(rnd, mol)
            if kind in ("dative", "mixed"):
                mol = dative(rnd, mol) or (mol if kind == "mixed" else None)
            if kind in ("charges", "mixed"):
                mol = separated(rnd, mol)
            if kind == "hydrate":
                mol = hydrate(rnd, mol)
            text = made[1] if made else None if mol is None else written(rnd, mol)
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
