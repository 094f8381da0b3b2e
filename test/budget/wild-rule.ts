import { ruleOf } from '../support/records.js'

/** A rule that fits any structure with this pattern and alkyl groups on its first atom. */
export function wildRule(smarts: string) {
  return ruleOf({
    id: 'us-wild',
    scaffolds: [{ id: 'wild', smarts, reads: 'a pattern' }],
    sites: [{ id: 'first', reads: 'the first atom', on: [1], holds: 'many' }],
    clauses: [{ id: 'a', cite: '(a)', reads: 'alkyl', sites: ['first'], change: 'substitute', with: ['alkyl'] }],
  })
}
