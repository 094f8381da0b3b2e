import { UnreadableStructure, type Reader } from '../../chem/index.js'
import type { Resolver } from '../../identifiers/index.js'
import { substanceIdentity, type SubstanceIdentity } from '../../matching/index.js'
import { failureProblem, inspectionWords as words, problemText, warningText } from '../../report/index.js'
import type { Placed } from './collection.js'

export interface Flaw {
  readonly rule: 'unread' | 'duplicate' | 'form' | 'name'
  readonly level: 'error' | 'warning'
  readonly message: string
}

interface Seen {
  readonly row: number
  readonly id: string
}

/** Columns whose values name a substance, so that its structure can be compared with the recorded one. */
const nameColumns = /^(name|compound( name)?|substance|title|cas|cas ?rn|cas[ _-]?(no\.?|number))$/i

/** Checks the structures of a file row by row: unreadable, duplicate, contradicting their name. */
export class RowLinter {
  readonly #keys = new Map<string, Seen>()
  readonly #substances = new Map<string, Seen>()
  readonly #recorded = new Map<string, SubstanceIdentity | null>()

  constructor(
    readonly reader: Reader,
    readonly resolver: Resolver,
    /** False if a substance may occur in several rows, as in a table of expectations by day. */
    readonly once: boolean,
  ) {}

  async flawsOf({ record }: Placed, id: string): Promise<Flaw[]> {
    if (record.problem) return [{ rule: 'unread', level: 'error', message: problemText(record.problem) }]
    const given = { ...record.identifiers, structure: record.text, lookUp: true }
    const { meaning, warnings } = await this.resolver.resolve(given)
    if (meaning.kind === 'unreadable')
      return [{ rule: 'unread', level: 'error', message: problemText(failureProblem(meaning.failure)) }]
    // What contradicts a structure is compared more strictly below.
    const numbers = warnings
      .filter(({ code }) => code === 'bad-cas' || code === 'unknown-cas')
      .map((warning): Flaw => ({ rule: 'name', level: 'warning', message: warningText(warning) }))
    return [...numbers, ...(meaning.kind === 'structure' ? this.#drawn(meaning.text, record, id) : [])]
  }

  #drawn(text: string, record: Placed['record'], id: string): Flaw[] {
    try {
      const { inchikey, identity } = this.reader.read(text, (structure) => ({
        inchikey: structure.inchikey,
        identity: substanceIdentity(structure, this.resolver.law),
      }))
      return [
        ...this.#repeats(record.row, id, inchikey, identity),
        ...(identity ? this.#contradictions(record.name, record.fields, identity) : []),
      ]
    } catch (error) {
      if (!(error instanceof UnreadableStructure)) throw error
      return [{ rule: 'unread', level: 'error', message: problemText(error.problem) }]
    }
  }

  #repeats(row: number, id: string, inchikey: string | null, identity: SubstanceIdentity | null): Flaw[] {
    if (!this.once) return []
    const same = inchikey === null ? null : met(this.#keys, inchikey, { row, id })
    const form = identity === null ? null : met(this.#substances, identity.full, { row, id })
    if (same) return [{ rule: 'duplicate', level: 'error', message: words.sameStructure(same.row, same.id) }]
    return form ? [{ rule: 'form', level: 'warning', message: words.sameSubstance(form.row, form.id) }] : []
  }

  #contradictions(name: string | null, fields: Placed['record']['fields'], identity: SubstanceIdentity): Flaw[] {
    const given = new Set([
      ...(name === null ? [] : [name]),
      ...fields.filter(([column]) => nameColumns.test(column.trim())).map(([, value]) => value.trim()),
    ])
    return [...given].flatMap((text): Flaw[] => {
      const found = text === '' ? null : this.resolver.names.find(text)
      if (found?.kind !== 'one' || found.lookup.structure === null) return []
      const { substance, structure } = found.lookup
      const recorded = this.#identityOf(substance!, structure)
      if (!recorded || recorded.full === identity.full) return []
      if (recorded.flat === identity.flat)
        return [{ rule: 'name', level: 'warning', message: words.otherStereo(text, structure) }]
      return [{ rule: 'name', level: 'error', message: words.otherStructure(text, structure) }]
    })
  }

  #identityOf(substance: string, smiles: string): SubstanceIdentity | null {
    const known = this.#recorded.get(substance)
    if (known !== undefined) return known
    const identity = this.reader.read(smiles, (structure) => substanceIdentity(structure, this.resolver.law))
    this.#recorded.set(substance, identity)
    return identity
  }
}

/** The first row with this key, if it is an earlier one. */
function met(seen: Map<string, Seen>, key: string, own: Seen): Seen | null {
  const first = seen.get(key)
  if (first) return first
  seen.set(key, own)
  return null
}
