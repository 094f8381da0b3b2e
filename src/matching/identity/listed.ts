import type { StereoRelation } from '../../chem/index.js'
import { codeOfEntry, isInForce, type Day, type JurisdictionRecords, type List, type Period } from '../../law/index.js'
import type { Candidate } from './candidate.js'
import type { Doubt, ListedFinding, Via } from '../finding.js'
import type { Recorded, LawIndex, Listing } from '../law-index.js'
import { exceptionsOn } from './labelled.js'
import { reachByPosition } from './positional.js'
import {
  clauseOf,
  reachByCleavedBonds,
  reachBySalt,
  reachByStereo,
  scopeOf,
  type Reach,
  type Scope,
  isItself,
  relationTo,
} from './reach.js'
import { decidingPeriod } from '../deciding-period.js'

export interface LawOn {
  readonly law: LawIndex
  readonly records: JurisdictionRecords
  readonly asOf: Day
}

/** Findings from the lists of one jurisdiction for a candidate. */
export function listedFindings(candidate: Candidate, on: LawOn): ListedFinding[] {
  const { records, cleaved, isomers, formsOfElement } = candidate
  if ([records, cleaved, isomers, formsOfElement].every((some) => some.length === 0)) return []
  const own = namedFindings(candidate, on)
  if (exceptionsFor(candidate, on).exactly) return own
  const further = [
    ...candidate.cleaved.flatMap((form) => namedFindings(form, on)),
    ...isomerFindings(candidate, on),
    ...elementFindings(candidate, on),
  ]
  // Esters, ethers and positional isomers are covered unless they have an entry of their own that day.
  const named = new Set(own.filter((f) => !f.doubts.some((d) => maybeNotNamed.has(d.kind))).map((f) => f.control))
  return [...own, ...strongest(further.filter((f) => !named.has(f.control)))]
}

/** Doubts under which an entry may not name the candidate at all, or not yet. */
const maybeNotNamed: ReadonlySet<Doubt['kind']> = new Set<Doubt['kind']>([
  'diastereomer',
  'instrument unknown',
  'start unknown',
  'start unconfirmed',
  'before records',
  'lapse unverified',
])

interface Related {
  readonly finding: ListedFinding
  readonly relation: StereoRelation
  /** The entry names exactly this form, or the racemate that contains it. */
  readonly itself: boolean
}

/** Entries that name the candidate, or the substance that remains when ester and ether bonds are cleaved. */
function namedFindings(candidate: Candidate, on: LawOn): ListedFinding[] {
  const excepted = exceptionsFor(candidate, on)
  const findings: Related[] = []
  for (const recorded of candidate.records) {
    const named = candidate.named === recorded.record.id
    const relation = named ? 'same' : relationTo(recorded, candidate.identity!.forms)
    for (const listing of listingsOf(recorded, on)) {
      // The exception names exactly this form, so another entry's isomer words do not cover it.
      if (
        excepted.exactly &&
        !((isItself(recorded, relation) || relation === 'contained') && candidate.cleavedBonds.length === 0)
      )
        continue
      if (hasOwnEntry(candidate, listing, on)) continue
      const parted: Doubt[] =
        excepted.within !== null && excepted.within.id !== recorded.record.id && !named
          ? [{ kind: 'stereo parted', exception: excepted.within.name }]
          : []
      const finding = judgeListing(candidate, recorded, listing, on, (scope) =>
        reachOf(candidate, recorded, relation, scope, parted),
      )
      if (finding) findings.push({ finding, relation, itself: isItself(recorded, relation) })
    }
  }
  return strongest(withoutNeighbours(findings))
}

/**
 * A form with an entry of its own does not also count as an isomer of a related form, nor as one of the forms of a
 * substance drawn flat on another list: each clause stops short of what is provided for elsewhere.
 */
function withoutNeighbours(findings: readonly Related[]): ListedFinding[] {
  const own = findings.filter(({ finding, itself }) => itself && namesSubstance(finding)).map(({ finding }) => finding)
  return findings
    .filter(({ finding, relation }) => {
      if (relation === 'same' || relation === 'contained' || relation === 'open') return true
      return !own.some((o) => o.control === finding.control && (relation !== 'covered' || o.list !== finding.list))
    })
    .map(({ finding }) => finding)
}

/** Entries that cover the candidate as a positional isomer. */
function isomerFindings(candidate: Candidate, on: LawOn): ListedFinding[] {
  return candidate.isomers.flatMap((recorded) =>
    listingsOf(recorded, on).flatMap(
      (listing) =>
        judgeListing(candidate, recorded, listing, on, (scope) =>
          reachByPosition(candidate, recorded, listing.list, scope),
        ) ?? [],
    ),
  )
}

