import type { Reader } from '../../chem/index.js'
import { Resolver } from '../../identifiers/index.js'
import type { Edition } from '../../law/index.js'
import { ChunkJudge } from '../judge/chunk-judge.js'
import type { ChunkJudgeSetup } from '../judge/by-day.js'
import type { ChunkWork } from '../judge/chunk-work.js'
import { indexedLaw } from '../judge/indexed-law.js'
import { CompareJudge, type CompareSetup } from '../compare/compare-judge.js'
import { ExpectJudge, type ExpectSetup } from '../expect/expect-judge.js'
import type { HistorySetup } from '../history/history-judge.js'
import type { LintSetup } from '../lint/lint-judge.js'
import type { VerifySetup } from '../verify/verify-judge.js'

/** What is to be made of the records of chunks. */
export type WorkSetup = ChunkJudgeSetup | CompareSetup | ExpectSetup | HistorySetup | LintSetup | VerifySetup

/** @param other the edition of the second side of a comparison, or with the rules of the user, where it is another */
export async function judgeFor(
  start: () => Promise<Reader>,
  edition: Edition,
  other: Edition | null,
  setup: WorkSetup,
): Promise<ChunkWork> {
  const resolver = new Resolver(indexedLaw(edition), start)
  const second = other && new Resolver(indexedLaw(other), resolver.reader)
  if (!('kind' in setup)) return new ChunkJudge(resolver, setup)
  if (setup.kind === 'compare') return new CompareJudge(resolver, second ?? resolver, setup)
  if (setup.kind === 'expect') return new ExpectJudge(resolver, setup)
  // Loaded here so that the others start without what only these need, such as the schema of results.
  if (setup.kind === 'lint') return new (await import('../lint/lint-judge.js')).LintJudge(resolver, setup)
  if (setup.kind === 'history') return new (await import('../history/history-judge.js')).HistoryJudge(resolver, setup)
  const { VerifyJudge } = await import('../verify/verify-judge.js')
  return new VerifyJudge(resolver, second, setup)
}
