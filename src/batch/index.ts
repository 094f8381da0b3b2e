export { FileProblem } from './input/file-problem.js'
export { gunzip } from './input/gunzip.js'
export { judgeFor, type WorkSetup } from './threads/thread-judge.js'
export { ChunkJudge } from './judge/chunk-judge.js'
export type { ChunkJudgeSetup } from './judge/by-day.js'
export type { ChunkJudges, Done } from './judge/chunk-task.js'
export {
  difference,
  journalPaths,
  readJournal,
  removeJournal,
  stampOf,
  writeJournal,
  type Journal,
  type RunIdentity,
} from './run/journal.js'
export { isRegular, partialPath, writeWhole } from './output/whole-file.js'
export { BadShard, mergeShards } from './run/merge.js'
export { DrawingThreads } from './threads/drawing-threads.js'
export { jsonLines } from './output/json-lines.js'
export { PageBook } from './output/page-book.js'
export { documentSink, fileSink, hashOf, type PartialOutput, type Sink } from './output/sink.js'
export { parquetSink } from './output/parquet-sink.js'
export { xlsxSink } from './output/xlsx-sink.js'
export { Progress } from './run/progress.js'
export { inputFormats, type BatchRecord, type InputFormat, formatOfName } from './input/batch-record.js'
export { runBatch, type Position } from './run/run.js'
export { Screening } from './output/screening.js'
export { contentOf } from './input/content.js'
export { planShard, type ShardPlan } from './run/shard.js'
export { InputSum } from './input/input-sum.js'
export { openSource, type Source } from './input/source.js'
export { Tally } from './output/tally.js'
