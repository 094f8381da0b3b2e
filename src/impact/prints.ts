import type { Reader } from '../chem/index.js'

/** Fingerprints of structures, each made once: a draft is measured again and again on the same sets. */
export class Prints {
  readonly #known = new Map<string, Uint8Array>()

  constructor(readonly reader: Reader) {}

  async of(smiles: string): Promise<Uint8Array> {
    const known = this.#known.get(smiles)
    if (known) return known
    await this.reader.ready()
    const made = this.reader.read(smiles, (s) => s.fingerprint)
    if (this.#known.size < mostKept) this.#known.set(smiles, made)
    return made
  }
}

/** Of 256 bytes each; those of a library are not worth keeping. */
const mostKept = 10_000
