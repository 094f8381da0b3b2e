"""The same lookups in Python RDKit, one thread: what bench/run.js compares with.

check SMILES   reads, computes the InChIKey, looks it up among the recorded keys
batch FILE DAY for each line: reads, keeps the largest fragment, looks up the flat part of its
               InChIKey, and tries every scaffold pattern of the class rules in force that day
query FILE SMARTS
               for each line: reads, and asks whether it has the substructure
"""
import gzip
import json
import pathlib
import sys

from rdkit import Chem, RDLogger

RDLogger.DisableLog("rdApp.*")
EDITION = pathlib.Path(__file__).parent.parent / "dist" / "edition.json"


def check(edition, smiles):
    known = {s["inchikey"]: s["id"] for s in edition["substances"] if s.get("inchikey")}
    print(known.get(Chem.MolToInchiKey(Chem.MolFromSmiles(smiles)), "not recorded"))


def in_force(rule, day):
    return any((p["from"] is None or p["from"] <= day) and (p["until"] is None or day < p["until"]) for p in rule["periods"])


def batch(edition, path, day):
    flat = {s["inchikey"][:14] for s in edition["substances"] if s.get("inchikey")}
    rules = [r for j in edition["jurisdictions"] for r in j["rules"] if in_force(r, day)]
    texts = sorted({s["smarts"] for r in rules for s in r["scaffolds"]})
    patterns = [p for p in map(Chem.MolFromSmarts, texts) if p is not None]
    read = listed = fits = 0
    opened = gzip.open if path.endswith(".gz") else open
    with opened(path, "rt") as lines:
        for line in lines:
            mol = Chem.MolFromSmiles(line.split()[0]) if line.strip() else None
            if mol is None:
                continue
            read += 1
            if "." in line.split()[0]:
                mol = max(Chem.GetMolFrags(mol, asMols=True), key=lambda m: m.GetNumHeavyAtoms())
            listed += Chem.MolToInchiKey(mol)[:14] in flat
            fits += any([mol.HasSubstructMatch(p) for p in patterns])
    print(json.dumps({"read": read, "listed": listed, "scaffold": fits, "patterns": len(patterns)}))


def query(edition, path, smarts):
    pattern = Chem.MolFromSmarts(smarts)
    read = found = 0
    opened = gzip.open if path.endswith(".gz") else open
    with opened(path, "rt") as lines:
        for line in lines:
            mol = Chem.MolFromSmiles(line.split()[0]) if line.strip() else None
            read += mol is not None
            found += mol is not None and mol.HasSubstructMatch(pattern)
    print(json.dumps({"read": read, "found": found}))


if __name__ == "__main__":
    edition = json.loads(EDITION.read_text())
    {"check": check, "batch": batch, "query": query}[sys.argv[1]](edition, *sys.argv[2:])
