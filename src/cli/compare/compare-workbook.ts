import { xlsxSink } from '../../batch/index.js'
import { comparisonCells } from '../../report/documents.js'
import type { ComparedRow, Comparison } from '../../report/index.js'
import type { Output } from '../output/output.js'

export async function writeWorkbook(
  comparison: Comparison,
  rows: AsyncIterable<ComparedRow>,
  output: Output,
): Promise<void> {
  const sink = await xlsxSink({ write: (bytes) => output.write(bytes), close: async () => {} }, (header) => {
    const before = header.indexOf('before')
    return new Set([before, before + 1])
  })
  for await (const cells of comparisonCells(comparison, rows))
    await sink.write(Buffer.from(`${JSON.stringify(cells)}\n`))
  await sink.close()
}
