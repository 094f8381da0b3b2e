import { Option, type Command } from 'commander'
import { UnknownName } from '../../../matching/index.js'
import { gapBlocks } from '../../../report/law/index.js'
import type { Host } from '../../host.js'
import { loadRecords } from '../../law-files/law-data.js'
import { print, reading, type ReadOptions } from './print.js'
import { asCodes } from '../../options.js'

/** `coverage law gaps`: what the records are known to lack. */
export function addGaps(law: Command, host: Host): void {
  reading(law.command('gaps'), 'Known gaps in the records on a day, in words, with the structures they might concern.')
    .addOption(
      new Option('-j, --jurisdiction <codes>', 'only these, comma-separated (CN,US ...; UK is read as GB)').argParser(
        asCodes,
      ),
    )
    .action((options: ReadOptions & { jurisdiction?: string[] }) => {
      const on = options.asOf ?? host.today
      const { jurisdictions } = loadRecords(options)
      const known = jurisdictions.map((j) => j.jurisdiction.code)
      for (const code of options.jurisdiction ?? [])
        if (!known.includes(code)) throw new UnknownName('jurisdiction', code, known)
      const found = jurisdictions
        .filter((j) => options.jurisdiction?.includes(j.jurisdiction.code) ?? true)
        .map((records) => ({
          records,
          gaps: records.jurisdiction.gaps.filter(
            (g) => (g.from === null || g.from <= on) && (g.until === null || on < g.until),
          ),
        }))
      print(host, options, gapBlocks(found, on), () =>
        found.map(({ records, gaps }) => ({ code: records.jurisdiction.code, asOf: on, gaps })),
      )
    })
}
