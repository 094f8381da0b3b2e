// What other commands that judge files reach of the rate of a batch.
import { join } from 'node:path'
import { batchInto, coverage, day } from './commands.js'
import { countLines, writeExpected, writeSample } from './corpus.js'
import { inPairs, run } from './measure.js'

/** Structures that each command is given, three times over, next to a batch of the same. */
const sampled = 20_000

export async function otherCommands(table, corpus, folder) {
  const file = join(folder, 'commands.smi')
  const few = await writeSample(corpus, file, sampled)
  table.heading(`Other commands over the first ${few} of them, one thread, beside \`coverage batch\``)
  const ours = batchInto(folder)
  const results = join(folder, 'results.ndjson')
  await run(process.execPath, [coverage, 'batch', file, '--quiet', '--as-of', day, '-o', results])
  const expected = join(folder, 'expected.csv')
  await writeExpected(file, expected)
  const days = ['--as-of', day, '--against', '2024-09-01']
  // At least 0.8 of the rate of a batch for each question that is asked about a row: a comparison asks two.
  const commands = {
    compare: [file, ['compare', file, ...days], 0.4],
    'compare --all': [file, ['compare', file, ...days, '--json', '--all'], 0.4],
    verify: [file, ['verify', results], 0.8],
    expect: [expected, ['expect', expected, '--as-of', day], 0.8],
    'expect --lint': [file, ['expect', '--lint', file], 0.8],
    // Each row is asked about on every day on which a law changed, and is ten times as long.
    history: [file, ['history', file, '-o', join(folder, 'history.ndjson')], 0.4],
  }
  for (const [name, [input, args, least]] of Object.entries(commands)) {
    const { second, ratios } = await inPairs(
      () => ours(input, '--workers', '1'),
      () => run(process.execPath, [coverage, ...args, '--workers', '1']),
    )
    table.rate(name, await countLines(file), second)
    table.ratio(`rate, ${name} to batch`, ratios, { least })
  }
}
