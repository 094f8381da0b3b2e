import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { aboutWords } from '../../report/words/workbook-words.js'
import { aboutXml, frameOf, headerRow, sheetEnd, sheetRow, sheetStart } from '../input/xlsx/sheet-xml.js'
import { jsonLines } from './json-lines.js'
import type { Sink } from './sink.js'

/** Maximum rows of a sheet, including its header. Source: Microsoft, Excel specifications and limits. */
const mostRows = 1_048_576

const hits: ReadonlySet<string> = new Set(['listed', 'class', 'controlled', 'depends'])

/**
 * Takes rows as JSON arrays of cells, one per line, header first; writes them as a workbook, continuing on another
 * sheet when one is full.
 * @param verdictsIn the verdict columns of a header
 * @param about rows of a sheet before the results, called when all results are written
 * @param hitsFirst keeps the other rows in memory until the end
 */
export async function xlsxSink(
  under: Sink,
  verdictsIn: (header: readonly string[]) => ReadonlySet<number>,
  about: (() => readonly (readonly string[])[]) | null = null,
  { most = mostRows, hitsFirst = false } = {},
): Promise<Sink> {
  // Loaded here so that other outputs start without it.
  const { ZipFile } = await import('yazl')
  const zip = new ZipFile()
  // Fixed date: the same rows always give the same bytes.
  const mtime = new Date(1980, 0, 1)
  const written = (async () => {
    for await (const part of zip.outputStream) await under.write(Uint8Array.from(part as Buffer))
  })()
  written.catch(() => {})
  let header: readonly string[] | null = null
  let verdicts: ReadonlySet<number> = new Set()
  let sheet: PassThrough | null = null
  let sheets = 0
  let rows = 0
  /** Rows that stand after the hits. */
  const held: string[][] = []
  const give = async (text: string) => {
    if (!sheet!.write(text)) await Promise.race([once(sheet!, 'drain'), written])
  }
  const endSheet = () => {
    sheet?.end(sheetEnd(header!.length, rows))
    sheet = null
  }
  const begin = async () => {
    endSheet()
    sheet = new PassThrough()
    zip.addReadStream(sheet, `xl/worksheets/sheet${++sheets}.xml`, { mtime })
    rows = 1
    await give(sheetStart(header!) + headerRow(header!))
  }
  const add = async (cells: readonly string[]) => {
    if (rows === most) await begin()
    await give(sheetRow(cells, ++rows, verdicts))
  }
  return {
    async write(bytes, done) {
      const given = jsonLines<string[]>(bytes)
      done?.()
      for (const cells of given) {
        if (!header) {
          header = cells
          verdicts = verdictsIn(header)
          await begin()
          continue
        }
        if (hitsFirst && !hits.has(cells[[...verdicts][0]!]!)) held.push(cells)
        else await add(cells)
      }
    },
    async close() {
      if (!header) {
        header = ['verdict']
        await begin()
      }
      for (const cells of held) await add(cells)
      endSheet()
      const file = (text: string, name: string) => zip.addBuffer(Buffer.from(text), name, { mtime })
      if (about) file(aboutXml(about()), `xl/worksheets/sheet${++sheets}.xml`)
      for (const [name, text] of Object.entries(frameOf(sheets, about && aboutWords.sheet))) file(text, name)
      zip.end()
      await written
      await under.close()
    },
  }
}
