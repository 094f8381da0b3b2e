import { SkeletonReader, type Skeletons } from '../../answers/index.js'
import { UnreadableStructure, type Reader, isMetal, skeletonKey, type Molecule } from '../../chem/index.js'
import type { Resolver } from '../../identifiers/index.js'
import { substanceIdentity, type SubstanceIdentity, type LawIndex } from '../../matching/index.js'
import { failureProblem, inspectionWords as words, problemText, warningText } from '../../report/index.js'
import type { Done, Task, Watch } from '../judge/chunk-task.js'
import { ChunkWork, placeOf, recordsOf, type RecordPlace } from '../judge/chunk-work.js'
import type { BatchRecord } from '../input/batch-record.js'
import { Tally } from '../output/tally.js'
import { remembered } from '../../remembered.js'

type Found = Pick<LintedLine, 'before' | 'after' | 'compared'>

/** Columns whose values name a substance, so that its structure can be compared with the recorded one. */
const nameColumns = /^(name|compound( name)?|substance|title|cas|cas ?rn|cas[ _-]?(no\.?|number))$/i

/** Checks the structures of records one by one; what occurs twice is for `Repeats` to find. */
export class LintJudge extends ChunkWork {
  readonly #skeletons = new SkeletonReader()
  readonly #recorded = new Map<string, SubstanceIdentity | null>()

  constructor(
    readonly resolver: Resolver,
    readonly setup: LintSetup,
  ) {
    super()
  }

  protected async judged(task: Task, watch: Watch): Promise<Done> {
    const tally = new Tally()
    const judged = await this.inTurn(recordsOf(task), task, watch, async (record, _, line) => {
      const found = await this.#found(record)
      tally.addCleared()
      if (this.setup.all || found.compared || found.before.length > 0 || found.after.length > 0)
        this.bytes.text(`${JSON.stringify({ ...placeOf(record, line), ...found } satisfies LintedLine)}\n`)
    })
    return this.done(judged, tally)
  }

  async #found(record: BatchRecord): Promise<Found> {
    if (record.problem) return unread(problemText(record.problem))
    const given = { ...record.identifiers, structure: record.text }
    const { meaning, warnings } = await this.resolver.resolve(given)
    if (meaning.kind === 'unreadable') return unread(problemText(failureProblem(meaning.failure)))
    // What contradicts a structure is compared more strictly below.
    const before = warnings
      .filter(({ code }) => code === 'bad-cas' || code === 'unknown-cas')
      .map((warning): Flaw => ({ rule: 'name', level: 'warning', message: warningText(warning) }))
    if (meaning.kind !== 'structure') return { before, after: [], compared: null }
    return { before, ...((await this.#quickly(meaning.text, record)) ?? (await this.#inFull(meaning.text, record))) }
  }

  /** Without RDKit; null where that is not certain, and where a name is to be compared with the structure. */
  #quickly(text: string, record: BatchRecord): Pick<Found, 'after' | 'compared'> | null {
    const skeletons = this.setup.screen && this.#namesIn(record).length === 0 ? this.#skeletons.read(text) : null
    if (!skeletons) return null
    const buckets = this.setup.once ? bucketsOf(skeletons, this.resolver.law) : null
    return { after: [], compared: buckets && { buckets, text, names: null } }
  }

  async #inFull(text: string, record: BatchRecord): Promise<Pick<Found, 'after' | 'compared'>> {
    const reader = await this.resolver.reader()
    const { law } = this.resolver
    try {
      const { buckets, inchikey, identity } = reader.read(text, (structure) => ({
        inchikey: structure.inchikey,
        identity: substanceIdentity(structure, law),
        buckets: this.setup.once ? bucketsOf(skeletonsOf(structure.molecule), law) : null,
      }))
      return {
        after: identity ? this.#contradictions(record, identity, reader) : [],
        compared: buckets && { buckets, text, names: { inchikey, full: identity?.full ?? null } },
      }
    } catch (error) {
      if (!(error instanceof UnreadableStructure)) throw error
      return { after: unread(problemText(error.problem)).before, compared: null }
    }
  }

