import { judge, type ClassFinding, type JurisdictionResult, type Query } from '../../src/matching/index.js'
import { law, reader, substanceOf } from './law.js'

type AskedQuery = Partial<Omit<Query, 'readings'>> & { readonly readings?: Query['readings'] | 'seen' }

/**
 * The answer of one jurisdiction of the shipped edition for a structure on a day: by the words of the law alone, unless
 * `readings` says which recorded readings count.
 */
export function askSmiles(smiles: string, code: string, asOf: string, asked: AskedQuery = {}): JurisdictionResult {
  const { readings = 'none', ...query } = asked
  const own = readings === 'seen' ? {} : { readings }
  return reader.read(smiles, (s) => judge(s, law, { asOf, jurisdictions: [code], ...own, ...query })).jurisdictions[0]!
}

/** The same for a recorded substance. */
export function ask(id: string, code: string, asOf: string, query: AskedQuery = {}): JurisdictionResult {
  return askSmiles(substanceOf(id).smiles, code, asOf, query)
}

/** The findings that count in a result: `listed drug`, `class us-fentanyl-related-substances` ... */
export function grounds(result: JurisdictionResult): string[] {
  return result.findings.flatMap((f) => {
    if (f.counts === null) return []
    if (f.kind === 'listed') return [`${f.counts} ${f.control} ${f.list}`]
    if (f.kind === 'class') return [`${f.counts} ${f.control} ${f.ruleId}`]
    return [`${f.counts} ${f.kind}`]
  })
}

/** Findings of one class rule, whether they count or not. */
export function byRule(result: JurisdictionResult, ruleId: string): ClassFinding[] {
  return result.findings.filter((f) => f.kind === 'class').filter((f) => f.ruleId === ruleId)
}
