import { describe, expect, it } from 'vitest'
import { NameIndex } from '../../src/identifiers/index.js'
import { edition } from '../support/law.js'

const names = new NameIndex(edition)

function found(text: string): string | null {
  const hit = names.find(text)
  return hit === null ? null : hit.kind === 'one' ? hit.lookup.substance : `several: ${hit.names.length}`
}

describe('inputs that are looked up as names', () => {
  it.each([
    ['4-ANPP', '4-anpp'],
    ['carfentanyl', 'carfentanil'],
    ['flakka', 'alpha-pvp'],
    ['α-PVP', 'alpha-pvp'],
    ['β‐hydroxyfentanyl', 'beta-hydroxyfentanyl'],
    ['Δ9-THC', 'delta-9-thc'],
    ['U-47,700', 'u-47700'],
    ['U 47700', 'u-47700'],
    ['jwh018', 'jwh-018'],
    ['5 meo dmt', '5-meo-dmt'],
    ['furanyl-fentanyl', 'furanylfentanyl'],
    ['Ecstasy', 'mdma'],
    ['437-38-7', 'fentanyl'],
    ['9821', 'acetylfentanyl'],
    ['氟胺酮', '2-fdck'],
  ])('%s', (text, id) => expect(found(text)).toBe(id))
  it.each(['C-C', 'CC12', 'CCO', 'c1ccccc1', 'C1CC1 propane', 'N-methylnothing', ''])('not %s', (text) =>
    expect(found(text)).toBeNull(),
  )
})
