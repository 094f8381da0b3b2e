import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Tally } from '../../batch/index.js'
import { draftEdition, draftQuery, indexLaw, type LawIndex } from '../../matching/index.js'
import type { Host, Stop } from '../host.js'
import type { Options } from '../options.js'
import { checkRows } from '../input/collection.js'
import { hashOfDrafts, type ReadDraft } from './read-draft.js'

/** Drafts that are judged together, the one that is asked first. */
export type Drafts = readonly [ReadDraft, ...ReadDraft[]]

/** Rows that drafts cover or leave undecided, and the counts of all rows. */
export interface LibraryRows {
  readonly file: string
  readonly tally: Tally
}

type Judged<T> = { readonly stopped: Stop } | { readonly stopped: null; readonly found: T }

/**
 * Judges libraries by drafts alone, as a batch: in constant memory, by way of a temporary file of what is found.
 * @param read makes what is wanted of the rows, before their file goes
 */
export async function judgeLibraries<T>(
  libraries: readonly string[],
  drafts: Drafts,
  { law: { edition }, asOf }: { readonly law: LawIndex; readonly asOf: string },
  options: Options,
  host: Host,
  read: (rows: LibraryRows) => Promise<T>,
): Promise<Judged<T>> {
  const { runFiles } = await import('../run/run-files.js')
  const law = indexLaw({
    ...draftEdition(edition, ...drafts),
    id: `${edition.id}+draft`,
    sha256: hashOfDrafts(drafts),
  })
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'))
  const file = join(folder, 'rows.ndjson')
  // `lookup` as `compare` does, so that both say the same of a file.
  const manner = { output: file, only: 'found', identify: 'listed', lookup: true, header: true, color: false } as const
  try {
    const { stopped, tally } = await runFiles(
      libraries,
      { ...options, ...manner },
      'ndjson',
      draftQuery(asOf, ...drafts),
      { ids: drafts.map((d) => d.rule.id), over: async () => law },
      host,
    )
    if (stopped !== null) return { stopped }
    checkRows(tally.total, libraries, options)
    return { stopped, found: await read({ file, tally }) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
