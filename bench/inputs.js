// Files for the bench, made of a corpus and of the records.
import { readFileSync, writeFileSync } from 'node:fs'
import initRDKit from '@rdkit/rdkit'

/** The structures of a SMILES file as an SD file, drawn by RDKit. Returns how many it drew. */
export async function writeSdFile(smilesFile, sdFile) {
  const rdkit = await initRDKit()
  const records = []
  for (const line of readFileSync(smilesFile, 'utf8').trim().split('\n')) {
    const [smiles, name] = line.split(' ')
    const mol = rdkit.get_mol(smiles)
    if (mol) records.push(`${name}${mol.get_molblock()}$$$$\n`)
    mol?.delete()
  }
  writeFileSync(sdFile, records.join(''))
  return records.length
}
