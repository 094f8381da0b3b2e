import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { gunzip } from '../../batch/index.js'
import { answerBy } from '../../matching/index.js'
import { parentOf, SetTally, type Prints } from '../../impact/index.js'
import type { Edition } from '../../law/index.js'
import type { Finding } from '../../matching/index.js'
import type { SetImpact } from '../../report/impact/index.js'
import type { LibraryRows } from './library-rows.js'
import type { ReadDraft } from './read-draft.js'

/** What is read of a row. */
interface Row {
  readonly id: string
  readonly input: string
  readonly verdict: string
  readonly lookup?: { readonly structure?: string | null }
  readonly jurisdictions: readonly { readonly findings: readonly Finding[] }[]
}

/** What a draft does with libraries that were judged. */
export async function libraryImpact(
  prints: Prints,
  edition: Edition,
  draft: ReadDraft,
  name: string,
  sha256: string | null,
  { files, tally }: LibraryRows,
): Promise<SetImpact> {
  const parent = parentOf(edition, draft)
  const set = new SetTally(prints, parent && (await prints.of(parent.smiles)))
  for (const file of files)
    for await (const { id, input, lookup, jurisdictions } of rowsIn(file)) {
      const answer = answerBy(
        jurisdictions.flatMap((j) => j.findings),
        draft.rule.id,
      )
      await set.add({ id, name: id, smiles: lookup?.structure ?? input }, answer)
    }
  const { unreadable } = tally.verdicts
  set.addCounts({ unreadable, 'not covered': tally.total - unreadable - set.total })
  return set.impact({ id: name, kind: 'library', file: name, sha256 })
}

async function* rowsIn(file: string): AsyncGenerator<Row> {
  const bytes = createReadStream(file)
  const lines = createInterface({
    input: /\.gz$/i.test(file) ? Readable.from(gunzip(bytes)) : bytes,
    crlfDelay: Infinity,
  })
  for await (const line of lines) if (line !== '') yield JSON.parse(line) as Row
}
