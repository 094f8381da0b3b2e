import { historyBlocks, historyCsvProblem, historyCsvRows, toMarkdown } from '../../report/answers/index.js'
import { historyJson, problemText, toJson } from '../../report/index.js'
import { historyText, printable } from '../../report/text/index.js'
import type { HistorySetup } from './history-setup.js'
import type { Told } from './timelines.js'

/** The history of one input as written, or why it has none. */
export function historyOut(
  { ref, lookup, found: { histories, problem } }: Told,
  { format, run }: HistorySetup,
): string {
  switch (format.is) {
    case 'json':
      return `${JSON.stringify(histories ? historyJson(ref, histories, run, lookup) : toJson(ref, { kind: 'unreadable', problem }, run))}\n`
    case 'csv':
      return histories ? historyCsvRows(ref, histories) : historyCsvProblem(ref, problemText(problem))
    case 'md':
      if (histories) return `${toMarkdown(historyBlocks(ref, histories))}\n`
      break
    case 'text':
      if (histories) return `${historyText(ref, histories, lookup, format)}\n`
  }
  return `${printable(ref.input)}\n  unreadable: ${problemText(problem)}\n\n`
}
