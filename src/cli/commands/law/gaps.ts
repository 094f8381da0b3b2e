import { gapBlocks } from '../../../report/documents.js'
import type { AddCommand } from '../../host.js'
import { loadRecords } from '../../law-files/law-data.js'
import { withJurisdictions, type Options } from '../../options.js'
import { chosen, print, recordQuery } from './print.js'

/** `coverage law gaps`: what the records are known to lack. */
export const addGaps: AddCommand = (law, host) => {
  withJurisdictions(
    recordQuery(
      law.command('gaps'),
      'Known gaps in the records on a day, in words, with the structures they might concern.',
    ),
  ).action((options: Options) => {
    const on = options.asOf ?? host.today
    const found = chosen(loadRecords(options), options.jurisdiction).map((records) => ({
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
