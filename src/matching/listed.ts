import { compareStereo, type StereoRelation } from '../chem/index.js'
import { standingOn, type Day, type Entry, type Extension, type JurisdictionRecords, type List, type Period, type ScopeClause } from '../law/index.js'
import type { Candidate } from './candidate.js'
import { yearsLater } from './days.js'
import type { Doubt, ListedFinding, Via } from './finding.js'
import type { KnownSubstance, LawIndex, Listing } from './law-index.js'

/** What the lists of one jurisdiction say of a candidate on a day. */
export function listedFindings(candidate: Candidate, law: LawIndex, records: JurisdictionRecords, asOf: Day): ListedFinding[] {
  const excepted = exceptionsFor(candidate, records, asOf)
  const findings: ListedFinding[] = []
  for (const known of candidate.known) {
    const relation = compareStereo(candidate.identity!.stereo, known.identity.stereo)
    for (const listing of law.listings.get(`${records.jurisdiction.code} ${known.record.id}`) ?? []) {
      // The exception names exactly this form, so another entry's isomer words do not reach it.
      if (excepted.exactly && relation !== 'same') continue
      const finding = judgeListing(candidate, known, relation, listing, records, asOf, excepted.within)
      if (finding) findings.push(finding)
    }
  }
  return strongest(findings)
}

interface Excepted {
  /** The candidate is the excepted form itself. */
  readonly exactly: boolean
  /** The candidate leaves stereo open, and the excepted form is among those it stands for. */
  readonly within: string | null
}

function exceptionsFor(candidate: Candidate, records: JurisdictionRecords, asOf: Day): Excepted {
  let exactly = false
  let within: string | null = null
  for (const exception of records.jurisdiction.exceptions) {
    if (standingOn(exception, asOf) === 'not in force') continue
    const known = candidate.known.find((k) => k.record.id === exception.substance)
    if (!known) continue
    const relation = compareStereo(candidate.identity!.stereo, known.identity.stereo)
    if (relation === 'same') exactly = true
    else if (relation === 'open') within = known.record.name
  }
  return { exactly, within }
}

function judgeListing(
  candidate: Candidate,
  known: KnownSubstance,
  relation: StereoRelation,
  { list, entry }: Listing,
  records: JurisdictionRecords,
  asOf: Day,
  partedFrom: string | null,
): ListedFinding | null {
  const when = whenListed(list, entry, records, asOf)
  if (!when) return null
  const { period, doubts: dayDoubts } = when
  const scope = scopeOf(list, period, asOf)
  const stereo = reachByStereo(relation, scope.extends_to)
  const salt = reachBySalt(candidate, known, scope)
  if (!stereo || !salt) return null
  const doubts: Doubt[] = [...dayDoubts, ...stereo.doubts, ...salt]
  if ((relation === 'open' || relation === 'same') && partedFrom !== null) doubts.push({ kind: 'stereo parted', exception: partedFrom })
  if (entry.limited_to !== undefined) doubts.push({ kind: 'preparations only', what: entry.limited_to })
  const reserved = doubts.some((doubt) => doubt.kind !== 'stereo open')
  return {
    kind: 'listed',
    counts: reserved ? 'undecided' : 'listed',
    substance: known.record.id,
    nameInLaw: entry.name_in_law,
    list: list.id,
    listName: list.short,
    code: entry.code ?? null,
    entry: entry.entry ?? null,
    status: 'in force',
    from: period.from,
    until: period.until,
    act: period.act ?? null,
    cite: period.cite,
    url: period.url ?? null,
    control: list.control,
    via: [...candidate.forms, ...stereo.via],
    readings: [],
    unconfirmed: period.unconfirmed ?? [],
    doubts,
  }
}

/** A year before a start that nobody confirmed, the day asked may already lie inside. */
const unconfirmedYears = 1

