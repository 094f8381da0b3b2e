// The query that toolkits are often compared by, over a corpus: reading each structure, and whether it has the substructure.
import { join } from 'node:path'
import { batchInto, peer, python } from './commands.js'
import { countLines, writeSample } from './corpus.js'
import { writeOneQuery } from './editions.js'
import { run } from './measure.js'

const query = 'O=[C,N]aa[N,O;!H0]'
const sampled = 20_000

export async function classic(table, file, folder) {
  table.heading(`One query, ${query}: structures read and matched, one thread`)
  const edition = join(folder, 'query.json')
  writeOneQuery(edition, query)
  const sample = join(folder, 'query.smi')
  const few = await writeSample(file, sample, sampled)
  const ask = (input) =>
    batchInto(folder)(
      input,
      '--workers',
      '1',
      '--identify',
      'listed',
      '--edition',
      edition,
      '--unverified-edition',
      '--only',
      'found',
    )
  const count = await countLines(file)
  const ours = await ask(file)
  table.rate('coverage batch', count, ours)
  if (!python) return
  const theirs = await run(python, [peer, 'query', sample, query])
  table.rate(`Python RDKit, first ${few}`, few, theirs)
  table.ratio('rate, one query, ours to Python', [count / ours.seconds / (few / theirs.seconds)])
  const found = await countLines(join(folder, 'out.ndjson'))
  table.note('found', `${found} of ${count} by us; Python: ${theirs.output.trim()}`)
}
