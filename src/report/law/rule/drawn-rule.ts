import type { Reader, Drawing, Structure } from '../../../chem/index.js'
import type { Records, Rule, RuleExamples } from '../../../law/index.js'
import { fitRule, scaffoldPlaceIn, type RuleOutcome, type ScaffoldPlace } from '../../../matching/index.js'
import type { RulePage } from './rule-page.js'
import { background } from '../../drawing/picture.js'
import { letterOf, sheetSvg, type Figure } from '../../drawing/sheet.js'

type Example = RuleExamples[keyof RuleExamples][number]

/** An example of a rule that has a structure. */
interface DrawnExample {
  readonly name: string
  readonly why: string
  readonly read: <T>(use: (structure: Structure) => T) => Promise<T>
}

const mostPerGroup = 4

/**
 * The picture on the page of a class, as SVG, of its latest version: the scaffold with its sites, then some examples
 * inside and outside the class, and undecided ones. Null if there is nothing to draw. A class may have hundreds of
 * examples, so no more are judged and drawn than are shown.
 */
export async function drawnRule(
  reader: Reader,
  { rules }: RulePage,
  examples: ReadonlyMap<string, RuleExamples>,
  { substances, terms }: Pick<Records, 'substances' | 'terms'>,
): Promise<string | null> {
  const rule = rules[0]!
  const structures = new Map(substances.map(({ id, smiles }) => [id, smiles]))
  const shared = new Map(terms.map((term) => [term.id, term]))
  const ready = async <T>(smiles: string, use: (structure: Structure) => T) => {
    await reader.ready()
    return reader.read(smiles, use)
  }
  const drawn = (own: readonly Example[] = []): DrawnExample[] =>
    own.flatMap(({ substance, name, smiles, why }) => {
      const of = smiles ?? structures.get(substance ?? '') ?? null
      return of === null ? [] : [{ name: substance ?? name!, why, read: (use) => ready(of, use) }]
    })
  const outcomeOf = (structure: Structure) => {
    const outcomes = structure.molecule.components.map((component) => fitRule(structure, component, rule, shared))
    return outcomes.find(({ fit }) => fit !== 'misses') ?? outcomes[0]!
  }
  const placeIn = (structure: Structure) => scaffoldPlaceIn(structure, rule, shared)
  const outside: MakeFigure = (example, structure) => outsideFigure(example, structure, outcomeOf(structure))
  const own = examples.get(rule.id)
  const [fits, misses] = [drawn(own?.fits), drawn(own?.misses)]
  const groups = [
    { title: 'Scaffold and sites', figures: await scaffoldFigures(rule, [...fits, ...misses], placeIn) },
    { title: 'Inside the class', figures: await insideFigures(rule, fits, outcomeOf) },
    { title: 'Undecided', figures: await firstFigures(drawn(own?.unsettled), figureOf) },
    { title: 'Outside the class', figures: await firstFigures(misses, outside) },
  ].filter(({ figures }) => figures.length > 0)
  return groups.length === 0 ? null : sheetSvg(`${rule.title} (${rule.id})`, groups)
}

type MakeFigure = (example: DrawnExample, structure: Structure) => Figure | null

/** Figures of the first examples that have one. */
async function firstFigures(examples: readonly DrawnExample[], make: MakeFigure, most = mostPerGroup) {
  const figures: Figure[] = []
  for (const example of examples) {
    if (figures.length === most) break
    const figure = await example.read((structure) => make(example, structure))
    if (figure) figures.push(figure)
  }
  return figures
}

/** Some examples inside the class; those that show a clause for the first time come first. */
async function insideFigures(
  rule: Rule,
  fits: readonly DrawnExample[],
  outcomeOf: (structure: Structure) => RuleOutcome,
): Promise<Figure[]> {
  const shown = new Set<string>()
  const rest: DrawnExample[] = []
  const first = await firstFigures(fits, (example, structure) => {
    const outcome = outcomeOf(structure)
    const ids = outcome.fit === 'misses' ? [] : outcome.clauses.map(({ id }) => id)
    const isNew = ids.some((id) => !shown.has(id))
    for (const id of ids) shown.add(id)
    if (isNew) return insideFigure(rule, example, structure, outcome)
    rest.push(example)
    return null
  })
  const make: MakeFigure = (example, structure) => insideFigure(rule, example, structure, outcomeOf(structure))
  return [...first, ...(await firstFigures(rest, make, mostPerGroup - first.length))]
}

/** Drawn on the parent if it is an example, else on the example (best inside the class) with the fewest embeddings. */
async function scaffoldFigures(
  rule: Rule,
  examples: readonly DrawnExample[],
  placeIn: (structure: Structure) => ScaffoldPlace | null,
): Promise<Figure[]> {
  const rank = ({ place }: { place: ScaffoldPlace }) =>
    place.ways + 1000 * rule.scaffolds.findIndex(({ id }) => id === place.scaffold)
  const having: { example: DrawnExample; place: ScaffoldPlace }[] = []
  const isParent = ({ name }: DrawnExample) => name === rule.parent
  for (const example of examples.toSorted((a, b) => Number(isParent(b)) - Number(isParent(a)))) {
    const place = await example.read(placeIn)
    if (place) having.push({ example, place })
    if (place && isParent(example)) break
  }
  const [best] = having.sort((a, b) => rank(a) - rank(b))
  if (!best) return []
  return firstFigures([best.example], ({ name }, s) => s.drawing && scaffoldFigure(rule, name, s.drawing, best.place))
}

function scaffoldFigure(rule: Rule, name: string, drawing: Drawing, { scaffold, atoms, sites }: ScaffoldPlace): Figure {
  const reads = new Map(rule.sites.map((site) => [site.id, site.reads]))
  return {
    name: rule.scaffolds.find(({ id }) => id === scaffold)!.reads,
    lines: [`Shown in ${name}. A site is marked on the scaffold atoms that bear its groups.`],
    drawing,
    marks: [atoms, ...sites.map((site) => site.atoms)],
    colours: [background, ...sites.map((_, i) => i % background)],
    letters: ['', ...sites.map((_, i) => letterOf(i))],
    legend: ['scaffold', ...sites.map(({ id }) => `site ${id}: ${reads.get(id)}`)],
  }
}

function insideFigure(rule: Rule, example: DrawnExample, structure: Structure, outcome: RuleOutcome): Figure | null {
  const clauses = outcome.fit === 'misses' ? [] : outcome.clauses.filter(({ atoms }) => atoms.length > 0)
  const reads = new Map(rule.clauses.map((clause) => [clause.id, clause.reads]))
  const legend = clauses.map(({ id }) => (reads.has(id) ? `${id}: ${reads.get(id)}` : id))
  return figureOf(example, structure, { marks: clauses.map(({ atoms }) => atoms), legend })
}

function outsideFigure(example: DrawnExample, structure: Structure, outcome: RuleOutcome): Figure | null {
  const atoms = outcome.fit === 'misses' && 'atoms' in outcome.failure ? outcome.failure.atoms : []
  return figureOf(example, structure, atoms.length > 0 ? { marks: [atoms], legend: ['decisive atoms'] } : {})
}

function figureOf({ name, why }: DrawnExample, { drawing }: Structure, marked: Partial<Figure> = {}): Figure | null {
  return drawing && { name, lines: [why], drawing, marks: [], legend: [], ...marked }
}
