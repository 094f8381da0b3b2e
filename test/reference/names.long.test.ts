import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readNames } from '../data/opsin.js'
import { sharedReader } from '../support/law.js'

const { medicines } = JSON.parse(readFileSync(new URL('medicines.json', import.meta.url), 'utf8')) as {
  medicines: { inn: string; chemical_name: string; smiles: string }[]
}

test('every medicine is drawn as OPSIN reads its systematic name', async () => {
  const reader = await sharedReader()
  const read = readNames(medicines.map((m) => m.chemical_name))
  const keyOf = (smiles: string) => reader.read(smiles, (structure) => structure.inchikey)
  const differing = medicines.flatMap(({ inn, smiles }, i) =>
    read[i] === null ? [`${inn}: not read`] : keyOf(read[i]!) === keyOf(smiles) ? [] : [`${inn}: ${read[i]}`],
  )
  expect(differing).toEqual([])
}, 120_000)
