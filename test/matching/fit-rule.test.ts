import { describe, expect, it } from 'vitest'
import type { Item, Rule, Term } from '../../src/law/index.js'
import { fitRule, type RuleOutcome } from '../../src/matching/index.js'
import { law, reader } from '../support/law.js'
import { ruleOf } from '../support/records.js'

function fit(smiles: string, rule: Rule, component = 0, terms: ReadonlyMap<string, Term> = law.terms): RuleOutcome {
  return reader.read(smiles, (s) => fitRule(s, s.molecule.components[component]!, rule, terms))
}
const clause = ruleOf().clauses[0]!
const ids = (outcome: RuleOutcome) =>
  outcome.fit === 'misses' ? outcome.failure.why : outcome.clauses.map((c) => c.id).join('+')

describe('groups that replace hydrogens (many)', () => {
  const rule = ruleOf({ clauses: [clause, { ...clause, id: 'b', reads: 'halogen', with: ['halogen'] }] })
  it.each([
    ['the parent', 'Nc1ccccc1', 'fits', ''],
    ['one group', 'Nc1ccccc1C', 'fits', 'a'],
    ['two groups of one clause', 'Nc1c(C)cccc1CC', 'fits', 'a'],
    ['groups of two clauses', 'Nc1cc(F)ccc1C', 'fits', 'a+b'],
    ['a group that no clause allows', 'Nc1ccccc1O', 'misses', 'group not allowed'],
    ['one allowed, one not', 'Nc1cc(O)ccc1C', 'misses', 'group not allowed'],
    ['a group on an atom that is not a site', 'CNc1ccccc1', 'misses', 'no scaffold'],
    ['a ring closed between two sites', 'Nc1cccc2c1CCC2', 'misses', 'ring closed on the scaffold'],
    ['another scaffold', 'Oc1ccccc1', 'misses', 'no scaffold'],
  ])('%s', (_, smiles, outcome, by) => {
    const found = fit(smiles, rule)
    expect([found.fit, ids(found)]).toEqual([outcome, by])
  })
  it('each clause reports its own atoms, in input order', () => {
    expect(fit('FC1=CC(N)=C(CC)C=C1', rule)).toMatchObject({
      clauses: [
        { id: 'a', atoms: [6, 7] },
        { id: 'b', atoms: [0] },
      ],
    })
  })
  it('a miss reports the group, its site and how much was accounted for', () => {
    expect(fit('Nc1cc(OC)ccc1C', rule)).toEqual({
      fit: 'misses',
      failure: { why: 'group not allowed', sites: ['ring'], atoms: [4, 5] },
      accounted: 8,
    })
  })
  it('the closest embedding reports the failure, whichever amine is tried first', () => {
    const twice = fit('Nc1c(O)cc(N)cc1', rule)
    expect(twice).toMatchObject({ fit: 'misses', failure: { why: 'group not allowed' } })
  })
  it('only the given component is examined', () => {
    expect(fit('Nc1ccccc1C.Nc1ccccc1O', rule, 0).fit).toBe('fits')
    expect(fit('Nc1ccccc1C.Nc1ccccc1O', rule, 1).fit).toBe('misses')
  })
  it('a bond between scaffold atoms that is not in the scaffold is a closed ring', () => {
    const chain = ruleOf({
      scaffolds: [{ id: 'chain', smarts: '[CX4:1]-[CX4:2]-[CX4:3]', reads: 'propane' }],
      sites: [],
      clauses: [],
    })
    expect(fit('CCC', chain).fit).toBe('fits')
    expect(fit('C1CC1', chain)).toMatchObject({ fit: 'misses', failure: { why: 'ring closed on the scaffold' } })
  })
})

