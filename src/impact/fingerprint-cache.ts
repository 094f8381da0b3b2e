import type { Reader, ReadyReader } from '../chem/index.js'
import { scaffoldOf } from './scaffold.js'

/** Cache of fingerprints and scaffolds: a draft is measured repeatedly on the same sets. */
export class FingerprintCache {
  readonly #prints = new Map<string, Uint8Array>()
  readonly #scaffolds = new Map<string, string>()

  constructor(readonly reader: ReadyReader) {}

  of(smiles: string): Promise<Uint8Array> {
    return this.#once(this.#prints, smiles, (reader) => reader.read(smiles, (s) => s.fingerprint))
  }

  scaffoldOf(smiles: string): Promise<string> {
    return this.#once(this.#scaffolds, smiles, (reader) => scaffoldOf(reader, smiles))
  }

  async #once<T>(known: Map<string, T>, smiles: string, make: (reader: Reader) => T): Promise<T> {
    const found = known.get(smiles)
    if (found !== undefined) return found
    const made = make(await this.reader())
    if (known.size < mostKept) known.set(smiles, made)
    return made
  }
}

/** Each takes a few hundred bytes; those of a library are not cached. */
const mostKept = 10_000
