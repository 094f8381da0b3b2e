import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import type { ZipFile } from 'yazl'
import { aboutWords } from '../../report/index.js'
import { aboutXml, frameOf, headerRow, sheetEnd, sheetRow, sheetStart } from '../input/xlsx/sheet-xml.js'
import { rowsSink, type Sink } from './sink.js'

/** Maximum rows of a sheet, including its header. Source: Microsoft, Excel specifications and limits. */
const mostRows = 1_048_576
/** A fixed date: the same rows always give the same bytes. */
const mtime = new Date(1980, 0, 1)

/** The sheets of a workbook, written one after the other; another is begun when one is full. */
class Sheets {
  readonly #zip: ZipFile
  readonly #most: number
  readonly #written: Promise<void>
  #header: readonly string[] = []
  #verdicts: ReadonlySet<number> = new Set()
  #sheet: PassThrough | null = null
  #count = 0
  #rows = 0

  constructor(zip: ZipFile, under: Sink, most: number) {
    this.#zip = zip
    this.#most = most
    this.#written = (async () => {
      for await (const part of zip.outputStream) await under.write(Uint8Array.from(part as Buffer))
    })()
    this.#written.catch(() => {})
  }

  get areBegun(): boolean {
    return this.#count > 0
  }

  async begin(header: readonly string[], verdicts: ReadonlySet<number>): Promise<void> {
    this.#header = header
    this.#verdicts = verdicts
    await this.#next()
  }

  async add(cells: readonly string[]): Promise<void> {
    if (this.#rows === this.#most) await this.#next()
    await this.#give(sheetRow(cells, ++this.#rows, this.#verdicts))
  }

  /** @param about rows of a sheet before the results */
  async end(about: readonly (readonly string[])[] | null): Promise<void> {
    this.#endSheet()
    const add = (text: string, name: string) => this.#zip.addBuffer(Buffer.from(text), name, { mtime })
    if (about) add(aboutXml(about), sheetName(++this.#count))
    for (const [name, text] of Object.entries(frameOf(this.#count, about && aboutWords.sheet))) add(text, name)
    this.#zip.end()
    await this.#written
  }

  async #next(): Promise<void> {
    this.#endSheet()
    this.#sheet = new PassThrough()
    this.#zip.addReadStream(this.#sheet, sheetName(++this.#count), { mtime })
    this.#rows = 1
    await this.#give(sheetStart(this.#header) + headerRow(this.#header))
  }

  async #give(text: string): Promise<void> {
    if (!this.#sheet!.write(text)) await Promise.race([once(this.#sheet!, 'drain'), this.#written])
  }

  #endSheet(): void {
    this.#sheet?.end(sheetEnd(this.#header.length, this.#rows))
    this.#sheet = null
  }
}

const sheetName = (number: number) => `xl/worksheets/sheet${number}.xml`

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
  const { ZipFile: Zip } = await import('yazl')
  const sheets = new Sheets(new Zip(), under, most)
  /** Rows that stand after the hits. */
  const held: string[][] = []
  let verdicts: ReadonlySet<number> = new Set()
  const take = async (cells: string[]) => {
    if (!sheets.areBegun) {
      verdicts = verdictsIn(cells)
      await sheets.begin(cells, verdicts)
    } else if (hitsFirst && !hits.has(cells[[...verdicts][0]!]!)) held.push(cells)
    else await sheets.add(cells)
  }
  return rowsSink(take, async () => {
    if (!sheets.areBegun) await sheets.begin(['verdict'], new Set())
    for (const cells of held) await sheets.add(cells)
    await sheets.end(about?.() ?? null)
    await under.close()
  })
}