describe('one group at a site', () => {
  // An amide: the acyl group and the ring are on one nitrogen, and must be distinguished.
  const rule = ruleOf({
    scaffolds: [{ id: 'methylamide', smarts: '[NX3:1]-[CH3]', reads: 'N-methyl' }],
    sites: [
      { id: 'acyl', reads: 'acyl', on: [1], holds: 'one', parent: 'propionyl' },
      { id: 'ring', reads: 'ring', on: [1], holds: 'one', parent: 'phenyl' },
    ],
    clauses: [
      { id: '1', cite: '1', reads: 'another acyl', sites: ['acyl'], change: 'replace', with: ['acyl'] },
      { id: '2', cite: '2', reads: 'halogen on the phenyl', sites: ['ring'], change: 'substitute', with: ['halogen'] },
      {
        id: '3',
        cite: '3',
        reads: 'another ring',
        sites: ['ring'],
        change: 'replace',
        with: ['monocycle-other-than-phenyl'],
      },
    ],
    at_least: 1,
  })
  it.each([
    ['the parent meets no clause', 'CCC(=O)N(C)c1ccccc1', 'misses', 'parent unchanged'],
    ['replaced', 'CC(=O)N(C)c1ccccc1', 'fits', '1'],
    ['substituted on the parent group', 'CCC(=O)N(C)c1ccc(F)cc1', 'fits', '2'],
    ['replaced by another ring', 'CCC(=O)N(C)c1cccs1', 'fits', '3'],
    ['both', 'CC(=O)N(C)c1ccc(F)cc1', 'fits', '1+2'],
    ['substituted by a group that the clause does not list', 'CCC(=O)N(C)c1ccc(O)cc1', 'misses', 'group not allowed'],
    ['only hydrogen there', 'CNc1ccccc1', 'misses', 'nothing at site'],
    ['the order of drawing does not matter', 'c1ccc(F)cc1N(C)C(C)=O', 'fits', '1+2'],
    ['an acyl group with a phenyl substituent is still the acyl group', 'CN(c1ccccc1)C(=O)c1ccccc1', 'fits', '1'],
  ])('%s', (_, smiles, outcome, by) => {
    const found = fit(smiles, rule)
    expect([found.fit, ids(found)]).toEqual([outcome, by])
  })
  it('a substitution reports the substituent, a replacement the whole group', () => {
    expect(fit('CC(=O)N(C)c1ccc(F)cc1', rule)).toMatchObject({
      clauses: [
        { id: '1', atoms: [0, 1, 2] },
        { id: '2', atoms: [9] },
      ],
    })
  })
  it('the empty site is the one that no group there could fill', () => {
    expect(fit('CNc1ccccc1', rule)).toMatchObject({ failure: { why: 'nothing at site', sites: ['acyl'] } })
    expect(fit('CNC(=O)CC', rule)).toMatchObject({ failure: { why: 'nothing at site', sites: ['ring'] } })
  })
  it('a group attached by two bonds fills no site', () => {
    expect(fit('CN1C(=O)Cc2ccccc21', rule)).toMatchObject({
      failure: { why: 'ring closed on the scaffold', sites: ['acyl', 'ring'] },
    })
  })
})

describe('limits of a rule', () => {
  const many = (more: object) => ruleOf({ clauses: [{ ...clause, ...more }] })
  it.each([
    ['at most one change, one made', many({ at_most: 1 }), 'Nc1ccccc1C', 'fits', 'a'],
    ['at most one change, two made', many({ at_most: 1 }), 'Nc1c(C)cccc1C', 'misses', 'too many changes'],
    [
      'at least two clauses, one met',
      { ...ruleOf({ clauses: [clause, { ...clause, id: 'b', with: ['halogen'] }] }), at_least: 2 },
      'Nc1ccccc1C',
      'misses',
      'parent unchanged',
    ],
    [
      'at least two clauses, two met',
      { ...ruleOf({ clauses: [clause, { ...clause, id: 'b', with: ['halogen'] }] }), at_least: 2 },
      'Nc1cc(F)ccc1C',
      'fits',
      'a+b',
    ],
    [
      'all groups together within their limits',
      many({ total: { mass: { max: 30.1 }, carbons: { min: 2, max: 2 } } }),
      'Nc1c(C)cccc1C',
      'fits',
      'a',
    ],
    ['too heavy together', many({ total: { mass: { max: 30 } } }), 'Nc1c(C)cccc1C', 'misses', 'too large together'],
    [
      'too many carbons together',
      many({ total: { carbons: { max: 2 } } }),
      'Nc1c(C)cccc1CC',
      'misses',
      'too large together',
    ],
    [
      'too few carbons together',
      many({ total: { carbons: { min: 2 } } }),
      'Nc1ccccc1C',
      'misses',
      'too large together',
    ],
    ['without any such group', many({ total: { carbons: { min: 2 } } }), 'Nc1ccccc1', 'fits', ''],
    ['not heavier than the limit', { ...ruleOf(), mass: { max: 107.2 } }, 'Nc1ccccc1C', 'fits', 'a'],
    ['heavier than the limit', { ...ruleOf(), mass: { max: 107.1 } }, 'Nc1ccccc1C', 'misses', 'too heavy'],
  ] as const)('%s', (_, rule, smiles, outcome, by) => {
    const found = fit(smiles, rule)
    expect([found.fit, ids(found)]).toEqual([outcome, by])
  })
})

