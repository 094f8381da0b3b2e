import type { Reader } from '../../chem/index.js'
import { Resolver } from '../../identifiers/index.js'
import type { Edition } from '../../law/index.js'
import { ChunkJudge } from '../judge/chunk-judge.js'
import type { ChunkJudgeSetup } from '../judge/by-day.js'
import type { ChunkJudges, Done, Task, Watch } from '../judge/chunk-task.js'
import { indexedLaw } from '../judge/indexed-law.js'
import { CompareJudge } from '../compare/compare-judge.js'
import type { CompareSetup } from '../compare/compare-setup.js'
import { ExpectJudge, type ExpectSetup } from '../expect/expect-judge.js'
import type { HistorySetup } from '../history/history-judge.js'
import type { LintSetup } from '../lint/lint-judge.js'
import type { VerifySetup } from '../verify/verify-setup.js'

/** What is to be made of the records of chunks. */
export type WorkSetup = ChunkJudgeSetup | CompareSetup | ExpectSetup | HistorySetup | LintSetup | VerifySetup

export interface ThreadJudge extends ChunkJudges {
  judge(task: Task, watch?: Watch): Promise<Done>
}

/** @param other the edition of the second side of a comparison, or with the rules of the user, where it is another */
export async function judgeFor(
  start: () => Promise<Reader>,
  edition: Edition,
  other: Edition | null,
  setup: WorkSetup,
): Promise<ThreadJudge> {
  if (!('kind' in setup)) return new ChunkJudge(new Resolver(indexedLaw(edition), start), setup)
  if (setup.kind === 'compare') return new CompareJudge(start, edition, other, setup)
  if (setup.kind === 'expect') return new ExpectJudge(start, edition, setup)
  // Loaded here so that the others start without what only these need, such as the schema of results.
  if (setup.kind === 'lint') return new (await import('../lint/lint-judge.js')).LintJudge(start, edition, setup)
  if (setup.kind === 'history')
    return new (await import('../history/history-judge.js')).HistoryJudge(start, edition, setup)
  const { VerifyJudge } = await import('../verify/verify-judge.js')
  return new VerifyJudge(start, edition, other, setup)
}
