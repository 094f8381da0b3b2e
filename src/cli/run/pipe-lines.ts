import { writeWhole, inOrder, lineGroups, LineReader } from '../../batch/index.js'
import { runJson } from '../../report/index.js'
import type { Options } from '../options.js'
import { stopCodes, type Host } from '../host.js'
import { startService } from './start-service.js'
import { warnOfAge, warnOfColumns } from '../output/warnings.js'
import { Output, OutputClosed } from '../output/output.js'

/** Writes one row per input line as soon as it is judged, until the input ends or a signal comes. */
export async function pipe(options: Options, host: Host): Promise<ReadonlySet<string>> {
  const manner = {
    mixed: options.lookup ?? false,
    explain: options.explain ?? false,
    identify: options.identify ?? 'controlled',
    ignoreDates: options.ignoreDates ?? false,
  }
  const { service, query } = await startService(options, manner, host)
  const output = new Output(host.stdout)
  const occurred = new Set<string>(warnOfAge(service.law, query, options, host, true))
  const reader = new LineReader({ ...options.columns, mixed: options.lookup ?? false })
  // The client can repeat whatever is lost, and it may have stopped reading.
  const unlisten = host.onStop?.((signal) => host.exit?.(stopCodes[signal]))
  const workers = options.workers ?? 1
  try {
    const { runInfo } = options
    const facts = `${JSON.stringify(runJson(service.law, query, service.run(query)))}\n`
    if (runInfo === '-') await output.write(facts)
    else if (runInfo !== undefined) await writeWhole(runInfo, facts)
    const rows = inOrder(recordGroups(reader, host), workers * 2 + 1, async ({ records, index }) => ({
      result: await service.rows(records, query, manner, { index }),
      rest: [],
    }))
    for await (const { bytes, tally } of rows) {
      for (const verdict of tally.occurred) occurred.add(verdict)
      await output.write(bytes)
    }
    warnOfColumns([{ file: '-', format: 'ndjson', notes: reader.notes }], host)
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error
  } finally {
    unlisten?.()
    host.stdin.destroy()
    await service.close()
  }
  return occurred
}

async function* recordGroups(reader: LineReader, host: Host) {
  let index = 1
  for await (const lines of lineGroups(host.stdin)) {
    const first = index
    index += lines.length
    yield { records: lines.map((line, i) => reader.record(line, first + i)), index: first }
  }
}
