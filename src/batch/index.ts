export { FileProblem } from './file-problem.js'
export { judgeFor, type WorkSetup } from './work.js'
export { ChunkJudge, type ChunkJudges, type ChunkJudgeSetup, type Done } from './chunk-judge.js'
export {
  difference,
  journalPaths,
  readJournal,
  removeJournal,
  stampOf,
  writeJournal,
  type Journal,
  type RunIdentity,
} from './journal.js'
export { BadPart, mergeParts, partialPath } from './merge.js'
export { PageBook } from './page-book.js'
export { pageSink } from './page-sink.js'
export { parquetSink } from './parquet-sink.js'
export { xlsxSink } from './xlsx/xlsx-sink.js'
export { Progress } from './progress.js'
export { inputFormats, type BatchRecord, type InputFormat } from './record.js'
export { runBatch, type Position } from './run.js'
export { Screening } from './screening.js'
export { contentOf } from './content.js'
export { fileSink, hashOf, type Begun, type Sink } from './sink.js'
export { planShard, type ShardPlan } from './shard.js'
export { InputSum } from './input-sum.js'
export { formatOfName } from './format-of-name.js'
export { openSource, type Source } from './source.js'
export { Tally } from './tally.js'
