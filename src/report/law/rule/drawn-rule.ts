import type { Reader, Drawing } from '../../../chem/index.js'
import type { Records, Rule, RuleExamples } from '../../../law/index.js'
import { fitRule, scaffoldPlaceIn, type RuleOutcome, type ScaffoldPlace } from '../../../matching/index.js'
import type { RulePage } from './rule-page.js'
import { background } from '../../drawing/picture.js'
import { letterOf, sheetSvg, type Figure } from '../../drawing/sheet.js'

type Example = RuleExamples[keyof RuleExamples][number]

/** The picture of a class for its page: its latest version, with the examples that have a structure. */
export async function drawnRule(
  reader: Reader,
  { rules }: RulePage,
  examples: ReadonlyMap<string, RuleExamples>,
  { substances, terms }: Pick<Records, 'substances' | 'terms'>,
): Promise<string | null> {
  const rule = rules[0]!
  const { fits, misses, unsettled } = examples.get(rule.id) ?? { fits: [], misses: [], unsettled: [] }
  const structures = new Map(substances.map(({ id, smiles }) => [id, smiles]))
  const shared = new Map(terms.map((term) => [term.id, term]))
  const drawn = async (own: readonly Example[]) => {
    const found: DrawnExample[] = []
    for (const example of own) {
      const smiles = example.smiles ?? structures.get(example.substance ?? '') ?? null
      if (smiles === null) continue
      await reader.ready()
      const one = read(reader, rule, example, smiles, shared)
      if (one) found.push(one)
    }
    return found
  }
  return rulePicture(rule, { fits: await drawn(fits), misses: await drawn(misses), unsettled: await drawn(unsettled) })
}

function read(
  reader: Reader,
  rule: Rule,
  { substance, name, why }: Example,
  smiles: string,
  shared: Parameters<typeof fitRule>[3],
): DrawnExample | null {
  return reader.read(smiles, (structure) => {
    const { drawing } = structure
    if (!drawing) return null
    const outcomes = structure.molecule.components.map((component) => fitRule(structure, component, rule, shared))
    return {
      name: substance ?? name!,
      why,
      drawing,
      outcome: outcomes.find(({ fit }) => fit !== 'misses') ?? outcomes[0]!,
      place: scaffoldPlaceIn(structure, rule, shared),
    }
  })
}

/** An example of a rule as drawn: how the rule judges it, and where its scaffold is. */
interface DrawnExample {
  readonly name: string
  readonly why: string
  readonly drawing: Drawing
  readonly outcome: RuleOutcome
  readonly place: ScaffoldPlace | null
}

const mostPerGroup = 4

type DrawnExamples = Readonly<Record<keyof RuleExamples, readonly DrawnExample[]>>

/**
 * The picture on the page of a rule, as SVG: the scaffold with its sites, then some examples inside and outside the
 * class, and undecided ones. Null if there is nothing to draw.
 */
function rulePicture(rule: Rule, { fits, misses, unsettled }: DrawnExamples): string | null {
  const groups = [
    { title: 'Scaffold and sites', figures: scaffoldFigures(rule, [...fits, ...misses]) },
    { title: 'Inside the class', figures: clauseExamples(fits).map((example) => insideFigure(rule, example)) },
    { title: 'Undecided', figures: unsettled.slice(0, mostPerGroup).map((example) => figureOf(example)) },
    { title: 'Outside the class', figures: misses.slice(0, mostPerGroup).map(outsideFigure) },
  ].filter(({ figures }) => figures.length > 0)
  return groups.length === 0 ? null : sheetSvg(`${rule.title} (${rule.id})`, groups)
}

/** Some examples inside the class; those that show a clause for the first time come first. */
function clauseExamples(fits: readonly DrawnExample[]): DrawnExample[] {
  const shown = new Set<string>()
  const own = ({ outcome }: DrawnExample) => (outcome.fit === 'misses' ? [] : outcome.clauses.map(({ id }) => id))
  const first = fits.filter((example) => {
    const isNew = own(example).some((id) => !shown.has(id))
    for (const id of own(example)) shown.add(id)
    return isNew
  })
  return [...first, ...fits.filter((example) => !first.includes(example))].slice(0, mostPerGroup)
}

/** Drawn on the parent if it is an example, else on the example (best inside the class) with the fewest embeddings. */
function scaffoldFigures(rule: Rule, examples: readonly DrawnExample[]): Figure[] {
  const having = examples.flatMap(({ name, drawing, place }) => (place ? [{ name, drawing, place }] : []))
  const rank = ({ name, place }: { name: string; place: ScaffoldPlace }) =>
    name === rule.parent ? -1 : place.ways + 1000 * rule.scaffolds.findIndex(({ id }) => id === place.scaffold)
  const [best] = having.sort((a, b) => rank(a) - rank(b))
  return best ? [scaffoldFigure(rule, best.name, best.drawing, best.place)] : []
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

function insideFigure(rule: Rule, example: DrawnExample): Figure {
  const { outcome } = example
  const clauses = outcome.fit === 'misses' ? [] : outcome.clauses.filter(({ atoms }) => atoms.length > 0)
  const reads = new Map(rule.clauses.map((clause) => [clause.id, clause.reads]))
  return figureOf(
    example,
    clauses.map(({ atoms }) => atoms),
    clauses.map(({ id }) => (reads.has(id) ? `${id}: ${reads.get(id)}` : id)),
  )
}

function outsideFigure(example: DrawnExample): Figure {
  const { outcome } = example
  const atoms = outcome.fit === 'misses' && 'atoms' in outcome.failure ? outcome.failure.atoms : []
  return atoms.length > 0 ? figureOf(example, [atoms], ['decisive atoms']) : figureOf(example)
}

function figureOf(
  { name, why, drawing }: DrawnExample,
  marks: Figure['marks'] = [],
  legend: Figure['legend'] = [],
): Figure {
  return { name, lines: [why], drawing, marks, legend }
}
