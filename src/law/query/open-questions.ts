import { append } from '../../remembered.js'
import type { JurisdictionRecords } from '../records/records.js'
import type { WantedDocument } from '../schema/jurisdiction.js'
import type { List } from '../schema/list.js'
import type { RecordedReading } from '../schema/recorded-reading.js'
import { specialClauses } from '../schema/special-clauses.js'

/** A place of the law that asks a question which no structure decides. */
export interface PlaceOfQuestion {
  /**
   * `rule/reading`, `rule/open-words`, `list/mixtures`, `list/condition`, `list/substance`, `list/salts` or another
   * form of the substances (also of a rule), `list/positional-core` or another kind of isomer, the id of a gap, or
   * `ca/reading`.
   */
  readonly id: string
  readonly question: string
  readonly basis: string
  readonly cite: string
  /** What a yes means; null for a question that has no yes. */
  readonly yes: 'covers' | 'does not cover' | null
  /** Documents that would settle it, and were not to be had; omitted if none is known. */
  readonly wanted?: readonly WantedDocument[]
}

/** A question that the law leaves open, with all places that ask it. */
export interface OpenQuestion {
  /** Of all places, `de/medicine`, or of the only one. */
  readonly id: string
  readonly jurisdiction: string
  readonly places: readonly [PlaceOfQuestion, ...PlaceOfQuestion[]]
}

/** A place, and the id that it may share with others. */
interface Asking extends PlaceOfQuestion {
  readonly shared: string
  /** Whether the records say that places with this id ask the same, each of its own substances. */
  readonly isSame: boolean
}

/** All open questions of some law, by jurisdiction and in the order of its records. */
export function openQuestions(jurisdictions: readonly JurisdictionRecords[]): OpenQuestion[] {
  return jurisdictions.flatMap((records) => {
    const { code, wanted = [] } = records.jurisdiction
    const asked = [...ofRules(records), ...ofLists(records), ...ofGaps(records), ...ofReadings(records)]
    const byShared = grouped(asked, ({ shared }) => shared)
    const idOf = ({ id, shared }: Asking) => (isOneQuestion(byShared.get(shared)!) ? shared : id)
    return [...grouped(asked, idOf)].map(([id, places]): OpenQuestion => {
      const [first, ...others] = places.map(({ shared: _, isSame: __, ...place }) => place)
      const settled = (place: PlaceOfQuestion): PlaceOfQuestion => {
        const own = wanted.filter(({ settles }) => settles.includes(id) || settles.includes(place.id))
        return own.length > 0 ? { ...place, wanted: own } : place
      }
      return { id, jurisdiction: code, places: [settled(first!), ...others.map(settled)] }
    })
  })
}

/** `exocyclic` is another question in another rule, unless it is asked in the same words. */
function isOneQuestion(places: readonly Asking[]): boolean {
  const [first] = places
  return places.length > 1 && places.every((p) => p.isSame || p.question === first!.question)
}

function ofRules({ jurisdiction, rules }: JurisdictionRecords): Asking[] {
  const law = jurisdiction.code.toLowerCase()
  return rules.flatMap(({ id, periods, readings, open_words: words }) => [
    ...readings.flatMap(({ choice, id: reading, ...asked }) =>
      choice === 'open' ? [asking(`${id}/${reading}`, `${law}/${reading}`, { cite: periods[0]!.cite, ...asked })] : [],
    ),
    ...(words && words.choice === undefined
      ? [asking(`${id}/${openWordsId}`, `${law}/${words.same_as ?? id}`, words, words.same_as !== undefined)]
      : []),
    ...periods
      .filter(({ extends_to: words }) => words && !words.includes('salts'))
      .slice(-1)
      .map(({ cite }) => ofForms(id, law, 'salts', 'in this class', { cite, basis: cite })),
  ])
}

/** Whether the law covers salts, esters or ethers, where its words were not confirmed. */
function ofForms(owner: string, law: string, form: string, where: string, said: Pick<Asked, 'basis' | 'cite'>): Asking {
  const question = `Does the law cover the ${form} of the substances ${where}?`
  return asking(`${owner}/${form}`, `${law}/${form}`, { question, ...said })
}

/** Forms that words extend to only if they are confirmed. */
function unconfirmedForms(words: readonly string[], unconfirmed: readonly string[]): string[] {
  return ['salts', 'esters', 'ethers'].filter(
    (form) => unconfirmed.includes(form) && words.includes(form) !== (form === 'salts'),
  )
}

/** Forms that a list perhaps covers, each with the last clause or entry that leaves it open. */
function formsOf({ scope, entries }: List): [form: string, said: Pick<Asked, 'basis' | 'cite'>][] {
  const own = entries.flatMap(({ periods }) =>
    periods.flatMap(({ extends_to: words, unconfirmed, cite }) =>
      words && unconfirmed?.includes('extends_to')
        ? [{ extends_to: words, unconfirmed: words.length > 0 ? words : ['salts'], cite, reads: cite }]
        : [],
    ),
  )
  const open = [...own, ...scope].flatMap(({ extends_to, unconfirmed = [], cite, reads: basis }) =>
    unconfirmedForms(extends_to, unconfirmed).map((form) => [form, { basis, cite }] as const),
  )
  return [...new Map(open)]
}