/** Entries for forms of the element of which the candidate is drawn as bare atoms. */
function elementFindings(candidate: Candidate, on: LawOn): ListedFinding[] {
  return candidate.formsOfElement.flatMap((id) =>
    listingsOfId(id, on).flatMap((listing): ListedFinding[] => {
      const when = decidingPeriod(listing.list, listing.entry, on.records, on.asOf)
      if (!when) return []
      const doubts: Doubt[] = [...when.doubts, { kind: 'bare element' }]
      const own = { counts: 'undecided', via: candidate.forms, scope: null, doubts } as const
      return [findingOf(id, listing, when.period, on.asOf, own)]
    }),
  )
}

function listingsOf(recorded: Recorded, on: LawOn): readonly Listing[] {
  return listingsOfId(recorded.record.id, on)
}

export function listingsOfId(id: string, { law, records }: Omit<LawOn, 'asOf'>): readonly Listing[] {
  const listings = law.listings.get(records.jurisdiction.code)?.get(id) ?? []
  // The records may be without the lists of kinds that are not asked for.
  const asked = ({ list }: Listing) => records.lists.includes(list)
  return listings.every(asked) ? listings : listings.filter(asked)
}

/**
 * Whether the candidate is an excepted form itself, and the excepted form if the candidate leaves stereo open and may
 * be that; this does not affect an entry of its own.
 */
function exceptionsFor(candidate: Candidate, { records, asOf }: LawOn) {
  let exactly = false
  let within: Recorded['record'] | null = null
  for (const exception of exceptionsOn(records, asOf, candidate)) {
    const recorded = candidate.records.find((k) => k.record.id === exception.substance)
    if (!recorded) continue
    const { each, together } = candidate.identity!.forms
    const relations = each.map((form) => relationTo(recorded, { each: [form], together: false }))
    const meant = (r: StereoRelation) => isItself(recorded, r)
    if (relations.every(meant)) exactly = true
    // A mixture of the excepted form with another form is not the excepted one.
    else if (relations.some((r) => r === 'open' || (meant(r) && !together))) within = recorded.record
  }
  return { exactly, within }
}

/** Whether the entry excludes a substance that the candidate is and that has an entry of its own that day. */
function hasOwnEntry(candidate: Candidate, { entry }: Listing, on: LawOn): boolean {
  return (entry.except ?? []).some((id) => {
    const other = candidate.records.find((k) => k.record.id === id)
    return (
      other !== undefined &&
      isItself(other, relationTo(other, candidate.identity!.forms)) &&
      listingsOf(other, on).some((l) => isInForce(l.entry, on.asOf))
    )
  })
}

function reachOf(
  candidate: Candidate,
  recorded: Recorded,
  relation: StereoRelation,
  scope: Scope,
  parted: readonly Doubt[],
): Reach | null {
  const stereo = reachByStereo(relation, scope)
  const salt = reachBySalt(candidate, recorded, scope)
  const bonds = reachByCleavedBonds(candidate, scope)
  if (!stereo || !salt || !bonds) return null
  const form: Doubt[] = []
  if (candidate.unusual) form.push({ kind: 'link unusual' })
  const ofEnol =
    candidate.moved !== null && candidate.cleavedBonds.length > 0 && !hasOnlyEnolEsters(candidate, recorded, scope)
  if (candidate.moved === 'shift' || ofEnol) form.push({ kind: 'tautomer apart' })
  return {
    via: [...candidate.cleavedBonds, ...stereo.via],
    doubts: [...stereo.doubts, ...salt, ...bonds, ...form, ...parted],
  }
}

/**
 * Whether the entry itself names the esters of a substance that has no hydroxy group: it can only mean those of its
 * enol (dihydrocodeinone, of which thebacon is an ester). A clause on the whole list may mean other substances only.
 */
function hasOnlyEnolEsters(candidate: Candidate, recorded: Recorded, scope: Scope): boolean {
  return (
    scope.reads === null &&
    !/\b8\.[1-9]/.test(recorded.record.key!.heteroHydrogens) &&
    candidate.cleavedBonds.every((bond) => bond === 'ester')
  )
}

/** Forms of a substance that are covered without explicit words in the law. */
const plainForms: ReadonlySet<Via> = new Set<Via>(['mixture', 'isotopologue', 'tautomer'])

