import type { Reader } from '../../chem/index.js'
import { isInForce, type Day } from '../../law/index.js'
import type { LawIndex } from '../law-index.js'

export type Neighbour = ReturnType<Neighbourhood['nearest']>[number]

/** Fingerprints of the recorded substances; computed once, in about half a second. */
export class Neighbourhood {
  readonly #law: LawIndex
  readonly #prints: readonly { readonly id: string; readonly name: string; readonly bits: Uint8Array }[]

  constructor(reader: Reader, law: LawIndex) {
    this.#law = law
    this.#prints = law.edition.substances.flatMap(({ id, name, smiles }) =>
      smiles === null ? [] : [{ id, name, bits: reader.read(smiles, (s) => s.fingerprint) }],
    )
  }

  /**
   * The `count` listed substances most similar to a structure, most similar first: evidence for a question that no
   * structure decides, never a verdict. `listedIn` are jurisdictions whose lists name it on the day; `similarity` is
   * the Tanimoto coefficient of the Morgan fingerprints, 0 to 1.
   * @throws UnreadableStructure
   */
  nearest(reader: Reader, text: string, asOf: Day, codes: readonly string[] | undefined, count: number) {
    const own = reader.read(text, (s) => s.fingerprint)
    return this.#prints
      .map(({ id, name, bits }) => ({
        substance: id,
        name,
        listedIn: this.#listedIn(id, asOf, codes),
        similarity: tanimoto(own, bits),
      }))
      .filter((n) => n.listedIn.length > 0)
      .sort((a, b) => b.similarity - a.similarity || (a.substance < b.substance ? -1 : 1))
      .slice(0, count)
  }

  #listedIn(id: string, asOf: Day, codes: readonly string[] | undefined): string[] {
    return this.#law.edition.jurisdictions
      .filter(({ jurisdiction: j }) => (codes === undefined ? j.on_request === undefined : codes.includes(j.code)))
      .map((j) => j.jurisdiction.code)
      .filter((code) =>
        this.#law.listings
          .get(code)
          ?.get(id)
          ?.some(({ list, entry }) => list.control === 'drug' && isInForce(entry, asOf)),
      )
  }
}

export function tanimoto(a: Uint8Array, b: Uint8Array): number {
  let both = 0
  let either = 0
  for (let i = 0; i < a.length; i++) {
    both += ones(a[i]! & b[i]!)
    either += ones(a[i]! | b[i]!)
  }
  return either === 0 ? 0 : both / either
}

function ones(byte: number): number {
  let n = 0
  for (let rest = byte; rest > 0; rest &= rest - 1) n++
  return n
}
