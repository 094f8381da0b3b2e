import type { Judgement } from '../../matching/index.js'
import {
  type RunInfo,
  editionNote,
  toJson,
  shortRow,
  sdfRecord,
  jsonWithoutControls,
  csvRow,
  csvLine,
  type RunFile,
  workbookRow,
} from '../../report/index.js'
import type { TableLayout } from '../input/chunk.js'
import type { BatchResult } from './result.js'
import type { RowBytes } from './row-bytes.js'

/** `cells` are CSV cells as JSON arrays, for columnar writers; `sheet` the same with columns for each law. */
type RowFormat = 'ndjson' | 'csv' | 'cells' | 'sheet' | 'sdf' | 'summary'

export interface RowSetup {
  readonly format: RowFormat
  readonly run: RunInfo
  /** Adds near misses and rules set aside. */
  readonly explain: boolean
  /** Codes of the jurisdictions queried, in output order. */
  readonly jurisdictions: readonly string[]
  /** Their names, which head the columns of a sheet. */
  readonly names?: ReadonlyMap<string, string>
  /** Names of the files if there are several; each row then gives its own. */
  readonly files: readonly string[] | null
  /** Whether structures, names and numbers are mixed in one column; rows then give their match. */
  readonly mixed?: boolean
  /** The facts of the run, if rows leave them out. */
  readonly short?: RunFile
}

const beforeControls = 0xc2
const deleted = 0x7f

/**
 * Searches all rows at once, as almost none holds a control character that JSON leaves as it is. A `Buffer` searches
 * several times as fast as a plain `Uint8Array`.
 */
function escaped(rows: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength)
  let found = bytes.includes(deleted)
  for (let at = bytes.indexOf(beforeControls); at >= 0 && !found; at = bytes.indexOf(beforeControls, at + 1))
    found = bytes[at + 1]! < 0xa0
  return found ? Uint8Array.from(Buffer.from(jsonWithoutControls(bytes.toString()))) : rows
}

/** Where a row comes from, in addition to its record. */
export interface RowPlace {
  readonly source: number
  readonly layout: TableLayout | null
  /** The line on which the record begins, if rows give it. */
  readonly line?: number
}

/** Writes results as bytes. Rows of uncontrolled inputs differ only at their beginning, so the rest is cached. */
export class RowWriter {
  readonly #note: { readonly note?: string }
  readonly #middle: string
  readonly #tail: Buffer

  constructor(
    readonly setup: RowSetup,
    readonly nothing: Judgement,
    readonly bytes: RowBytes,
  ) {
    const note = editionNote(setup.run.edition)
    this.#note = note === null ? {} : { note }
    const begin = '{"index":0,"id":"","input":""'
    const sample = JSON.stringify(this.#json({ ref: { index: 0, id: '', input: '' }, ...this.#cleared('') }))
    const formula = sample.indexOf('"formula":""') + '"formula":"'.length
    this.#middle = sample.slice(begin.length, formula)
    this.#tail = Buffer.from(sample.slice(formula, -1))
  }

  take(): Uint8Array<ArrayBuffer> {
    const rows = this.bytes.take()
    return this.setup.format === 'ndjson' ? escaped(rows) : rows
  }

  write(result: BatchResult, place: RowPlace): void {
    const { format, jurisdictions, files } = this.setup
    if (format === 'summary') return
    const file = files ? files[place.source]! : null
    if (format === 'sdf') {
      this.bytes.text(
        sdfRecord(
          { ...result.ref, input: result.record.text },
          result.record.fields,
          result.assessment,
          { jurisdictions, file, asOf: this.setup.run.asOf, ...this.#note },
          result,
          result.record.problem?.code === 'too-long',
        ),
      )
      return
    }
    if (format !== 'ndjson') {
      const { asOf } = this.setup.run
      const layout = { ...csvLayout(place.layout, this.setup.mixed), jurisdictions, file, asOf, ...this.#note }
      const row = format === 'sheet' ? workbookRow : csvRow
      const cells = row(result.ref, result.record.fields, result.assessment, layout, result)
      this.bytes.text(format === 'csv' ? csvLine(cells, place.layout?.delimiter) : `${JSON.stringify(cells)}\n`)
      return
    }
    this.bytes.text(`${JSON.stringify(Object.assign(this.#json(result), this.#origin(result.record, place)))}\n`)
  }

  /** Writes the same row as `write` does for an uncontrolled input of this formula. */
  writeCleared({ ref, record }: Pick<BatchResult, 'ref' | 'record'>, formula: string, place: RowPlace): void {
    if (this.setup.format !== 'ndjson') {
      this.write({ ref, record, ...this.#cleared(formula) }, place)
      return
    }
    const { index } = ref
    const [id, input] = [JSON.stringify(ref.id), JSON.stringify(ref.input)]
    this.bytes.text(`{"index":${index},"id":${id},"input":${input}${this.#middle}${formula}`)
    this.bytes.raw(this.#tail)
    const origin =
      this.setup.files || record.fields.length > 0
        ? JSON.stringify(this.#origin(record, place)).slice(1, -1)
        : `"row":${record.row}`
    this.bytes.text(`,${origin}}\n`)
  }

  #cleared(formula: string) {
    const structure = { smiles: null, inchikey: null, formula }
    return { assessment: { kind: 'judged', structure, judgement: this.nothing }, lookup: null, warnings: [] } as const
  }

  #json({ ref, assessment, lookup, warnings }: Omit<BatchResult, 'record'>): Record<string, unknown> {
    const { run, explain, short } = this.setup
    const whole = toJson(ref, assessment, run, { explain, caveats: explain ? 'full' : 'short' }, lookup, warnings)
    return short ? shortRow(whole, short) : whole
  }

  #origin(record: BatchResult['record'], place: RowPlace): Record<string, unknown> {
    const { files } = this.setup
    return {
      row: record.row,
      ...(place.line === undefined ? {} : { line: place.line }),
      ...(files ? { file: files[place.source]! } : {}),
      ...(record.fields.length > 0 ? { fields: Object.fromEntries(record.fields) } : {}),
    }
  }
}

export function csvLayout(layout: TableLayout | null, mixed: boolean | undefined) {
  return { columns: layout?.columns ?? null, properties: layout?.properties, matched: mixed || layout?.matched }
}