/** The definition of a positional isomer, 21 CFR 1300.01(b), where it does not say enough. */
const positional = {
  groups: 'Is an isomer with a group on another kind of carbon of the core a positional isomer?',
  alkyl:
    'Is an isomer whose alkyl carbons are on another part of the core (ring, oxygen or chain) a positional isomer?',
  core: 'Is an isomer whose groups are not all on the core a positional isomer?',
  'not defined':
    'Is an isomer with the same core and groups a positional isomer, where the law does not define the word?',
} as const

export function positionalId(why: keyof typeof positional): string {
  return `positional-${why.replace(' ', '-')}`
}

function ofIsomers({ id, cores, scope }: List, law: string): Asking[] {
  return (['groups', 'alkyl', 'core', 'not defined'] as const).flatMap((why) => {
    const clause = scope.findLast(
      ({ extends_to, unconfirmed = [] }) =>
        extends_to.includes('positional isomers') &&
        unconfirmed.includes('positional isomers') === (why === 'not defined'),
    )
    if (!clause || !cores) return []
    const { cite, reads: basis } = clause
    return [
      asking(`${id}/${positionalId(why)}`, `${law}/${positionalId(why)}`, { question: positional[why], basis, cite }),
    ]
  })
}

function ofLists({ jurisdiction, lists }: JurisdictionRecords): Asking[] {
  const law = jurisdiction.code.toLowerCase()
  return lists.flatMap((list) => {
    const { id, scope, entries } = list
    // The words of several spans of days ask the same.
    const mixtures = scope.findLast((clause) => clause.mixtures !== undefined)?.mixtures
    const clause = scope.findLast(({ condition }) => condition !== undefined)
    return [
      ...(clause
        ? [
            asking(`${id}/${conditionId}`, `${law}/${clause.condition!.id}`, {
              cite: clause.cite,
              ...clause.condition!,
            }),
          ]
        : []),
      ...(mixtures ? [asking(`${id}/${mixturesId}`, `${law}/${mixturesId}`, mixtures)] : []),
      ...ofIsomers(list, law),
      ...formsOf(list).map(([form, said]) => ofForms(id, law, form, 'on this list', said)),
      ...entries.flatMap(({ substance, questions = [], periods }) =>
        questions.map((asked) => {
          const place = `${id}/${substance}`
          const isCondition = asked.question === clause?.condition?.question
          const shared = isCondition ? `${law}/${clause!.condition!.id}` : place
          return asking(place, shared, { cite: periods[0]!.cite, ...asked })
        }),
      ),
    ]
  })
}

/** Gaps that leave structures undecided. Whether such a law covers a substance is asked like any other question. */
function ofGaps({ jurisdiction }: JurisdictionRecords): Asking[] {
  return jurisdiction.gaps.flatMap(({ id, reads, cite, reaches, reaches_controlled_in }) =>
    reaches || reaches_controlled_in ? [{ ...asking(id, id, { question: reads, basis: cite, cite }), yes: null }] : [],
  )
}

/** Recorded readings: whoever does not share one answers no, and the question that it answers is open again. */
function ofReadings({ jurisdiction, readings = [] }: JurisdictionRecords): Asking[] {
  const asked = readings.map((reading) => {
    const { reads, basis, cite } = reading
    const place = readingPlace(jurisdiction.code, reading)
    return asking(place, place, { question: `Is this reading right? ${reads}`, basis, cite })
  })
  // Statements on one fact are one question.
  return asked.filter(({ id }, i) => asked.findIndex((other) => other.id === id) === i)
}

/** The id by which a position answers whether a recorded reading is right. */
export function readingPlace(code: string, { id, fact }: Pick<RecordedReading, 'id' | 'fact'>): string {
  return `${code.toLowerCase()}/${fact ?? id}`
}

/** The last parts of ids. */
export const openWordsId = specialClauses.openWords.replace(' ', '-')
export const mixturesId = 'mixtures'
export const conditionId = 'condition'

type Asked = Pick<PlaceOfQuestion, 'question' | 'basis' | 'cite'> & {
  readonly yes?: 'does not cover' | 'neither' | undefined
}

function asking(id: string, shared: string, { question, basis, cite, yes }: Asked, isSame = false): Asking {
  const hasYes = /^(Is|Are|Do|Does|May|Would|Can) /.test(question)
  return { id, shared, isSame, question, basis, cite, yes: hasYes && yes !== 'neither' ? (yes ?? 'covers') : null }
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) append(groups, keyOf(one), one)
  return groups
}