describe('a group that closes a ring', () => {
  const term: Term = {
    id: 'bridge',
    reads: 'x',
    is: [{ ends: 2, every: ['[CX4]'] }],
    examples: { in: ['*CC*'], out: ['*O*'] },
  }
  const sites = [
    { id: 'one', reads: 'x', on: [1, 2, 3], holds: 'many' as const },
    { id: 'other', reads: 'x', on: [4], holds: 'many' as const },
  ]
  // Cyclohexane, numbered around the ring.
  const scaffolds = [{ id: 'ring', smarts: '[C:1]1[C:2][C:3][C:4]CC1', reads: 'x' }]
  const bridging = (between: 'one atom' | 'neighbours' | 'different sites' | 'any atoms') =>
    ruleOf({
      scaffolds,
      sites,
      terms: [term],
      clauses: [{ ...clause, sites: ['one', 'other'], change: 'bridge', between, with: ['bridge'] }],
    })
  const drawings = {
    spiro: 'C1CCCCC12CCCC2',
    fused: 'C1CCCC2C1CCC2',
    bridged: 'C1CCC2CC1CCC2',
    opposite: 'C1CC2CCC1CCC2',
    hetero: 'C1CCCC2C1COC2',
  }
  it.each([
    ['one atom', ['spiro']],
    ['neighbours', ['fused']],
    // Only atom 4 has the other site: with its neighbour, with the atom after that, and opposite.
    ['different sites', ['fused', 'bridged', 'opposite']],
    ['any atoms', ['spiro', 'fused', 'bridged', 'opposite']],
  ] as const)('between %s: %j', (between, fitting) => {
    const fits = Object.entries(drawings).filter(([, smiles]) => fit(smiles, bridging(between)).fit === 'fits')
    expect(fits.map(([name]) => name)).toEqual(fitting)
  })
})

describe('readings', () => {
  const reading = (choice: 'covers' | 'does not cover' | 'open', more: readonly Item[] = []) =>
    ruleOf({
      clauses: [{ ...clause, with: [...more, { term: 'cycloalkyl', reading: 'r' }] }],
      readings: [{ id: 'r', question: 'x', choice, basis: 'x' }],
    })
  const smiles = 'Nc1ccccc1C1CC1'
  it('that cover: it fits, and the reading is named', () => {
    expect(fit(smiles, reading('covers'))).toMatchObject({ fit: 'fits', readings: ['r'] })
  })
  it('that are open: it is open, and the reading is named', () => {
    expect(fit(smiles, reading('open'))).toMatchObject({
      fit: 'open',
      readings: ['r'],
      because: 'readings',
      clauses: [{ id: 'a' }],
    })
  })
  it('that do not cover: it misses', () => {
    expect(fit(smiles, reading('does not cover'))).toMatchObject({
      fit: 'misses',
      failure: { why: 'group not allowed' },
    })
  })
  it('are not used if a plain term holds', () => {
    expect(fit(smiles, reading('open', ['any-group']))).toMatchObject({ fit: 'fits', readings: [] })
  })
  it('are not used if another clause needs none', () => {
    const rule = reading('open')
    const both = { ...rule, clauses: [...rule.clauses, { ...clause, id: 'b', with: ['any-group'] }] }
    expect(fit(smiles, both)).toMatchObject({ fit: 'fits', clauses: [{ id: 'b' }], readings: [] })
  })
  it('one open group among closed ones leaves the whole open', () => {
    expect(fit('Nc1cc(C)ccc1C1CC1', reading('open', ['alkyl']))).toMatchObject({ fit: 'open', readings: ['r'] })
  })
  it('a clause that needs another gives way if its group is, on an open reading, what that other allows', () => {
    const rule = reading('open', ['alkyl'])
    const both = {
      ...rule,
      clauses: [...rule.clauses, { ...clause, id: 'b', with: ['any-group'], counts: false as const, needs: ['a'] }],
    }
    expect(fit(smiles, both)).toMatchObject({ fit: 'open', readings: ['r'], clauses: [{ id: 'a' }] })
    expect(fit('Nc1cc(O)ccc1C1CC1', both)).toMatchObject({
      fit: 'open',
      readings: ['r'],
      clauses: [{ id: 'a' }, { id: 'b' }],
    })
    expect(fit('Nc1cc(C)ccc1C1CC1', both)).toMatchObject({
      fit: 'fits',
      readings: [],
      clauses: [{ id: 'a' }, { id: 'b' }],
    })
    expect(fit('Nc1ccccc1O', both)).toMatchObject({ fit: 'misses', failure: { why: 'other clause needed' } })
  })
})

