import { remembered } from '../remembered.js'
import { skeletonKey } from '../chem/index.js'
import {
  isWithin,
  readingPlace,
  substancesOf,
  entryAt,
  type Day,
  type Entry,
  type JurisdictionRecords,
  type ReadingEntries,
  type RecordedReading,
  type Rule,
} from '../law/index.js'
import { mostFormsRecorded } from '../limits.js'
import type { RuleFits } from './classes/rule-fits.js'
import type { Finding, UsedPosition } from './finding.js'
import type { Candidate } from './identity/candidate.js'
import { cleavedForms } from './identity/cleaved-forms.js'
import type { LawOn } from './identity/listed.js'
import { relationTo } from './identity/reach.js'
import { recognise } from './identity/recognise.js'
import type { Recorded } from './law-index.js'
import { placesAsked, ruleWith, withoutDoubts } from './positions.js'

/** Which recorded readings count; those seen at second hand only if all are asked for. */
export type ReadingsCounted = 'all' | 'none'

/** A candidate under the law of one jurisdiction on a day. */
interface Under extends LawOn {
  readonly fits: RuleFits
  readonly candidate: Candidate
}

type ByPlace = ReadonlyMap<string, readonly RecordedReading[]>

const byPlaceKnown = new WeakMap<readonly RecordedReading[], ByPlace>()

/** Answers questions of findings by recorded readings, and remembers whether one took a finding away. */
export class Readings {
  readonly #under: Under
  readonly #counted: ReadingsCounted | undefined
  readonly #byPlace: ByPlace | null
  readonly #about = new Map<RecordedReading, boolean>()
  /** Readings by which the law does not cover the candidate. */
  readonly excluding: UsedPosition[] = []

  constructor(under: Under, counted: ReadingsCounted | undefined) {
    this.#under = under
    this.#counted = counted
    const { readings } = under.records
    this.#byPlace = readings && counted !== 'none' ? remembered(byPlaceKnown, readings, () => byPlace(readings)) : null
  }

