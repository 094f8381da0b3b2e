import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Option } from 'commander'
import { writeWhole } from '../../../batch/index.js'
import { jurisdictionCode } from '../../../identifiers/index.js'
import { draftWords, replay, replayBlocks, replayJson } from '../../../desk/index.js'
import { CannotRun, type AddCommand, type Host } from '../../host.js'
import { loadRecords, withDataOptions } from '../../law-files/law-data.js'
import { datedTexts } from './official-texts.js'
import type { Options } from '../../options.js'
import { chosen, print } from '../law/print.js'

/** `coverage law replay`: exit code 0 if the records agree, 1 if not, 2 if the series is unusable. */
export const addReplay: AddCommand = (law, host, done) => {
  withDataOptions(
    law
      .command('replay')
      .description(
        'Derives from the dated texts of a law and the acts that amend it on which day each entry came, moved, was ' +
          'renamed and left, and compares that with the records.',
      ),
  )
    .argument('<jurisdiction>', 'code or name: CZ, Estonia ...')
    .argument(
      '<path...>',
      'the texts, or folders of them: Markdown, HTML, XML or CSV, with the day in their name or first line',
    )
    .addOption(new Option('-o, --output <folder>', 'write corrected periods there; it may not exist yet'))
    .addOption(new Option('--json', 'write one JSON object per line'))
    .action(async (jurisdiction: string, paths: string[], options: Options) =>
      done(await run(jurisdictionCode(jurisdiction), paths, options, host)),
    )
}

async function run(code: string, paths: readonly string[], options: Options, host: Host): Promise<number> {
  const records = loadRecords(options)
  chosen(records, [code])
  const { texts, unread } = await datedTexts(paths)
  const found = replay(records, code, texts)
  const result = { ...found, apart: [...unread, ...found.apart] }
  if (result.flaws.length > 0) throw new CannotRun(result.flaws.join('; '))
  if (options.output !== undefined) {
    try {
      mkdirSync(options.output)
    } catch (error) {
      throw new CannotRun(draftWords.cannotWrite(options.output, (error as Error).message))
    }
    const file = join(options.output, `${code.toLowerCase()}.periods.json`)
    await writeWhole(file, `${JSON.stringify(replayJson(result), null, 2)}\n`)
  }
  print(host, options, replayBlocks(result), () => replayJson(result))
  const open = result.steps.some(({ step }) => (step.amendment?.unread.length ?? 0) > 0)
  return open || result.missing.length > 0 || result.entries.some((e) => e.finding !== 'agrees') ? 1 : 0
}
