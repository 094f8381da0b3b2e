// `coverage batch` over a corpus against a single-threaded Python RDKit script; one thread and two, with and without the screen, as an SD
// file, a file full of hits, all class rules and those on fentanyls alone.
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { batchInto, day, peer, python } from './commands.js'
import { writeSample } from './corpus.js'
import { writeFentanylsAlone } from './editions.js'
import { writeHits, writeSdFile } from './inputs.js'
import { inPairs, run } from './measure.js'

/** Structures for us, and for what is a tenth as fast. */
const most = 60_000
const sampled = 10_000

export async function bulk(table, corpus, folder) {
  const file = join(folder, 'corpus.smi')
  const count = await writeSample(corpus, file, most)
  table.heading(`${count} structures of ${corpus}, ${availableParallelism()} processors, law of ${day}`)
  const ours = batchInto(folder)
  const alone = ['--workers', '1', '--identify', 'listed']
  const sample = join(folder, 'sample.smi')
  const few = await writeSample(file, sample, sampled)
  const theirs = python && (await run(python, [peer, 'batch', sample, day]))
  if (theirs) {
    table.rate(`Python RDKit, first ${few}`, few, theirs)
    table.note('Python read, found by key, fits a scaffold', theirs.output.trim())
  }
  const names = await inPairs(
    () => ours(file, ...alone),
    () => ours(file, '--workers', '1'),
  )
  const [unnamed, named] = [names.first, names.second]
  table.rate('coverage batch, one thread', count, named)
  table.rate('the same, without identifying', count, unnamed)
  table.ratio(
    'time, with names to without',
    names.ratios.map((ratio) => 1 / ratio),
    { most: 1.35 },
  )
  if (theirs) {
    const ratio = ({ seconds }) => [count / seconds / (few / theirs.seconds)]
    // The script looks keys up and writes none: canonical SMILES and InChIKeys of what is found are extra work.
    table.ratio('rate, without identifying to Python', ratio(unnamed))
    table.ratio('rate, with names to Python', ratio(named))
  }
  const two = await inPairs(
    () => ours(file, ...alone),
    () => ours(file, '--workers', '2', '--identify', 'listed'),
  )
  table.rate('two threads, without identifying', count, two.second)
  table.ratio('rate, two threads to one', two.ratios)
  const [screened, full] = [await ours(sample, '--workers', '1'), await ours(sample, '--workers', '1', '--no-screen')]
  table.rate(`first ${few}, no screen`, few, full)
  table.ratio('rate, with screen to without', [full.seconds / screened.seconds])
  const drawings = join(folder, 'sample.sdf')
  const drawn = await writeSdFile(sample, drawings)
  const forms = await inPairs(
    () => ours(sample, ...alone),
    () => ours(drawings, ...alone),
  )
  table.rate(`an SD file of ${drawn}`, drawn, forms.second)
  table.ratio('rate, SD file to SMILES', forms.ratios, { least: 0.5 })
  const fentanyls = join(folder, 'fentanyls.json')
  writeFentanylsAlone(fentanyls)
  const rules = await inPairs(
    () => ours(file, ...alone, '--edition', fentanyls, '--unverified-edition'),
    () => ours(file, ...alone),
  )
  table.rate('class rules on fentanyls alone', count, rules.first)
  table.ratio('rate, all rules to those', rules.ratios, { least: 0.7 })
}

/** What a file full of hits takes: recorded substances, examples of rules and medicines. */
export async function hits(table, folder) {
  table.heading('Recorded substances, examples of class rules and medicines, one drawing in three in another order')
  const file = join(folder, 'hits.smi')
  const many = await writeHits(file)
  const ours = batchInto(folder)
  const once = await ours(file, '--workers', '1')
  table.rate('a file full of hits', many, once)
  if (python) {
    const theirs = await run(python, [peer, 'batch', file, day])
    table.rate('Python RDKit on the same', many, theirs)
    table.ratio('rate, hits to Python', [theirs.seconds / once.seconds])
  }
  // A start takes as long as a thousand hits.
  const longer = join(folder, 'more-hits.smi')
  const more = await writeHits(longer, 8)
  table.rate('the same, each eight times', more, await ours(longer, '--workers', '1'))
  table.rate('the same, two threads', more, await ours(longer, '--workers', '2'))
}
