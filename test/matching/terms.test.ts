import { describe, expect, it } from 'vitest'
import type { Item, Term } from '../../src/law/index.js'
import { cut, fitsItem } from '../../src/matching/index.js'
import { edition, law, reader } from '../support/law.js'

/** Whether a group, written as SMILES with a leading `*` for the rest of the molecule, satisfies an item. The rest is carbon here; behind `*1*` it is a benzene ring. */
function fits(group: string, item: Item, terms: ReadonlyMap<string, Term> = law.terms): boolean {
  const fused = group.startsWith('*1*')
  const smiles = fused ? group.replace(/^\*1\*/, 'c12ccccc1').replace(/1$/, '2') : group.replace(/^\*/, 'C')
  return reader.read(smiles, (structure) => {
    const pieces = cut(structure.molecule, structure.molecule.components[0]!, new Set(fused ? [0, 1, 2, 3, 4, 5] : [0]))
    // A hydrogen is no group at all.
    return pieces.length === 1 && fitsItem(structure, terms, pieces[0]!, item) !== null
  })
}

describe('each term holds for its examples and not for its counter-examples', () => {
  for (const term of edition.terms) {
    it.each(term.examples.in)(`${term.id}: %s`, (group) => expect(fits(group, term.id)).toBe(true))
    it.each(term.examples.out)(`${term.id} does not hold for %s`, (group) => expect(fits(group, term.id)).toBe(false))
  }
})

describe('terms of a rule, likewise', () => {
  for (const rule of edition.jurisdictions.flatMap((j) => j.rules)) {
    const own = new Map([...law.terms, ...(rule.terms ?? []).map((t) => [t.id, t] as const)])
    // A group that bridges two atoms has two stars, and is matched with its clause.
    const groups = (rule.terms ?? []).flatMap((t) => [...t.examples.in.map((g) => [t.id, g, true] as const), ...t.examples.out.map((g) => [t.id, g, false] as const)]).filter(([, g]) => !g.endsWith('*'))
    it.runIf(groups.length > 0).each(groups)(`${rule.id}, %s: %s is %s`, (id, group, yes) => expect(fits(group, id, own)).toBe(yes))
  }
})

describe('a use of a term can narrow it', () => {
  it.each<[string, Item, string, boolean]>([
    ['carbons up to a bound', { term: 'alkyl', carbons: { max: 3 } }, '*CCC', true],
    ['carbons beyond it', { term: 'alkyl', carbons: { max: 3 } }, '*CCCC', false],
    ['carbons from a bound', { term: 'alkyl', carbons: { min: 2 } }, '*C', false],
    ['mass up to a bound', { term: 'alkyl', mass: { max: 30 } }, '*CC', true],
    ['mass beyond it', { term: 'alkyl', mass: { max: 29 } }, '*CC', false],
    ['an excepted term', { term: 'any-group', except: ['alkyl'] }, '*CC', false],
    ['what is not excepted', { term: 'any-group', except: ['alkyl'] }, '*O', true],
    ['no further substitution', { term: 'aromatic-monocycle', further: 'none' }, '*c1ccccc1F', false],
    ['further substitution from a list', { term: 'aromatic-monocycle', further: ['halogen'] }, '*c1ccccc1F', true],
    ['further substitution outside the list', { term: 'aromatic-monocycle', further: ['halogen'] }, '*c1ccc(F)cc1C', false],
  ])('%s', (_, item, group, yes) => {
    expect(fits(group, item)).toBe(yes)
  })
  it('every group further out is told', () => {
    reader.read('*c1ccc(F)cc1C', (s) => {
      const piece = cut(s.molecule, s.molecule.components[0]!, new Set([0]))[0]!
      const hit = fitsItem(s, law.terms, piece, { term: 'phenyl', further: ['halogen', 'alkyl'] })
      expect(hit?.further.map((h) => h.atoms)).toEqual([[5], [8]])
    })
  })
  it('a term without a record is a programming error', () => {
    expect(() => fits('*C', 'nothing')).toThrow('nothing')
  })
})
