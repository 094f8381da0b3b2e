import { historyBlocks, historyCsvProblem, historyCsvRows, toMarkdown } from '../../report/answers/index.js'
import { historyJson, problemText, toJson } from '../../report/index.js'
import { historyText, unreadText } from '../../report/text/index.js'
import type { HistorySetup } from './history-setup.js'
import type { RecordHistory } from './histories.js'

/** The history of one input as written, or why it has none. */
export function historyOut(
  { ref, lookup, found: { histories, problem } }: RecordHistory,
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
  return unreadText(ref, problemText(problem))
}
