import {
  strength,
  strongestOf,
  type Decided,
  type Finding,
  type Judgement,
  type JurisdictionHistory,
  type JurisdictionResult,
  type SetVerdict,
  type Verdict,
} from '../matching/index.js'

export interface Member {
  readonly label: string
  /** What differs between members, in the same order for all. */
  readonly choices: readonly string[]
}

type Result = Pick<JurisdictionResult, 'verdict' | 'findings'>

/** The verdict on a set by those of its members, of which it has at least one. */
export function foldVerdicts(verdicts: readonly Verdict[]): SetVerdict {
  const [first, ...others] = new Set(verdicts)
  if (others.length === 0) return first!
  return verdicts.every((v) => v === 'listed' || v === 'class') ? 'controlled' : 'depends'
}

/** The verdict as which a set counts, by those of its members. */
export type Counting = (verdicts: readonly Verdict[]) => Verdict

export function countingAs(member: 'weakest' | undefined): Counting {
  return member === undefined ? strongestOf : (verdicts) => strength.findLast((v) => verdicts.includes(v))!
}

/** The judgement of a set of structures by those of its members. */
export function fold(
  members: readonly (Member & { readonly judgement: Judgement })[],
  counted: Counting = strongestOf,
): Judgement {
  const verdicts = members.map(({ judgement }) => judgement.verdict)
  return {
    verdict: counted(verdicts),
    ofSet: { verdict: foldVerdicts(verdicts) },
    jurisdictions: members[0]!.judgement.jurisdictions.map(({ code, caveats }, i) => {
      const results = members.map(({ judgement }) => judgement.jurisdictions[i]!)
      return {
        code,
        ...foldIn(members, results, counted),
        caveats,
        nearMisses: [],
        setAside: [],
        ...positionsOf(results),
      }
    }),
  }
}

/** The histories of a set by those of its members: a new chapter begins whenever the answer for a member changes. */
export function foldHistories(
  members: readonly (Member & { readonly histories: readonly JurisdictionHistory[] })[],
): JurisdictionHistory[] {
  return members[0]!.histories.map((first, i) => {
    const each = members.map(({ histories }) => histories[i]!.chapters)
    const days = [...new Set(each.flatMap((chapters) => chapters.flatMap(({ from }) => from ?? [])))].sort()
    const starts = [null, ...days]
    const chapters = starts.map((from, n) => {
      const own = each.map((all) => all.findLast((c) => c.from === null || (from !== null && c.from <= from))!)
      return { from, until: starts[n + 1] ?? null, ...foldIn(members, own), ...positionsOf(own) }
    })
    return { ...first, chapters }
  })
}

/** Positions on which the answer for some member rests, and the fold of what the words of the law alone say. */
function positionsOf(
  results: readonly Pick<JurisdictionResult, 'verdict' | 'byWords' | 'positions'>[],
): Pick<JurisdictionResult, 'positions' | 'byWords'> {
  const used = new Map(results.flatMap(({ positions = [] }) => positions.map((p) => [JSON.stringify(p), p] as const)))
  if (used.size === 0) return {}
  // A member is a structure, not a set.
  const byWords = results.map((result) => (result.byWords ?? result.verdict) as Verdict)
  return { positions: [...used.values()], byWords: foldVerdicts(byWords) }
}

function foldIn(members: readonly Member[], results: readonly Result[], counted: Counting = strongestOf) {
  const verdicts = results.map((result) => result.verdict)
  return {
    verdict: counted(verdicts),
    ofSet: { verdict: foldVerdicts(verdicts), decides: decided(members, verdicts) },
    findings: findingsOf(members, results),
  }
}

/** The findings of all members, the strongest first, each once. */
function findingsOf(members: readonly Member[], results: readonly Result[]): Finding[] {
  const found = new Map<string, { finding: Finding; readonly labels: string[] }>()
  for (const [i, { findings }] of results.entries())
    for (const finding of findings.map(withoutAtoms)) {
      const key = JSON.stringify({ ...finding, controlledFrom: null, controlledBy: null, controlledNotBefore: null })
      const known = found.get(key) ?? { finding, labels: [] }
      found.set(key, known)
      known.finding = sinceBoth(known.finding, finding)
      if (!known.labels.includes(members[i]!.label)) known.labels.push(members[i]!.label)
    }
  const place = ({ counts }: Finding) => (counts === null ? strength.length : strength.indexOf(counts))
  return [...found.values()]
    .map(({ finding, labels }) => (labels.length < members.length ? { ...finding, onlyFor: labels } : finding))
    .sort((a, b) => place(a) - place(b))
}

/** One finding about two members: both have been controlled since the later day. */
function sinceBoth(one: Finding, other: Finding): Finding {
  const pair = [one, other].flatMap((f) => (f.kind === 'listed' || f.kind === 'class' ? [f] : []))
  if (pair.some((f) => f.controlledFrom === undefined) || pair.length < 2) return one
  const days = pair.map((f) => f.controlledFrom ?? f.controlledBy)
  const { controlledBy: _, controlledNotBefore: _before, ...first } = pair[0]!
  if (days.includes(undefined)) return { ...first, controlledFrom: null }
  const last = days[0]! > days[1]! ? days[0]! : days[1]!
  const latest = pair.filter((_f, i) => days[i] === last)
  if (latest.some((f) => f.controlledFrom === last)) return { ...first, controlledFrom: last }
  const bounds = latest.flatMap((f) => f.controlledNotBefore ?? []).sort()
  return {
    ...first,
    controlledFrom: null,
    controlledBy: last,
    ...(bounds.length > 0 && { controlledNotBefore: bounds.at(-1)! }),
  }
}

/** Each member counts its atoms for itself. */
function withoutAtoms(finding: Finding): Finding {
  return finding.kind === 'class'
    ? { ...finding, clauses: finding.clauses.map((clause) => ({ ...clause, atoms: [] })) }
    : finding
}

/** Which choices have which verdict; none if all have the same. */
function decided(members: readonly Member[], verdicts: readonly Verdict[]): Decided[] {
  if (new Set(verdicts).size === 1) return []
  const deciding = decidingChoices(members, verdicts)
  const named = members.map(({ choices }) => deciding.map((n) => choices[n]!).join(', '))
  return strength.flatMap((verdict) => {
    const choices = new Set(named.filter((_, i) => verdicts[i] === verdict))
    return choices.size > 0 ? [{ verdict, choices: [...choices] }] : []
  })
}

/** Positions of the choices on which the verdict depends, without those that never change it. */
function decidingChoices(members: readonly Member[], verdicts: readonly Verdict[]): number[] {
  let left = members[0]!.choices.map((_, n) => n)
  for (const n of left.toReversed()) {
    const others = left.filter((other) => other !== n)
    if (others.length > 0 && isDecidedBy(others, members, verdicts)) left = others
  }
  return left
}

function isDecidedBy(choices: readonly number[], members: readonly Member[], verdicts: readonly Verdict[]) {
  const known = new Map<string, Verdict>()
  return members.every((member, i) => {
    const key = JSON.stringify(choices.map((n) => member.choices[n]))
    const verdict = known.get(key) ?? verdicts[i]!
    known.set(key, verdict)
    return verdict === verdicts[i]
  })
}
