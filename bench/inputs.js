// Files for the bench, made of a corpus and of the records.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import initRDKit from '@rdkit/rdkit'
import { blockOf, inOrderOf, ready, shuffledBlock } from '../torture/drawings.js'
import { seeded, shuffled } from '../torture/random.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const json = (path) => JSON.parse(readFileSync(`${root}${path}`, 'utf8'))

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

/**
 * A SMILES file full of hits: recorded substances, the examples of class rules and medicines, in an order that is always the same, one in
 * three with its atoms in another order. Returns how many.
 * @param times how often each structure is in it, in another order each time
 */
export async function writeHits(file, times = 1) {
  const random = seeded(20181130)
  const recorded = json('dist/edition.json').substances.flatMap(({ smiles }) => smiles ?? [])
  const examples = readdirSync(`${root}data`, { recursive: true })
    .filter((path) => path.endsWith('.examples.json'))
    .sort()
    .flatMap((path) => structuresIn(json(`data/${path}`)))
  const medicines = structuresIn(json('test/reference/medicines.json'))
  const lines = []
  for (let time = 0; time < times; time++)
    for (const [i, smiles] of shuffled(random, [...new Set([...recorded, ...examples, ...medicines])]).entries())
      lines.push(`${i % 3 === 0 ? await drawnAnew(smiles, random) : smiles} h${lines.length}`)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return lines.length
}

/** Every SMILES that a value holds. */
function structuresIn(value) {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, own]) =>
    key === 'smiles' && typeof own === 'string' ? [own] : structuresIn(own),
  )
}

/** The same structure with its atoms in another order; as it was where RDKit cannot draw it. */
async function drawnAnew(smiles, random) {
  await ready()
  const block = blockOf(smiles)
  return block === null || block.includes('V3000') ? smiles : (inOrderOf(shuffledBlock(block, random)) ?? smiles)
}
