import { expect, test } from 'vitest'
import { stereoOfSmiles } from '../../src/engine/index.js'
import type { CompiledSubstance } from '../../src/law/index.js'
import { RecordedDrawings } from '../../src/screen/recorded-drawings.js'
import { law, reader } from '../support/law.js'
import { inOrderOf, shuffled, v2000 } from '../support/rewrite.js'

const drawings = new RecordedDrawings(law)

interface Recognised {
  /** Undefined if nothing was found for certain. */
  readonly record: CompiledSubstance | null | undefined
  readonly inchi: string | undefined
  readonly theirs: string | undefined
  readonly inchikey: string | null
}

/** What the drawings find of a structure of one component, and what InChI says of it. */
export function recognised(smiles: string): Recognised {
  const stereo = stereoOfSmiles(smiles)
  return reader.read(smiles, (structure) => {
    const [component] = structure.molecule.components
    const found = stereo && drawings.find(structure.molecule, component!, stereo)
    return {
      record: found?.record,
      inchi: found?.identity.inchi,
      theirs: structure.identity(component!)?.inchi,
      inchikey: structure.inchikey,
    }
  })
}

/** The text with one stereo mark turned to the opposite, for each of its marks. */
function turned(smiles: string): string[] {
  const opposite: Readonly<Record<string, string>> = { '@': '@@', '@@': '@', '/': '\\', '\\': '/' }
  return [...smiles.matchAll(/@@?|[/\\]/g)].map(
    ({ 0: mark, index }) => smiles.slice(0, index) + opposite[mark] + smiles.slice(index + mark.length),
  )
}

/** @param every tests every n-th record that has stereo */
export function drawnStereo(every: number): void {
  const recorded = law.edition.substances
    .filter(({ smiles }) => smiles !== null && /[@/\\]/.test(smiles) && !smiles.includes('.'))
    .filter((_, i) => i % every === 0)

  test(`${recorded.length} records with stereo are recognised with their atoms in another order`, () => {
    let certain = 0
    for (const [i, { id, smiles, inchikey }] of recorded.entries()) {
      const text = inOrderOf(shuffled(v2000(smiles!), i + 1))
      const found = recognised(text)
      if (found.record === undefined) continue
      certain++
      expect(found.inchi, text).toBe(found.theirs)
      expect([found.record?.id, found.inchikey], text).toEqual([id, inchikey])
    }
    expect(certain / recorded.length).toBeGreaterThan(0.9)
  })

  test('with one mark turned they are not that record, unless the mark means nothing', () => {
    let other = 0
    for (const { smiles } of recorded) {
      for (const text of turned(smiles!)) {
        const found = recognised(text)
        if (found.record) expect(found.inchi, text).toBe(found.theirs)
        else other++
      }
    }
    expect(other).toBeGreaterThan(recorded.length)
  })

  test('without stereo they have the identity of a drawing without stereo', () => {
    let certain = 0
    for (const { smiles } of recorded) {
      const found = recognised(smiles!.replace(/[@/\\]/g, ''))
      if (found.record === undefined) continue
      certain++
      expect(found.inchi, smiles!).toBe(found.theirs)
    }
    expect(certain / recorded.length).toBeGreaterThan(0.9)
  })
}