  /** The finding with its questions answered, if that leaves none; null if an answer is that it is not covered. */
  answered<T extends Finding>(finding: T): T | null {
    if (!this.#byPlace || finding.counts !== 'undecided') return finding
    const places = placesAsked(finding)
    if (places.length === 0) return finding
    const found = new Map(places.flatMap((place) => [[place, this.#answerTo(place)] as const]))
    const grounds = [...found].flatMap(([place, readings]) => readings.map((r) => this.#used(place, r)))
    if (grounds.some(({ answer }) => answer === 'not controlled')) {
      this.excluding.push(...grounds)
      return null
    }
    const settled = withoutDoubts(finding, (place) => (found.get(place)?.length ?? 0) > 0)
    return settled.counts === 'undecided' ? finding : { ...settled, grounds }
  }

  /** The rule with those open readings closed that are excluded; empty if none of them is its own. */
  withoutExcluded(rule: Rule): readonly Rule[] {
    const closed = new Map(
      this.excluding.flatMap((used) => (used.answer === 'not controlled' ? [[used.question, { covers: false }]] : [])),
    )
    const isOwn = rule.readings.some(({ id, choice }) => choice === 'open' && closed.has(`${rule.id}/${id}`))
    return isOwn ? [ruleWith(rule, closed)] : []
  }

  /** The readings that answer a place for the candidate: none where they contradict each other. */
  #answerTo(place: string): readonly RecordedReading[] {
    const about = (this.#byPlace!.get(place) ?? []).filter((r) => this.#counts(r) && this.#isAbout(r))
    const ofLaw = about.filter(isOfLaw)
    const others = ranked(about.filter((r) => !isOfLaw(r)))
    const rivals = [...ofLaw, ...others.filter((r) => rankOf(r) === rankOf(others[0]!))]
    if (rivals.some((r) => r.covers !== rivals[0]!.covers)) return []
    return [ofLaw[0], others[0]].filter((r) => r !== undefined)
  }

  #counts({ seen, ...days }: RecordedReading): boolean {
    if (!isWithin({ from: null, until: null, ...days }, this.#under.asOf)) return false
    return this.#counted === 'all' || seen !== 'second hand'
  }

  #isAbout(reading: RecordedReading): boolean {
    return remembered(this.#about, reading, () => isAbout(reading, this.#under))
  }

  #used(place: string, reading: RecordedReading): UsedPosition {
    const { kind, authority, day, covers, reads, cite, url, proved_by: proofs } = reading
    return {
      question: place,
      answer: covers ? 'controlled' : 'not controlled',
      by: authority ?? null,
      note: reads,
      origin: origins[kind] ?? 'authority',
      reading: readingPlace(this.#under.records.jurisdiction.code, reading),
      ...(day === undefined ? {} : { day }),
      ...(proofs ? { members: [...new Set(proofs.flatMap(({ members }) => members))] } : {}),
      cite,
      ...(url === undefined ? {} : { url }),
    }
  }
}

const origins: Partial<Record<RecordedReading['kind'], NonNullable<UsedPosition['origin']>>> = {
  examples: 'example',
  'earlier text': 'earlier text',
  fact: 'fact',
}

function byPlace(readings: readonly RecordedReading[]): ByPlace {
  const places = new Map<string, RecordedReading[]>()
  for (const reading of readings)
    for (const place of reading.answers) places.set(place, [...(places.get(place) ?? []), reading])
  return places
}

/** Whether it rests on the law's own words, not on what somebody said of them. */
function isOfLaw({ kind }: RecordedReading): boolean {
  return kind === 'examples' || kind === 'earlier text'
}

/** The weightiest first: a court before an agency, then the later. */
function ranked(readings: readonly RecordedReading[]): RecordedReading[] {
  return [...readings].sort((a, b) => (rankOf(a) < rankOf(b) ? 1 : -1))
}

function rankOf({ kind, day }: RecordedReading): string {
  return `${kind === 'court' ? 1 : 0} ${day ?? ''}`
}

function isAbout({ subject, kind }: RecordedReading, under: Under): boolean {
  const { fits, candidate, records } = under
  const has = ({ smarts }: { readonly smarts: string }) => fits.contains(candidate.component, smarts)
  const relation = (k: Recorded) => relationTo(k, candidate.identity!.forms)
  // A fact of one stereoisomer is none of another.
  const isOther = (k: Recorded, ids: { has(id: string): boolean }) =>
    kind === 'fact' && (ids.has(k.record.id) ? !isSameStereo.has(relation(k)) : relation(k) === 'same')
  const isRecorded = (ids: { has(id: string): boolean }) =>
    candidate.records.some((k) => ids.has(k.record.id)) && !candidate.records.some((k) => isOther(k, ids))
  const rule = subject.rule === undefined ? undefined : records.rules.find(({ id }) => id === subject.rule)
  const found =
    (subject.substances && isRecorded(new Set(subject.substances))) ||
    (subject.stereoisomers_of && isRecorded(namedBy(subject.stereoisomers_of, under))) ||
    subject.reaches?.some(has) ||
    (rule && fits.of(candidate.component, rule).fit === 'fits') ||
    (subject.forms && isFormOf(subject.forms, under))
  return found === true && !subject.unless?.some(has)
}

/** Substances that entries name on the day. */
function namedBy(of: readonly ReadingEntries[], { records, asOf }: LawOn): Set<string> {
  const named = new Set<string>()
  for (const { list: id, item } of of) {
    const list = records.lists.find((l) => l.id === id)
    for (const [i, substance] of (list ? substancesOf(list) : []).entries()) {
      const { entry, periods } = entryAt(list!, i)
      if ((item === undefined || entry === item || entry?.startsWith(`${item}(`)) && isNamedOn(periods, asOf))
        named.add(substance)
    }
  }
  return named
}

/** An entry whose first day is not known proves nothing before a source shows it in force. */
function isNamedOn(
  periods: readonly Pick<Entry['periods'][number], 'from' | 'in_force_by' | 'until'>[],
  asOf: Day,
): boolean {
  return periods.some(({ from, in_force_by: by, until }) => isWithin({ from: from ?? by ?? null, until }, asOf))
}

/** Skeleton keys of what entries name, and heavy-atom counts, by the readings' words: nearly all structures need the same. */
const skeletonsKnown = new WeakMap<JurisdictionRecords, Map<string, ReturnType<typeof skeletonsOf>>>()

function skeletonsOf(named: ReadonlySet<string>, { law }: LawOn) {
  const skeletons = new Set(
    law.edition.substances.flatMap(({ id, key }) => (key && named.has(id) ? [key.skeleton] : [])),
  )
  return { named, skeletons, sizes: new Set([...skeletons].map(Number.parseFloat)) }
}

/** Whether the candidate is an ester or ether of what an entry names. */
function isFormOf({ words, of, unusual }: NonNullable<RecordedReading['subject']['forms']>, under: Under): boolean {
  const { candidate, law, records, asOf } = under
  const known = remembered(skeletonsKnown, records, () => new Map<string, ReturnType<typeof skeletonsOf>>())
  const { named, skeletons, sizes } = remembered(known, `${asOf} ${JSON.stringify(of)}`, () =>
    skeletonsOf(namedBy(of, under), under),
  )
  const { structure, component } = candidate
  const { forms } = cleavedForms(structure, component, {
    most: mostFormsRecorded,
    sizes,
    accept: (left, bonds) =>
      bonds.every((bond) => words.some((word) => word === `${bond.word}s`) && (unusual || !bond.unusual)) &&
      skeletons.has(skeletonKey(structure.molecule, left)),
  })
  return forms.some((form) => {
    const skeleton = skeletonKey(form.structure.molecule, form.component)
    const { records: parents, identity, moved } = recognise(form.structure, form.component, skeleton, law)
    return (
      moved === null && parents.some((k) => named.has(k.record.id) && isSameStereo.has(relationTo(k, identity!.forms)))
    )
  })
}

const isSameStereo: ReadonlySet<string> = new Set(['same', 'covered', 'open', 'contained'])
