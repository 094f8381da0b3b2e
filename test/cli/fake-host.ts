import { Readable, Writable } from 'node:stream'
import type { Host } from '../../src/cli/host.js'
import { main } from '../../src/cli/main.js'
import { withKeptReader } from '../support/kept-reader.js'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface FakeOptions {
  readonly stdin?: string | Buffer
  readonly today?: string
  readonly tty?: boolean
  readonly env?: Record<string, string>
  readonly folder?: string
  /** Undefined if the width of the reader's window is unknown. */
  readonly columns?: number | undefined
}

class Sink extends Writable {
  readonly #parts: Buffer[] = []
  constructor(
    readonly isTTY: boolean,
    readonly columns: number | undefined,
  ) {
    super()
  }
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.#parts.push(Buffer.from(chunk))
    done()
  }
  get text(): string {
    return Buffer.concat(this.#parts).toString('utf8')
  }
}

/** Runs one command line like `bin/coverage.js`, with its own streams. */
export async function run(args: readonly string[], options: FakeOptions = {}): Promise<Ran> {
  const { tty = false } = options
  const columns = 'columns' in options ? options.columns : 100
  const stdout = new Sink(tty, columns)
  const stderr = new Sink(tty, columns)
  const host: Host = {
    stdin: Readable.from([Buffer.from(options.stdin ?? '')]),
    stdout: stdout as Host['stdout'],
    stderr: stderr as Host['stderr'],
    env: options.env ?? {},
    ...(options.folder === undefined ? {} : { folder: options.folder }),
    today: options.today ?? '2026-09-01',
  }
  const code = await withKeptReader(() => main(args, host))
  return { code, out: stdout.text, err: stderr.text }
}

/** The NDJSON that a command wrote. */
export async function runJson(
  args: readonly string[],
  options: FakeOptions = {},
): Promise<{ code: number; rows: any[]; err: string }> {
  const { code, out, err } = await run(args, options)
  return {
    code,
    err,
    rows: out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown),
  }
}

export const crotonylfentanyl = 'C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
export const fentanyl = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
export const carfentanil = 'CCC(=O)N(c1ccccc1)C1(C(=O)OC)CCN(CCc2ccccc2)CC1'
/** The columns of a CSV behind `problem`. */
export const lastColumns = 'as_of,until,unverified,open_question,controlled_in,undecided_in,positions,ids,waived'
/** The separators of these columns in a row where only the day has a text. */
export const noneLast = lastColumns.replace(/[^,]/g, '')
export const ibuprofen = 'CC(C)Cc1ccc(cc1)C(C)C(=O)O'