function judgeListing(
  candidate: Candidate,
  recorded: Recorded,
  { list, entry }: Listing,
  on: LawOn,
  reach: (scope: Scope) => Reach | null,
): ListedFinding | null {
  const { asOf } = on
  const when = decidingPeriod(list, entry, on.records, asOf)
  if (!when) return null
  const { period } = when
  const scope = scopeOf(list, period, asOf)
  const reached = reach(scope)
  if (!reached) return null
  const doubts: Doubt[] = [...when.doubts, ...reached.doubts]
  const whole = entry.together_with?.every((id) => candidate.together.includes(id)) ?? false
  if (entry.limited_to !== undefined && !whole) doubts.push({ kind: 'preparations only', what: entry.limited_to })
  for (const { substances, question, basis } of entry.questions ?? []) {
    const named = isNamed(recorded, candidate) && !substances.includes(recorded.record.id)
    if (!named && candidate.records.some((k) => substances.includes(k.record.id) && mayBe(k, candidate)))
      doubts.push({ kind: 'open words', question, basis })
  }
  if (entry.limited_to === undefined) doubts.push(...doubtsOfMixture(candidate, recorded, list, on))
  const reserved = doubts.some((doubt) => doubt.kind !== 'stereo open')
  const via = [...candidate.forms, ...reached.via]
  const extended = via.some((v) => !plainForms.has(v) && !(v === 'salt' && recorded.salt))
  return findingOf(recorded.record.id, { list, entry }, period, asOf, {
    counts: reserved ? 'undecided' : 'listed',
    via,
    scope: extended ? { words: scope.words, cite: scope.cite, reads: scope.reads } : null,
    doubts,
  })
}

/** Doubts about a drawing with further ingredients that no list of the same control names. */
function doubtsOfMixture(candidate: Candidate, recorded: Recorded, list: List, on: LawOn): Doubt[] {
  const isListed = (other: Recorded) =>
    listingsOf(other, on).some((l) => l.list.control === list.control && isInForce(l.entry, on.asOf))
  if (candidate.ingredients.every((ingredient) => ingredient.some(isListed))) return []
  const { mixtures } = clauseOf(list, on.asOf)
  if (mixtures) {
    const { question, basis, cite } = mixtures
    return [{ kind: 'with other ingredients', question, basis, cite }]
  }
  return recorded.record.solvent ? [{ kind: 'solvate or mixture' }] : []
}

/** Whether an entry names the substance without reservation, whatever is drawn with it. */
export function namesSubstance({ counts, doubts }: ListedFinding): boolean {
  return counts === 'listed' || (doubts.length > 0 && doubts.every((d) => ofMixture.has(d.kind)))
}

const ofMixture: ReadonlySet<Doubt['kind']> = new Set<Doubt['kind']>([
  'with other ingredients',
  'solvate or mixture',
  'stereo open',
])

/** Whether the candidate is exactly what the record is. */
function isNamed(recorded: Recorded, candidate: Candidate): boolean {
  return (
    candidate.named === recorded.record.id ||
    (!!candidate.identity && isItself(recorded, relationOf(recorded, candidate)))
  )
}

/** Whether the candidate can be the substance: not if it is drawn as another of its stereoisomers. */
function mayBe(recorded: Recorded, candidate: Candidate): boolean {
  if (candidate.named === recorded.record.id || !candidate.identity) return true
  return !['contained', 'enantiomer', 'geometric', 'diastereomer'].includes(relationOf(recorded, candidate))
}

function relationOf(recorded: Recorded, candidate: Candidate): StereoRelation {
  return relationTo(recorded, candidate.identity!.forms)
}

/** The fields of a finding that come from the entry and its period. */
export function findingOf(
  substance: string,
  { list, entry }: Listing,
  period: Period,
  asOf: Day,
  own: Pick<ListedFinding, 'counts' | 'via' | 'scope' | 'doubts'>,
): ListedFinding {
  const limits = entry.limits ?? list.limits
  return {
    kind: 'listed',
    counts: own.counts,
    substance,
    nameInLaw: entry.name_in_law,
    list: list.id,
    listName: list.short,
    code: codeOfEntry(entry, asOf),
    entry: entry.entry ?? null,
    status: 'in force',
    from: period.from,
    until: period.until,
    act: period.act ?? null,
    cite: period.cite,
    url: period.url ?? null,
    control: list.control,
    via: own.via,
    scope: own.scope,
    readings: [],
    unconfirmed: period.unconfirmed ?? [],
    ...(limits ? { limits } : {}),
    doubts: own.doubts,
  }
}

/** One finding per line of the law: the strongest, if several forms of a substance meet the same entry. */
function strongest(findings: readonly ListedFinding[]): ListedFinding[] {
  const kept = new Map<string, ListedFinding>()
  for (const finding of findings) {
    const key = `${finding.list} ${finding.entry ?? finding.substance} ${finding.cite}`
    const other = kept.get(key)
    if (!other || rank(finding) < rank(other)) kept.set(key, finding)
  }
  const all = [...kept.values()]
  // If an entry covers the candidate without reservation, a doubtful match with a related entry adds nothing for that
  // kind of control.
  const sure = all.filter(namesSubstance)
  const further = all.filter(
    (f) =>
      !namesSubstance(f) &&
      (f.doubts.some((d) => d.kind === 'preparations only') || !sure.some((s) => s.control === f.control)),
  )
  return [...sure, ...further]
}

function rank(finding: ListedFinding): number {
  return (finding.counts === 'listed' ? 0 : 100) + finding.doubts.length * 10 + finding.via.length
}
