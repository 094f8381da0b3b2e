import { judge, type ClassFinding, type JurisdictionResult, type Query } from '../../src/matching/index.js'
import { law, reader, substanceOf } from './law.js'

/** The answer of one jurisdiction of the shipped edition for a structure on a day. */
export function askSmiles(smiles: string, code: string, asOf: string, query: Partial<Query> = {}): JurisdictionResult {
  return reader.read(smiles, (s) => judge(s, law, { asOf, jurisdictions: [code], ...query })).jurisdictions[0]!
}

/** The same for a recorded substance. */
export function ask(id: string, code: string, asOf: string, query: Partial<Query> = {}): JurisdictionResult {
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
