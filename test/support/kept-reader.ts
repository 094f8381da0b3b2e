import { Reader } from '../../src/chem/index.js'
import { FingerprintCache } from '../../src/impact/index.js'
import { Screen } from '../../src/screen/index.js'

let kept: Promise<Reader> | undefined
const { start } = Reader
const { free } = Screen.prototype
const { of, scaffoldOf } = FingerprintCache.prototype
const prints = new Map<string, Promise<Uint8Array>>()
const scaffolds = new Map<string, Promise<string>>()
const inchis = new Map<string, string | null>()

/**
 * Runs a command with what all commands of a worker share, as `batch` does for all rows: starting RDKit and making a
 * screen take longer than most commands. Commands that measure class rules need InChIs, fingerprints and scaffolds of
 * the same thousands of structures, whatever the rule.
 */
export async function withKeptReader<T>(use: () => Promise<T>): Promise<T> {
  Reader.start = async (options) => (options ? start.call(Reader, options) : ready(await (kept ??= startKept())))
  Screen.prototype.free = () => {}
  FingerprintCache.prototype.of = once(prints, of)
  FingerprintCache.prototype.scaffoldOf = once(scaffolds, scaffoldOf)
  try {
    return await use()
  } finally {
    Reader.start = start
    Screen.prototype.free = free
    Object.assign(FingerprintCache.prototype, { of, scaffoldOf })
  }
}

/** A command begins with a reader that no structure has broken. */
async function ready(reader: Reader): Promise<Reader> {
  await reader.ready()
  return reader
}

async function startKept(): Promise<Reader> {
  const reader = await start.call(Reader)
  reader.inchiOf = once(inchis, reader.inchiOf)
  return reader
}

/** A method that is asked once for each SMILES. */
function once<Of, T>(answers: Map<string, T>, ask: (this: Of, smiles: string) => T) {
  return function (this: Of, smiles: string): T {
    if (!answers.has(smiles)) answers.set(smiles, ask.call(this, smiles))
    return answers.get(smiles)!
  }
}