  #contradictions(record: BatchRecord, identity: SubstanceIdentity, reader: Reader): Flaw[] {
    return this.#namesIn(record).flatMap(({ text, substance, structure }): Flaw[] => {
      const recorded = this.#identityOf(substance, structure, reader)
      if (!recorded || recorded.full === identity.full) return []
      if (recorded.flat === identity.flat)
        return [{ rule: 'name', level: 'warning', message: words.otherStereo(text, structure) }]
      return [{ rule: 'name', level: 'error', message: words.otherStructure(text, structure) }]
    })
  }

  /** The recorded substances with a structure that a record names. */
  #namesIn({ name, fields }: BatchRecord): { text: string; substance: string; structure: string }[] {
    const given = new Set([
      ...(name === null ? [] : [name]),
      ...fields.filter(([column]) => nameColumns.test(column.trim())).map(([, value]) => value.trim()),
    ])
    return [...given].flatMap((text) => {
      const found = text === '' ? null : this.resolver.names.find(text)
      if (found?.kind !== 'one' || found.lookup.structure === null) return []
      return [{ text, substance: found.lookup.substance!, structure: found.lookup.structure }]
    })
  }

  #identityOf(substance: string, smiles: string, reader: Reader): SubstanceIdentity | null {
    return remembered(this.#recorded, substance, () =>
      reader.read(smiles, (structure) => substanceIdentity(structure, this.resolver.law)),
    )
  }
}

function unread(message: string): Found {
  return { before: [{ rule: 'unread', level: 'error', message }], after: [], compared: null }
}

/**
 * Keys of which two drawings of one substance share one: skeletons of its components but counter-ions and solvents,
 * which may be left out, and one for whatever has a metal, since InChI cuts bonds of metals that we keep.
 */
function bucketsOf({ keys, hasMetal }: Skeletons, { counterIonSkeletons }: LawIndex): string[] {
  const own = [...new Set(keys.filter((key) => !counterIonSkeletons.has(key)))].sort().join(' ')
  return hasMetal ? [own, 'metal'] : [own]
}

/** Skeletons of a structure that RDKit read; hydrogen alone, which no skeleton of the engine has, is left out. */
function skeletonsOf(molecule: Molecule): Skeletons {
  const { atoms, components } = molecule
  const heavy = components.filter((component) => component.some((a) => atoms[a]!.z !== 1))
  const isAlone = (component: readonly number[]) => component.length === 1 && isMetal(atoms[component[0]!]!.z)
  return {
    keys: heavy.filter((component) => !isAlone(component)).map((component) => skeletonKey(molecule, component)),
    hasMetal: atoms.some(({ z }) => isMetal(z)),
  }
}

/** Records whose structures themselves are checked. */
export interface LintSetup {
  readonly kind: 'lint'
  /** False if a substance may occur in several rows, as in a table of expectations by day. */
  readonly once: boolean
  /** Whether records without flaws are handed on too where they need not be compared with others. */
  readonly all: boolean
  readonly screen: boolean
}

export interface Flaw {
  readonly rule: 'unread' | 'duplicate' | 'form' | 'name'
  readonly level: 'error' | 'warning'
  readonly message: string
}

/** What tells whether two records have the same structure, or are forms of one substance. */
export interface LintNames {
  readonly inchikey: string | null
  /** Of the substance; null where it has no identity. */
  readonly full: string | null
}

export interface LintedLine extends RecordPlace {
  /** What is said before what it repeats, and after that. */
  readonly before: readonly Flaw[]
  readonly after: readonly Flaw[]
  /** What it has to be compared with others; null where it is compared with none. */
  readonly compared: Compared | null
}

export interface Compared {
  /** Records that have none of these in common are different substances. */
  readonly buckets: readonly string[]
  readonly text: string
  /** Null where they are not worked out yet. */
  readonly names: LintNames | null
}
