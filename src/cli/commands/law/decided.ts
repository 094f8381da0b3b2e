import { Option } from 'commander'
import { Reader, readyReader } from '../../../chem/index.js'
import { decidedYears } from '../../../impact/index.js'
import { checkQuery } from '../../../matching/index.js'
import { decidedBlocks } from '../../../report/documents.js'
import { CannotRun, type AddCommand } from '../../host.js'
import { lawOf } from '../../law-files/law-file.js'
import { asDay, queryOf, withEdition, withJurisdictions, type Given } from '../../options.js'
import { print } from './print.js'

/** `coverage law decided`: what share of the recorded structures each law decides, by year. */
export const addDecided: AddCommand = (law, host) => {
  withJurisdictions(withEdition(law.command('decided')))
    .description('What share of the recorded structures each law decides in each year, and why not the rest.')
    .addOption(new Option('--since <day>', 'from the year of this day on').argParser(asDay).default('2016-01-01'))
    .option('--as-of <day>', 'up to the year of this day (default: today)', asDay)
    .option('--json', 'write one JSON object per line')
    .action(async (options: Given<'since'>) => {
      const law = await lawOf(options)
      const query = queryOf(options, host.today, [])
      checkQuery(law, query)
      const years = [options.since, query.asOf].map((day) => Number(day.slice(0, 4))) as [number, number]
      if (years[0] > years[1]) throw new CannotRun(`--since ${options.since} is after ${query.asOf}`)
      const progress = (structures: number) => {
        if (host.stderr.isTTY && structures % 100 === 0) host.stderr.write(`\r${structures} structures`)
      }
      const { asOf: _, ...rest } = query
      const found = await decidedYears(
        readyReader(() => Reader.start()),
        law,
        rest,
        years,
        progress,
      )
      if (host.stderr.isTTY) host.stderr.write('\r\x1b[K')
      print(host, options, decidedBlocks(found), () => found)
    })
}
