import { beforeAll, expect, test } from 'vitest'
import { groupsOf, type Molecule } from '../../src/chem/index.js'
import { fitIn, fitRule, type RuleOutcome } from '../../src/matching/index.js'
import { FastGraph, groupCounts, readSmiles, patternOf, NotSure, smallestRings } from '../../src/engine/index.js'
import { numbered } from '../../src/engine/smarts/encode.js'
import { wholeAnswer, testAtom } from '../support/answers.js'
import { SureGraph } from '../../src/screen/sure-graph.js'
import { findSurroundings } from '../../src/engine/smarts/surroundings.js'
import { law, reader } from '../support/law.js'
import { mutated, seeded } from '../support/mutate.js'

const rules = law.edition.jurisdictions.flatMap((j) => j.rules)

/** Rings, in canonical form, whatever the order of the rings and their atoms. */
export const text = (rings: readonly (readonly number[])[]) =>
  rings.map((ring) => [...ring].sort((a, b) => a - b).join()).sort()

/** A carbon chain with random ring closures. */
function ringed(pick: (n: number) => number): string {
  const closures = Array.from({ length: 10 + pick(34) }, (): string[] => [])
  for (let digit = 10, end = 11 + pick(5); digit < end; digit++) {
    const [a, b] = [pick(closures.length), pick(closures.length)]
    if (Math.abs(a - b) < 2 || closures[a]!.length > 1 || closures[b]!.length > 1) continue
    for (const atom of [a, b]) closures[atom]!.push(`%${digit}`)
  }
  return closures.map((own) => `C${own.join('')}`).join('')
}

/** Everything except how near a miss came. */
function asAnswer(outcome: RuleOutcome): RuleOutcome | { readonly fit: 'misses' } {
  return outcome.fit === 'misses' ? { fit: 'misses' } : outcome
}

function outcomeOf<T>(ask: () => T): T | null {
  try {
    return ask()
  } catch (error) {
    if (error instanceof NotSure) return null
    throw error
  }
}

/**
 * Compares the certain results of the fast reader with RDKit, on recorded and damaged structures.
 * @param every tests every n-th recorded structure, and proportionally fewer damaged or random ones
 */
