import type { Meter } from '../meter.js'
import { FileProblem } from '../file-problem.js'
import type { BatchRecord, SourceNotes } from '../batch-record.js'
import type { HeaderChoice } from '../table-file.js'
import { openArchive } from './archive.js'
import { workbookRecords } from './workbook-records.js'

/** Rows of one sheet of a workbook on disk. @throws {FileProblem} when it cannot be read */
export async function* xlsxRecords(
  file: string,
  options: HeaderChoice & { readonly sheet?: string },
  source: SourceNotes,
  meter: Meter,
  size: number | null,
): AsyncGenerator<BatchRecord> {
  if (file === '-') throw new FileProblem(file, 'a workbook is read from its end, so it cannot come from stdin')
  yield* workbookRecords({ file, size: size ?? 0, open: () => openArchive(file) }, options, source, meter)
}