describe('several embeddings of the scaffold', () => {
  const rule = ruleOf({
    scaffolds: [{ id: 'chain', smarts: '[NH2:1]-[CX4:2]-[CX4:3]', reads: 'ethylamine' }],
    sites: [
      { id: 'end', reads: 'end', on: [3], holds: 'one' },
      { id: 'beside', reads: 'beside', on: [2], holds: 'many' },
    ],
    clauses: [
      { id: 'p', cite: 'p', reads: 'phenyl at the end', sites: ['end'], change: 'replace', with: ['phenyl'] },
      { id: 'm', cite: 'm', reads: 'alkyl beside', sites: ['beside'], change: 'substitute', with: ['alkyl'] },
    ],
  })
  it('the one that fits is found, first or last in the drawing', () => {
    expect(ids(fit('CC(N)Cc1ccccc1', rule))).toBe('p+m')
    expect(ids(fit('c1ccccc1CC(C)N', rule))).toBe('p+m')
  })
  it('a symmetric molecule fits like an asymmetric one', () => {
    expect(ids(fit('Nc1c(C)cc(C)cc1C', ruleOf()))).toBe('a')
  })
  it('alternative scaffolds share their common sites', () => {
    const two = ruleOf({
      scaffolds: [
        ...ruleOf().scaffolds,
        { id: 'pyridine', smarts: '[NH2]-[c:1]1[c:2][c:3][n]([c:5][c:6]1)', reads: 'x' },
      ]
        .slice(0, 1)
        .concat({ id: 'pyridine', smarts: '[NH2]-[c:1]1[c:2][c:3][n][c:5][c:6]1', reads: 'aminopyridine' }),
    })
    expect(ids(fit('Nc1ccncc1C', two))).toBe('a')
    expect(ids(fit('Nc1ccncc1O', two))).toBe('group not allowed')
  })
})

describe('a search that reaches its limit is undecided, never a miss', () => {
  it('more embeddings than the limit', () => {
    const rule = ruleOf({
      scaffolds: [{ id: 'far', smarts: '[CX4:1].[CX4:2]', reads: 'any two carbons' }],
      sites: [],
      clauses: [],
    })
    expect(fit('C'.repeat(60), rule)).toMatchObject({ fit: 'open', because: 'bound' })
  })
  it('more assignments of groups to sites than the limit', () => {
    // Eight sites on one atom with many bonds are impossible; twelve on a chain of four are not.
    const sites = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'].map((id) => ({
      id,
      reads: id,
      on: [1, 2, 3, 4],
      holds: 'one' as const,
    }))
    const rule = ruleOf({
      scaffolds: [{ id: 'butane', smarts: '[CX4:1]-[CX4:2]-[CX4:3]-[CX4:4]', reads: 'butane' }],
      sites,
      clauses: [
        { id: 'h', cite: 'h', reads: 'halogen', sites: sites.map((s) => s.id), change: 'replace', with: ['nitro'] },
      ],
    })
    expect(fit('FC(F)(F)C(F)(F)C(F)(F)C(F)(F)F', rule)).toMatchObject({ fit: 'open', because: 'bound' })
  })
})