export function comparedWithRdkit(every: number): void {
  let texts: string[]
  const most = Math.floor(3000 / every)
  /** Required minimum; in a small sample some may be missing by chance. */
  const enough = (all: number) => (every === 1 ? all : all / (4 * every))
  const recorded = law.edition.substances.flatMap((s) => (s.smiles === null ? [] : [s.smiles]))
  beforeAll(() => {
    texts = [...recorded.filter((_, i) => i % every === 0), ...mutated(recorded, most, 5)]
  })

  /** Each text that the fast reader is certain of, as read by it and by RDKit; returns how many there were. */
  function both(look: (graph: FastGraph, molecule: Molecule, text: string) => void, of = texts): number {
    const graph = new FastGraph()
    let read = 0
    for (const text of of) {
      if (!readSmiles(text, graph)) continue
      read++
      reader.read(text, (structure) => look(graph, structure.molecule, text))
    }
    return read
  }

  test('RDKit agrees on which atoms and bonds are aromatic', () => {
    let called = 0
    let sure = 0
    const read = both((graph, molecule, text) => {
      const known = molecule.atoms.map(
        (atom, a) => (graph.aromatic[a] === 2 ? null : graph.aromatic[a] === 1) ?? atom.aromatic,
      )
      expect(known, text).toEqual(molecule.atoms.map((atom) => atom.aromatic))
      called += graph.unclear === 0 ? 1 : 0
      for (let b = 0; b < graph.bonds; b++) {
        const bond = molecule.bonds.find(
          ({ a, b: end }) =>
            (a === graph.from[b] && end === graph.to[b]) || (a === graph.to[b] && end === graph.from[b]),
        )!
        if (graph.sureBond[b] === 1) expect(bond.aromatic, text).toBe(true)
        if (!graph.bondsAreSure) continue
        expect(bond.aromatic, text).toBe(graph.sureBond[b] === 1)
        if (graph.order[b] === 1 && !bond.aromatic) expect(bond.order, text).toBe(1)
      }
      sure += graph.bondsAreSure ? 1 : 0
    })
    expect(called / read).toBeGreaterThan(0.95)
    expect(sure / read).toBeGreaterThan(0.95)
  })

  test('the smallest rings, if certain, are those of RDKit', () => {
    let found = 0
    const read = both((graph, molecule, smiles) => {
      const rings = smallestRings(graph)
      if (!rings) return
      found++
      expect(text(rings), smiles).toEqual(text(molecule.rings))
    })
    expect(found / read).toBeGreaterThan(0.95)
  })

  test(`the rings of ${most} random ring systems, if certain, are those of RDKit`, () => {
    const random = seeded(11)
    const graph = new FastGraph()
    let large = 0
    for (let i = 0; i < most; i++) {
      const smiles = ringed((n) => Math.floor(random() * n))
      const rings = readSmiles(smiles, graph) ? smallestRings(graph) : null
      if (!rings) continue
      large += rings.some((ring) => ring.length > 8) ? 1 : 0
      expect(text(rings), smiles).toEqual(text(reader.read(smiles, ({ molecule }) => molecule.rings)))
    }
    expect(large).toBeGreaterThan(most / 2)
  })

  test('the result of a predicate for one environment holds for each atom with it', () => {
    const graph = new FastGraph()
    const shapes = [...law.terms.values(), ...rules.flatMap((rule) => rule.terms ?? [])].flatMap((term) => term.is)
    const smarts = [
      ...rules.flatMap((rule) => [
        ...rule.scaffolds.map((s) => s.smarts),
        ...(rule.open_words?.reaches ?? []).map((p) => p.smarts),
      ]),
      ...shapes.flatMap((s) => [s.root ?? [], s.core ?? [], s.every ?? [], s.some ?? [], s.none ?? []].flat()),
    ]
    const tests = smarts
      .flatMap((text) => patternOf(text)?.atoms.map((atom) => numbered(atom.test)) ?? [])
      .filter((t) => t.bySurroundings)
    const some = [...new Map(tests.map((t) => [t.id, t])).values()]
    expect(some.length).toBeGreaterThan(20)
    let yes = 0
    for (const text of texts.slice(0, most / 2)) {
      if (!readSmiles(text, graph)) continue
      findSurroundings(graph)
      for (const own of some) {
        for (let atom = 0; atom < graph.atoms; atom++) {
          const answer = testAtom(graph, atom, own.whole!)
          if (wholeAnswer(graph, atom, own) !== answer) expect.fail(`${text} ${atom} ${JSON.stringify(own.whole)}`)
          yes += answer === 1 ? 1 : 0
        }
      }
    }
    expect(yes).toBeGreaterThan(enough(1000))
  })

  test('the rule engine gives the same on a certain molecule as on that of RDKit', () => {
    let asked = 0
    let fits = 0
    const graph = new FastGraph()
    for (const [i, text] of texts.entries()) {
      const sure = readSmiles(text, graph) ? SureGraph.of(graph) : null
      if (!sure) continue
      const some = rules.filter((_, r) => (r + i) % 3 === 0)
      const mine = some.map((rule) =>
        outcomeOf(() =>
          sure.molecule.components.map((component) => asAnswer(fitRule(sure, component, rule, law.terms))),
        ),
      )
      const theirs = reader.read(text, (structure) =>
        some.map((rule) =>
          structure.molecule.components.map((component) => asAnswer(fitRule(structure, component, rule, law.terms))),
        ),
      )
      mine.forEach((outcome, r) => {
        if (outcome === null) return
        asked++
        fits += outcome.some(({ fit }) => fit !== 'misses') ? 1 : 0
        expect(outcome, `${some[r]!.id} ${text}`).toEqual(theirs[r])
      })
    }
    expect(asked).toBeGreaterThan(enough(10_000))
    expect(fits).toBeGreaterThan(enough(100))
  })

  test('certain imidic acids and enols are read as on the molecule of RDKit, as drawn and in tautomer form', () => {
    const graph = new FastGraph()
    const turned = texts
      .filter((_, i) => i % 4 === 0)
      .flatMap((text) =>
        [
          text.replace(/C\(=O\)N/, 'C(O)=N'),
          text.replace(/NC\(=O\)/, 'N=C(O)'),
          text.replace(/C\(=O\)N/, 'C([O-])=N'),
          text.replace(/CC\(=O\)/, 'C=C(O)'),
        ].filter((other) => other !== text),
      )
    let read = 0
    let fits = 0
    for (const text of turned) {
      const sure =
        readSmiles(text, graph) && SureGraph.of(graph) === null ? SureGraph.withTautomerForm(graph, () => true) : null
      if (!sure) continue
      read++
      const mine = rules.map((rule) =>
        outcomeOf(() => sure.molecule.components.map((component) => asAnswer(fitIn(sure, component, rule, law.terms)))),
      )
      const theirs = reader.read(text, (structure) => {
        expect(sure.tautomerForm === null, text).toBe(structure.tautomerForm === null)
        return rules.map((rule) =>
          structure.molecule.components.map((component) => asAnswer(fitIn(structure, component, rule, law.terms))),
        )
      })
      mine.forEach((outcome, r) => {
        if (outcome === null) return
        fits += outcome.some(({ fit }) => fit !== 'misses') ? 1 : 0
        expect(outcome, `${rules[r]!.id} ${text}`).toEqual(theirs[r])
      })
    }
    expect(read).toBeGreaterThan(enough(100))
    expect(fits).toBeGreaterThan(enough(100))
  })

  test('substances with the same functional groups have the same group counts', () => {
    const counts = new Map<string, string>()
    let pairs = 0
    both(
      (graph, molecule, text) => {
        const own = groupCounts(graph)
        if (own === null) return
        const { formula, loose } = groupsOf(molecule, molecule.components[0]!)
        const known = counts.get(`${formula} ${loose}`)
        if (known !== undefined) pairs++
        expect(own, text).toBe(known ?? own)
        counts.set(`${formula} ${loose}`, own)
        // In a small sample no two substances may have the same groups.
      },
      every === 1 ? texts : recorded,
    )
    expect(pairs).toBeGreaterThan(every === 1 ? 100 : 50)
  })
}
