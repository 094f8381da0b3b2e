import type { Impact } from '../draft-report.js'

/** One JSON object with all that a report says. */
export function impactJson({ run, ...impact }: Impact): string {
  const { tool, edition, asOf, query } = run
  return `${JSON.stringify({ tool, edition, asOf, query, ...impact })}\n`
}
