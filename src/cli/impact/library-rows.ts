import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Tally, readJournal, shardsOf } from '../../batch/index.js'
import { draftEdition, draftQuery, indexLaw, type LawIndex } from '../../matching/index.js'
import { impactErrors } from '../../report/documents.js'
import { CannotRun, type Host, type Stop } from '../host.js'
import type { Options } from '../options.js'
import { checkRows } from '../input/collection.js'
import { hashOfDrafts, type ReadDraft } from './read-draft.js'

/** Drafts that are judged together, the one that is asked first. */
export type Drafts = readonly [ReadDraft, ...ReadDraft[]]

/**
 * Judges libraries by drafts alone, as a batch: in constant memory, resumable, in shards. What is found goes to `rows`.
 * @returns the signal that ended the run early
 */
export async function judgeLibraries(
  given: readonly string[],
  drafts: Drafts,
  { law: { edition }, asOf }: { readonly law: LawIndex; readonly asOf: string },
  rows: string,
  options: Options,
  host: Host,
): Promise<Stop | null> {
  const { runFiles } = await import('../run/run-files.js')
  const sha256 = hashOfDrafts(drafts)
  const law = indexLaw({ ...draftEdition(edition, ...drafts), id: `${edition.id}+draft`, sha256 })
  const { part = { part: 1, of: 1 }, ...rest } = options
  const { stopped, tally } = await runFiles(
    given,
    {
      ...rest,
      part,
      output: rows,
      only: 'found',
      identify: false,
      // As `compare` does, so that both say the same of a file.
      lookup: true,
      header: true,
      color: false,
    },
    'ndjson',
    draftQuery(asOf, ...drafts),
    { ids: drafts.map((d) => d.rule.id), over: async () => law },
    host,
  )
  if (stopped === null && part.of === 1) checkRows(tally.total, given, options)
  return stopped
}

/**
 * Rows that drafts cover or leave undecided, of all shards of a finished run, and the counts of all rows.
 * @throws {CannotRun} for another draft, {BadShard} as `shardsOf`
 */
export async function finishedRows(files: readonly string[], drafts: Drafts, asOf: string) {
  const edition = hashOfDrafts(drafts)
  for (const file of files) {
    const journal = await readJournal(file)
    if (!journal?.shard) throw new CannotRun(impactErrors.noRows(file))
    if (journal.run.edition !== edition || journal.run.asOf !== asOf) throw new CannotRun(impactErrors.otherDraft(file))
  }
  const shards = await shardsOf(files)
  const tally = new Tally()
  for (const { journal } of shards) tally.merge(journal.tally)
  return { files: shards.map(({ file }) => file), tally }
}

export type LibraryRows = Awaited<ReturnType<typeof finishedRows>>

export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'))
  return { path: join(folder, 'rows.ndjson'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
