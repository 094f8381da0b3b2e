import type { RecordProblem } from '../../law/index.js'
import { heading, items, section, table, text, type Block } from '../../report/documents.js'

/** The result of one check; `problems` is null if it could not run because the records could not be read. */
export interface CheckResult {
  readonly id: string
  readonly reads: string
  readonly problems: readonly RecordProblem[] | null
}

export function lintBlocks(results: readonly CheckResult[], fixed: readonly string[]): Block[] {
  const problems = results.flatMap((r) => r.problems ?? [])
  const counted = (n: number) => `${n} problem${n === 1 ? '' : 's'}`
  const outcome = ({ problems: own }: CheckResult) =>
    own === null ? 'not run' : own.length === 0 ? 'ok' : counted(own.length)
  return [
    heading('Checks of the law records', 1),
    ...table(
      ['Check', 'Result', 'Requirement'],
      results.map((r) => [r.id, outcome(r), r.reads]),
    ),
    ...section('Reformatted', items(fixed)),
    ...section(
      'Problems',
      items(problems.map((p) => `${p.file} ${p.field}: found ${p.found}; expected ${p.expected}.`)),
    ),
    text(problems.length === 0 ? 'No problem found.' : `${counted(problems.length)}.`),
  ]
}
