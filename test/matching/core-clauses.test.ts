import { beforeAll, describe, expect, test } from 'vitest'
import type { Reader } from '../../src/chem/index.js'
import type { Rule } from '../../src/law/index.js'
import { rule as ruleSchema } from '../../src/law/authoring.js'
import { fitRule } from '../../src/matching/index.js'
import { withNamedReadings } from '../../src/matching/classes/outcome.js'
import { sharedReader } from '../support/law.js'

let reader: Reader
beforeAll(async () => {
  reader = await sharedReader()
})

/** Toluene as parent; pyridine in place of the benzene ring is a change of the scaffold itself. */
const rule: Rule = ruleSchema.parse({
  id: 'x-methylarenes',
  title: 'Methylarenes',
  control: 'drug',
  reads: ['made for this test'],
  periods: [{ from: '2020-01-01', until: null, cite: 'none', status: 'in force' }],
  scaffolds: [
    { id: 'benzene', smarts: 'c1ccc[c:1]c1-[CX4H3]', reads: 'toluene' },
    { id: 'pyridine', smarts: 'n1ccc[c:1]c1-[CX4H3]', reads: '2-methylpyridine', meets: ['ring'] },
  ],
  sites: [{ id: 'ortho', reads: 'beside the methyl', on: [1], holds: 'many' }],
  clauses: [
    { id: 'ring', cite: '1', reads: 'pyridine in place of the ring', sites: [], change: 'core', with: [] },
    {
      id: 'ortho',
      cite: '2',
      reads: 'anything beside the methyl',
      sites: ['ortho'],
      change: 'substitute',
      with: ['any'],
      needs: ['ring'],
    },
  ],
  terms: [{ id: 'any', reads: 'any group', is: [{ bond: 'any' }], examples: { in: ['*C'], out: ['*[H]'] } }],
  at_least: 1,
  leaves_out: [],
  readings: [{ id: 'named', question: 'q', choice: 'open', basis: 'b', substances: ['the-one'] }],
})

const fit = (smiles: string) =>
  reader.read(smiles, (structure) => fitRule(structure, structure.molecule.components[0]!, rule, new Map()))

describe('a scaffold that depends on a reading', () => {
  const onReading = (choice: 'covers' | 'does not cover' | 'open') => {
    const [benzene, pyridine] = rule.scaffolds
    const drawn: Rule = {
      ...rule,
      scaffolds: [benzene!, { ...pyridine!, reading: 'drawing' }],
      readings: [{ id: 'drawing', question: 'q', choice, basis: 'b' }],
    }
    return reader.read('Cc1ccccn1', (s) => fitRule(s, s.molecule.components[0]!, drawn, new Map()))
  }
  test('is undecided while the reading is open', () => {
    expect(onReading('open')).toMatchObject({ fit: 'open', because: 'readings', readings: ['drawing'] })
  })
  test('fits, and names the reading, if that covers it', () => {
    expect(onReading('covers')).toMatchObject({ fit: 'fits', readings: ['drawing'] })
  })
  test('does not fit if the reading does not cover it', () => {
    expect(onReading('does not cover')).toMatchObject({ fit: 'misses' })
  })
})

describe('a clause met by the scaffold itself', () => {
  test('is met with the atoms of the scaffold', () => {
    expect(fit('Cc1ccccn1')).toEqual({
      fit: 'fits',
      clauses: [{ id: 'ring', atoms: [0, 1, 2, 3, 4, 5, 6] }],
      readings: [],
    })
  })
  test('opens a clause that needs it', () => {
    expect(fit('Cc1ncccc1F')).toMatchObject({ fit: 'fits', clauses: [{ id: 'ring' }, { id: 'ortho', atoms: [7] }] })
    expect(fit('Cc1ccccc1F')).toMatchObject({ fit: 'misses', failure: { why: 'other clause needed', clause: 'ortho' } })
  })
  test('is not met by a scaffold that does not meet it', () => {
    expect(fit('Cc1ccccc1')).toMatchObject({ fit: 'misses', failure: { why: 'parent unchanged' } })
  })
})

describe('a rule without sites or groups for a clause that is not a core', () => {
  test('is a bad record', () => {
    expect(ruleSchema.safeParse({ ...rule, clauses: [{ ...rule.clauses[0]!, change: 'replace' }] }).success).toBe(false)
  })
})

describe('readings on named substances', () => {
  test('open for the named one only', () => {
    const fits = fit('Cc1ccccn1')
    expect(withNamedReadings(fits, rule, new Set(['the-one']), 7)).toMatchObject({
      fit: 'open',
      because: 'readings',
      readings: ['named'],
    })
    expect(withNamedReadings(fits, rule, new Set(['another']), 7)).toBe(fits)
  })
  test('a miss stays a miss', () => {
    expect(withNamedReadings(fit('Cc1ccccc1'), rule, new Set(['the-one']), 7)).toMatchObject({ fit: 'misses' })
  })
})
