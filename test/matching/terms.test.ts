import { describe, expect, it } from 'vitest'
import type { Item, Term } from '../../src/law/index.js'
import { cut, fitsItem } from '../support/groups.js'
import { edition, law, reader } from '../support/law.js'

/**
 * Attachment points of a group: a saturated or an aromatic carbon, or nitrogen, also in a ring, with its neighbours;
 * `*1*` means two aromatic neighbours.
 */
const rests = {
  saturated: ['C', [0]],
  aromatic: ['c1ccccc1', [0, 1, 2, 3, 4, 5]],
  nitrogen: ['N', [0]],
  ammonium: ['C[N+](C)(C)', [0, 1, 2, 3]],
  pyrrolidine: ['C1CCCN1', [0, 1, 2, 3, 4]],
} as const

/** Whether a group, written as SMILES with a leading `*` for the rest of the molecule, satisfies an item. */
function fits(
  group: string,
  item: Item,
  terms: ReadonlyMap<string, Term> = law.terms,
  rest: keyof typeof rests = 'saturated',
): boolean {
  const fused = group.startsWith('*1*')
  const [written, kept] = rests[fused ? 'aromatic' : rest]
  const smiles = fused ? group.replace(/^\*1\*/, 'c12ccccc1').replace(/1$/, '2') : group.replace(/^\*/, written)
  return reader.read(smiles, (structure) => {
    const pieces = cut(structure.molecule, structure.molecule.components[0]!, new Set(kept))
    // A hydrogen is not a group.
    return pieces.length === 1 && fitsItem(structure, terms, pieces[0]!, item) !== null
  })
}

// A group that bridges two atoms is matched and tested with its clause.
const hangsOnce = (group: string) => !/^\*\d|\*$/.test(group)
const examplesOf = (term: Term) =>
  [
    ...term.examples.in.map((g) => [term.id, g, true] as const),
    ...term.examples.out.map((g) => [term.id, g, false] as const),
  ].filter(([, g]) => hangsOnce(g))

describe('each term holds for its examples and not for its counter-examples', () => {
  const examples = edition.terms.flatMap(examplesOf)
  it.each(examples)('%s, %s: %s', (id, group, yes) => expect(fits(group, id)).toBe(yes))
})

describe('terms of a rule, likewise, on the carbon for which the rule has them', () => {
  for (const rule of edition.jurisdictions.flatMap((j) => j.rules)) {
    const own = new Map([...law.terms, ...(rule.terms ?? []).map((t) => [t.id, t] as const)])
    const examples = (rule.terms ?? []).flatMap(examplesOf)
    it.runIf(examples.length > 0).each(examples)(`${rule.id}, %s, %s: %s`, (id, group, yes) => {
      // An aromatic carbon takes single bonds only.
      const answers = group.startsWith('*=')
        ? [fits(group, id, own)]
        : [
            fits(group, id, own),
            fits(group, id, own, 'aromatic'),
            fits(group, id, own, 'nitrogen'),
            fits(group, id, own, 'ammonium'),
            fits(group, id, own, 'pyrrolidine'),
          ]
      expect(answers).toContain(yes)
    })
  }
})

describe('a use of a term can narrow it', () => {
  it.each<[string, Item, string, boolean]>([
    ['carbons up to a limit', { term: 'alkyl', carbons: { max: 3 } }, '*CCC', true],
    ['carbons above it', { term: 'alkyl', carbons: { max: 3 } }, '*CCCC', false],
    ['carbons from a minimum', { term: 'alkyl', carbons: { min: 2 } }, '*C', false],
    ['mass up to a limit', { term: 'alkyl', mass: { max: 30 } }, '*CC', true],
    ['mass above it', { term: 'alkyl', mass: { max: 29 } }, '*CC', false],
    ['an excepted term', { term: 'any-group', except: ['alkyl'] }, '*CC', false],
    ['an unexcepted term', { term: 'any-group', except: ['alkyl'] }, '*O', true],
    ['no further substitution', { term: 'aromatic-monocycle', further: 'none' }, '*c1ccccc1F', false],
    ['further substitution from a list', { term: 'aromatic-monocycle', further: ['halogen'] }, '*c1ccccc1F', true],
    [
      'further substitution outside the list',
      { term: 'aromatic-monocycle', further: ['halogen'] },
      '*c1ccc(F)cc1C',
      false,
    ],
  ])('%s', (_, item, group, yes) => {
    expect(fits(group, item)).toBe(yes)
  })
  it('every group further out is reported', () => {
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
