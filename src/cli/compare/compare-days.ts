import { dayChanges } from '../../law/index.js'
import { isControlled, selectedJurisdictions } from '../../matching/index.js'
import { styledText, toMarkdown } from '../../report/documents.js'
import { becomesControlled, isChanged } from '../../report/index.js'
import { CannotRun, stopCodes, type Host } from '../host.js'
import { inputSource } from '../input/structure-input.js'
import type { Options } from '../options.js'
import { withOutput } from '../output/output-choice.js'
import { textStyle } from '../output/terminal.js'
import { GatheredRows, gatherRows } from './gather.js'
import type { Scenarios } from './scenarios.js'

const formats = ['text', 'md', 'html', 'json', 'csv'] as const

/** What changed in the law between two days, over all recorded substances. @throws {CannotRun} if more differs */
export async function compareDays(scenarios: Scenarios, format: string, options: Options, host: Host): Promise<number> {
  const { before, after, sameRecords, across } = scenarios
  const [from, to] = [before.query.asOf, after.query.asOf].sort() as [string, string]
  const { law, run } = after
  const isMore = options.assume || options.rule || options.position
  if (from === to || !sameRecords || across || isMore)
    throw new CannotRun('without a file, two days are compared: give --as-of DAY and --against DAY, or a file')
  const write = formats.find((own) => own === format)
  if (!write) throw new CannotRun(`what changed between two days is written as ${formats.join(', ')}, not ${format}`)
  const ordered = before.query.asOf === from ? scenarios : { ...scenarios, before: after, after: before }
  const inputs = law.edition.substances.map(({ id, name, smiles }, i) => ({
    index: i + 1,
    id,
    input: smiles ?? name,
  }))
  const gathered = new GatheredRows(null)
  const members = new Map<string, string[]>()
  const substances = { total: inputs.length, changed: 0, controlled: 0 }
  try {
    const stopped = await gatherRows(inputSource(inputs), options, ordered, 'notable', gathered, host)
    if (stopped) return stopCodes[stopped]
    for await (const row of gathered.rows()) {
      if (!isChanged(row)) continue
      substances.changed++
      if (becomesControlled(row)) substances.controlled++
      const rules = row.moves
        .flatMap((m) => (isControlled(m.to ?? '') ? m.gained : m.lost))
        .filter((f) => f.kind === 'class')
      for (const rule of new Set(rules.map((f) => f.ruleId)))
        members.set(rule, [...(members.get(rule) ?? []), row.ref.id])
    }
  } finally {
    await gathered.close()
  }
  const records = selectedJurisdictions(law, after.query)
  const changes = dayChanges(records, from, to).filter(({ what }) => what !== 'proposed' || to > host.today)
  const laws = records.map(({ jurisdiction }) => jurisdiction.code)
  const between = { from, to, today: host.today, laws, changes, members, substances, run }
  await withOutput(options.output, host, async (output) => {
    const { lawBetweenBlocks, lawBetweenCsv, lawBetweenJson, lawBetweenPage } = await import(
      '../../report/html/index.js'
    )
    switch (write) {
      case 'html': {
        const { pageAssets } = await import('../output/page-assets.js')
        for (const part of lawBetweenPage(between, pageAssets())) await output.write(part)
        return
      }
      case 'text':
        return output.write(styledText(lawBetweenBlocks(between), textStyle(host, options)))
      case 'md':
        return output.write(`${toMarkdown(lawBetweenBlocks(between))}\n`)
      case 'csv':
        return output.write(lawBetweenCsv(between))
      case 'json':
        return output.write(lawBetweenJson(between))
    }
  })
  return options.failOn?.includes('controlled') && substances.controlled > 0 ? 1 : 0
}