/** The period that decides for a day, and what is doubtful about that; null where the entry is not in force. */
export function whenListed(list: List, entry: Entry, records: JurisdictionRecords, asOf: Day): { period: Period; doubts: Doubt[] } | null {
  const inForce = entry.periods.find((p) => standingOn(p, asOf) === 'in force')
  if (inForce) return { period: inForce, doubts: [] }
  const unknown = entry.periods.find((p) => standingOn(p, asOf) === 'unknown')
  if (unknown) return { period: unknown, doubts: [{ kind: 'start unknown', inForceBy: unknown.in_force_by ?? null }] }
  const first = entry.periods[0]!
  const recordsFrom = horizonOf(list, records)
  if (recordsFrom !== null && asOf < recordsFrom) return { period: first, doubts: [{ kind: 'before records', recordsFrom }] }
  const coming = entry.periods.find((p) => p.from !== null && asOf < p.from)
  if (coming?.unconfirmed?.includes('from') && coming.from! <= yearsLater(asOf, unconfirmedYears)) {
    return { period: coming, doubts: [{ kind: 'start unconfirmed', from: coming.from! }] }
  }
  const last = entry.periods.at(-1)!
  const verifiedThrough = records.jurisdiction.verified_through
  if (last.until !== null && last.until > verifiedThrough && asOf >= last.until) {
    return { period: last, doubts: [{ kind: 'lapse unverified', until: last.until, verifiedThrough }] }
  }
  return null
}

/** A list made later than the jurisdiction's records begin did not exist before; an older one is judged by its own records. */
function horizonOf(list: List, records: JurisdictionRecords): Day | null {
  const days = [list.records_from, records.jurisdiction.records_from].filter((d) => d !== null)
  return days.length > 0 ? days.reduce((a, b) => (a < b ? a : b)) : null
}

function scopeOf(list: List, period: Period, asOf: Day): Pick<ScopeClause, 'extends_to' | 'unconfirmed'> {
  if (period.extends_to) return { extends_to: period.extends_to, unconfirmed: period.unconfirmed?.includes('extends_to') ? ['salts'] : undefined }
  const within = list.scope.find((s) => (s.from === null || asOf >= s.from) && (s.until === null || asOf < s.until))
  return within ?? list.scope[0]!
}

/** Whether the isomer words reach a form of this stereo; null where they do not. */
function reachByStereo(relation: StereoRelation, words: readonly Extension[]): { via: Via[]; doubts: Doubt[] } | null {
  const any = words.includes('isomers') || words.includes('stereoisomers')
  const optical = any || words.includes('optical isomers')
  const geometric = any || words.includes('geometric isomers')
  switch (relation) {
    case 'same':
    case 'covered':
      return { via: [], doubts: [] }
    case 'open':
      return { via: [], doubts: [{ kind: 'stereo open' }] }
    case 'enantiomer':
      return optical ? { via: ['optical isomer'], doubts: [] } : null
    case 'geometric':
      return geometric ? { via: ['geometric isomer'], doubts: [] } : null
    case 'diastereomer':
      if (any) return { via: ['stereoisomer'], doubts: [] }
      return optical ? { via: ['stereoisomer'], doubts: [{ kind: 'diastereomer' }] } : null
  }
}

/** Doubts about reaching a salt; null where the list does not reach salts. */
function reachBySalt(candidate: Candidate, known: KnownSubstance, scope: Pick<ScopeClause, 'extends_to' | 'unconfirmed'>): Doubt[] | null {
  if (!candidate.forms.includes('salt') || known.salt || scope.extends_to.includes('salts')) return []
  return scope.unconfirmed?.includes('salts') ? [{ kind: 'extension unconfirmed', extension: 'salts' }] : null
}

/** One finding for a line of the law: the strongest where several forms of a substance meet the same entry. */
function strongest(findings: readonly ListedFinding[]): ListedFinding[] {
  const kept = new Map<string, ListedFinding>()
  for (const finding of findings) {
    const key = `${finding.list} ${finding.entry ?? finding.substance} ${finding.cite}`
    const other = kept.get(key)
    if (!other || rank(finding) < rank(other)) kept.set(key, finding)
  }
  const all = [...kept.values()]
  // Where an entry reaches the candidate without reserve, a doubtful reach of its neighbour says nothing more.
  const sure = all.filter((f) => f.counts === 'listed')
  return sure.length > 0 ? [...sure, ...all.filter((f) => f.counts !== 'listed' && f.doubts.some((d) => d.kind === 'preparations only'))] : all
}

function rank(finding: ListedFinding): number {
  return (finding.counts === 'listed' ? 0 : 100) + finding.doubts.length * 10 + finding.via.length
}
