import type { Result } from './schema.js'

/**
 * Compares a stored result with a new one. Ignores wording, field order, and what only `--explain` or `--similar` add.
 */
export function differences(stored: Result, again: Result): Difference[] {
  const found: Difference[] = []
  const add = (what: Difference['what'], code: string | null, was: string, is: string) =>
    void (was !== is && found.push({ what, code, was, is }))
  add('verdict', null, stored.verdict, again.verdict)
  if (stored.structure && again.structure) {
    for (const part of ['formula', 'smiles', 'inchikey'] as const) {
      const [was, is] = [stored.structure[part], again.structure[part]]
      // A batch omits it if nothing was found.
      if (was !== null && is !== null) add('structure', null, was, is)
    }
  }
  for (const was of stored.jurisdictions) {
    const is = again.jurisdictions.find((j) => j.code === was.code)
    if (!is) {
      found.push({ what: 'verdict', code: was.code, was: was.verdict, is: 'not in this edition' })
      continue
    }
    const before = found.length
    add('verdict', was.code, was.verdict, is.verdict)
    if (found.length > before) continue
    // Rows of older versions lack these days.
    const days = was.findings.some((f) => 'controlledFrom' in f)
      ? []
      : ['controlledFrom', 'controlledBy', 'controlledNotBefore']
    const without = ['id', 'waived', ...days]
    const parts = (findings: typeof was.findings) =>
      findings.map((f) => ({ text: canonical(f, without), name: nameOf(f) }))
    const [old, now] = [parts(was.findings), parts(is.findings)]
    const gone = old.filter((o) => !now.some((n) => n.text === o.text))
    const come = now.filter((n) => !old.some((o) => o.text === n.text))
    if (gone.length + come.length > 0)
      found.push({ what: 'findings', code: was.code, was: names(gone), is: names(come) })
    const caveats = (list: typeof was.caveats) =>
      list
        // These two follow from the day of the run and from the other caveats.
        .filter((c) => c.kind !== 'after today' && c.kind !== 'long after verified')
        .map((c) => ('gap' in c ? `gap ${c.gap}` : canonical({ ...c, message: undefined })))
        .sort()
        .join()
    if (caveats(was.caveats) !== caveats(is.caveats))
      found.push({ what: 'caveats', code: was.code, was: `${was.caveats.length}`, is: `${is.caveats.length}` })
  }
  return found
}

type StoredFinding = Result['jurisdictions'][number]['findings'][number]

function names(parts: readonly { name: string }[]): string {
  return parts.length === 0 ? 'none' : [...new Set(parts.map((p) => p.name))].join(', ')
}

function nameOf(finding: StoredFinding): string {
  const { kind } = finding
  return kind === 'class'
    ? `${finding.ruleId} ${finding.clauses.map((c) => c.id).join('+')} (${finding.cite})`
    : kind === 'listed'
      ? `${finding.list} ${finding.substance} (${finding.cite})`
      : kind === 'gap'
        ? `gap ${finding.gap}`
        : kind
}

/** JSON with sorted keys, without text for people. */
function canonical(value: unknown, without: readonly string[] = []): string {
  return JSON.stringify(value, (key, own: unknown) => {
    if (key === 'message' || without.includes(key)) return undefined
    return own !== null && typeof own === 'object' && !Array.isArray(own)
      ? Object.fromEntries(Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1)))
      : own
  })
}

/** A part of a stored result that differs in a new run. */
export interface Difference {
  readonly what: 'verdict' | 'findings' | 'caveats' | 'structure'
  /** Jurisdiction; null for the overall result. */
  readonly code: string | null
  readonly was: string
  readonly is: string
}
