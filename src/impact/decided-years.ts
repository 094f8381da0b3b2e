import { HistoryQuestion } from '../answers/index.js'
import type { ReadyReader } from '../chem/index.js'
import type { Day } from '../law/index.js'
import type { Chapter, Doubt, Finding, JurisdictionHistory, LawIndex, Query } from '../matching/index.js'
import type { LawDecided, Reason } from '../report/index.js'

/** The day of each year on which it is asked: in the middle, between the days on which most acts take effect. */
const dayOf = (year: number): Day => `${year}-07-01`

/**
 * @param years first and last year
 * @param seen called after each structure with the number judged so far, and what each law says of it
 */
export async function decidedYears(
  reader: ReadyReader,
  law: LawIndex,
  query: Omit<Query, 'asOf'>,
  [first, last]: readonly [number, number],
  seen: (structures: number, histories: readonly JurisdictionHistory[]) => void,
): Promise<LawDecided[]> {
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const structures = law.edition.substances.flatMap(({ smiles }) => smiles ?? [])
  const asked = new HistoryQuestion(reader, law, query, { engine: true, expected: structures.length })
  const counts = new Map<string, { decided: number[]; held: Record<Reason, number> }>()
  let judged = 0
  for (const text of structures) {
    const answer = await asked.about({ kind: 'structure', text, lookup: null, orName: false })
    const histories = answer.kind === 'history' ? answer.histories : []
    for (const { code, chapters } of histories) {
      if (!counts.has(code)) counts.set(code, { decided: years.map(() => 0), held: noReasons() })
      const { decided, held } = counts.get(code)!
      const open = new Set<Reason>()
      years.forEach((year, i) => {
        const { verdict, findings } = chapterOn(chapters, dayOf(year))
        if (verdict === 'undecided') for (const reason of findings.flatMap(reasonsOf)) open.add(reason)
        else decided[i]!++
      })
      for (const reason of open) held[reason]++
    }
    seen(++judged, histories)
  }
  return [...counts].map(([code, { decided, held }]) => ({
    code,
    years: years.map((year, i) => ({ year, structures: structures.length, decided: decided[i]! })),
    reasons: held,
  }))
}

function noReasons(): Record<Reason, number> {
  return { 'records begin later': 0, 'first day unknown': 0, 'open question': 0, gap: 0, drawing: 0 }
}

function chapterOn(chapters: readonly Chapter[], day: Day): Chapter {
  return chapters.findLast(({ from }) => from === null || from <= day) ?? chapters[0]!
}

function reasonsOf(finding: Finding): Reason[] {
  if (finding.counts !== 'undecided') return []
  if (finding.kind === 'gap') return ['gap']
  if (finding.kind === 'open structure') return ['drawing']
  return finding.doubts.map(({ kind }) => ofTime[kind] ?? 'open question')
}

const ofTime: Partial<Record<Doubt['kind'], Reason>> = {
  'before records': 'records begin later',
  'start unknown': 'first day unknown',
  'start unconfirmed': 'first day unknown',
  'instrument unknown': 'first day unknown',
  'lapse unverified': 'first day unknown',
}
