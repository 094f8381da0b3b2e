import { RuleQuestion, type LawQuestion } from '../answers/index.js'
import type { ReadyReader } from '../chem/index.js'
import type { Edition } from '../law/index.js'
import type { Draft, DraftAnswer, Failure } from '../matching/index.js'
import type { RuleComparison, RuleDifference } from '../report/index.js'

/** Differences whose reason is looked for. */
const mostExplained = 2000
/** Clauses correspond if they take in the same atoms in this share of the structures under one of them. */
const alike = 0.5

type Side = 0 | 1
const sides = [0, 1] as const
const otherThan = (side: Side) => (1 - side) as Side

type Pair<T> = readonly [T, T]
type Structure = Omit<RuleDifference, 'failure'>
/** A structure of which either rule says something. */
type Found = Structure & { readonly answers: Pair<DraftAnswer> }

/** Compares the words of two rules by what they say of sets of structures, in which each counts once. */
export async function compareRules(
  reader: ReadyReader,
  edition: Edition,
  rules: Pair<Draft>,
  asOf: string,
  sets: readonly (readonly [set: string, structures: Iterable<Structure> | AsyncIterable<Structure>])[],
): Promise<RuleComparison> {
  const asked = (draft: Draft) => new RuleQuestion(reader, edition, draft, asOf, { engine: true })
  const judges = [asked(rules[0]), asked(rules[1])] as const
  const counts: Record<string, number> = {}
  const tried: [string, number][] = []
  const found: Found[] = []
  const isNew = newOnly(judges[0].question)
  for (const [set, structures] of sets) {
    let count = 0
    for await (const { name, smiles } of structures) {
      if (!(await isNew(smiles))) continue
      const answers = [await judges[0].answer(smiles), await judges[1].answer(smiles)] as const
      const fits = `${answers[0].fit}/${answers[1].fit}`
      counts[fits] = (counts[fits] ?? 0) + 1
      if (answers.some(({ fit }) => fit === 'covered' || fit === 'undecided')) found.push({ name, smiles, answers })
      count++
    }
    tried.push([set, count])
  }
  const clauses = corresponding(rules, found).map((ids) => ({ ids, both: underBoth(found, ids), only: nothing() }))
  const elsewhere = nothing()
  const undecided: { by: Side; doubt: string; name: string }[] = []
  let looked = 0
  for (const side of sides)
    for (const { name, smiles, answers } of found) {
      const [own, other] = [answers[side], answers[otherThan(side)]]
      if (own.fit !== 'covered') continue
      if (other.fit === 'undecided')
        undecided.push(...other.doubts.map((doubt) => ({ by: otherThan(side), doubt, name })))
      if (other.fit !== 'not covered') continue
      const near = looked++ < mostExplained ? await judges[otherThan(side)].nearMiss(smiles) : null
      const failure = near?.failure ?? null
      const place = clauses.find(({ ids }) => isAt(ids, side, own, failure))?.only ?? elsewhere
      place[side].push({ name, smiles, failure })
    }
  return { rules, asOf, tried, counts, clauses, elsewhere, undecided }
}

/** Whether a structure comes for the first time. InChI, which takes longest, is asked only of those with one formula. */
function newOnly(asked: LawQuestion): (smiles: string) => Promise<boolean> {
  /** The first structure with a formula, until there is another. */
  const only = new Map<string, string | null>()
  const seen = new Set<string>()
  const inchiOf = async (smiles: string) => (await asked.reader()).inchiOf(smiles) ?? smiles
  return async (smiles) => {
    const formula = asked.read(smiles)?.formula ?? (await formulaByRdkit(asked, smiles))
    const first = only.get(formula)
    only.set(formula, first === undefined ? smiles : null)
    if (first === undefined) return true
    if (first !== null) seen.add(await inchiOf(first))
    const inchi = await inchiOf(smiles)
    if (seen.has(inchi)) return false
    seen.add(inchi)
    return true
  }
}

async function formulaByRdkit(asked: LawQuestion, smiles: string): Promise<string> {
  const found = await asked.answer(smiles, 'none')
  return found.kind === 'unreadable' ? '' : found.structure.formula
}

const nothing = (): Pair<RuleDifference[]> => [[], []]

/** Whether a difference belongs to a row: by the clause that covers where the other fails, or the one that fails. */
function isAt(ids: Pair<string[]>, side: Side, own: DraftAnswer, failure: Failure | null): boolean {
  const failing = failure && 'atoms' in failure ? failure.atoms : []
  const touched = own.clauses.find((c) => c.atoms.some((atom) => failing.includes(atom)))
  if (touched) return ids[side].includes(touched.id)
  return failure !== null && 'clause' in failure && ids[otherThan(side)].includes(failure.clause)
}

/** Clauses of two rules that correspond, together in a row. */
function corresponding(rules: Pair<Draft>, found: readonly Found[]): Pair<string[]>[] {
  const atomsOf = (answer: DraftAnswer, id: string) => answer.clauses.find((c) => c.id === id)?.atoms
  const share = ({ answers }: Found, side: Side, id: string, other: string) => {
    const [own, theirs = []] = [atomsOf(answers[side], id)!, atomsOf(answers[otherThan(side)], other)]
    const common = own.filter((atom) => theirs.includes(atom)).length
    return common / Math.max(1, own.length + theirs.length - common)
  }
  /** The clause of the other rule that takes in the same atoms most often. */
  const bestFor = (side: Side, id: string): string | null => {
    const under = found.filter((f) => atomsOf(f.answers[side], id) && f.answers[otherThan(side)].clauses.length > 0)
    const shares = rules[otherThan(side)].rule.clauses.map(
      (other) => [under.reduce((sum, f) => sum + share(f, side, id, other.id), 0), other.id] as const,
    )
    const [most, best] = shares.sort(([m], [n]) => n - m)[0] ?? [0, null]
    return most > 0 && most >= alike * under.length ? best : null
  }
  const rows: Pair<string[]>[] = rules[0].rule.clauses.map(({ id }) => [[id], []])
  const rowWith = (side: Side, id: string | null) => rows.find((ids) => id !== null && ids[side].includes(id))
  for (const { id } of rules[1].rule.clauses) {
    const row = rowWith(0, bestFor(1, id))
    if (row) row[1].push(id)
    else rows.push([[], [id]])
  }
  for (const row of rows.filter(([, others]) => others.length === 0)) {
    const other = rowWith(1, bestFor(0, row[0][0]!))
    if (other) other[0].push(...rows.splice(rows.indexOf(row), 1)[0]![0])
  }
  return rows
}

/** How many structures are under these clauses in both rules. */
function underBoth(found: readonly Found[], ids: Pair<string[]>): number {
  const isUnder = ({ answers }: Found) =>
    sides.every((side) => answers[side].clauses.some((c) => ids[side].includes(c.id)))
  return found.filter(isUnder).length
}
