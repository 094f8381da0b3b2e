import type { Log, MainModule, Mol } from '@rdkit/rdkit'
import { mostReaderBytes, mostReaderBytesKept, mostReaderSteps } from '../limits.js'
import type { JsonDocument } from './common-chem.js'
import { loadRdkit, type EngineOptions, type InstanceState } from './load-rdkit.js'
import { StackGuard } from './stack-guard.js'
import { remembered } from '../remembered.js'

export type { EngineOptions }

/** The RDKit instance broke on this input (stack overrun, C++ exception); it must be replaced before the next input. */
export class EngineFailure extends Error {
  override name = 'EngineFailure'
}

/** A structure takes more work than allowed. */
export class OutOfBudget extends EngineFailure {
  override name = 'OutOfBudget'
}

/** Option of RDKit: hydrogens drawn as atoms stay atoms. */
export const keepHydrogens = '{"removeHs":false}'

/**
 * One RDKit instance in WebAssembly, about 160 MB. After a failure every further call on it fails too, so the instance
 * is discarded and `revive` creates a new one.
 */
export class Engine {
  readonly #patterns = new Map<string, Mol>()
  readonly #options: EngineOptions | undefined
  #rdkit: MainModule
  #log: Log | null
  #stack: StackGuard | null
  #watched: InstanceState
  #broken = false
  #closed = false

  private constructor(rdkit: MainModule, watched: InstanceState, options: EngineOptions | undefined) {
    this.#rdkit = rdkit
    this.#watched = watched
    this.#stack = StackGuard.on(watched.memory)
    this.#options = options
    this.#log = captureErrors(rdkit)
  }

  static async start(options?: EngineOptions): Promise<Engine> {
    const { rdkit, watched } = await loadRdkit(options)
    return new Engine(rdkit, watched, options)
  }

  get broken(): boolean {
    return this.#broken
  }

  /** Whether it holds so much memory that the next structure could not have its full allowance. */
  get worn(): boolean {
    return (this.#watched.memory?.buffer.byteLength ?? 0) > mostReaderBytesKept
  }

  /** Releases the instance and its compiled patterns; the memory is free once nothing else refers to it. */
  close(): void {
    if (this.#closed) return
    if (!this.#broken) {
      for (const pattern of this.#patterns.values()) pattern.delete()
      this.#log?.delete()
    }
    this.#patterns.clear()
    this.#log = null
    this.#stack = null
    this.#rdkit = {} as MainModule
    this.#watched = { ...this.#watched, memory: null }
    this.#broken = true
    this.#closed = true
  }

  get closed(): boolean {
    return this.#closed
  }

  async revive(): Promise<void> {
    this.#patterns.clear()
    const { rdkit, watched } = await loadRdkit(this.#options)
    this.#rdkit = rdkit
    this.#watched = watched
    this.#stack = StackGuard.on(watched.memory)
    this.#log = captureErrors(this.#rdkit)
    this.#broken = false
  }

  begin(): void {
    if (this.#watched.steps) this.#watched.steps.value = mostReaderSteps
    this.#watched.refused.value = false
  }

  /**
   * Calls `use` with RDKit; any error other than our own marks the instance as broken.
   * @throws {EngineFailure}
   */
  run<T>(use: (rdkit: MainModule) => T): T {
    if (this.#broken) throw new EngineFailure('the structure reader must be restarted first')
    try {
      return use(this.#rdkit)
    } catch (error) {
      if (!isEngineError(error)) throw error
      this.#broken = true
      if ((this.#watched.steps?.value ?? 0) < 0)
        throw new OutOfBudget(`it takes more than ${mostReaderSteps / 1e6} million steps`)
      this.checkMemory()
      throw new EngineFailure(
        `the structure reader failed (${error instanceof Error && error.message ? error.message : 'exception'})`,
      )
    }
  }

  /**
   * A molecule for the duration of `use`, always freed. If the text cannot be read, calls `use(null)`.
   * @throws {EngineFailure} also if the stack was exhausted without an error: the result of `use` cannot then be
   *   trusted
   */
  withMol<T>(text: string, details: string, use: (mol: Mol | null) => T): T {
    try {
      return this.run((rdkit) => {
        const mol = rdkit.get_mol(text, details)
        try {
          const found = use(mol)
          this.checkStack()
          return found
        } finally {
          if (!this.#broken) mol?.delete()
        }
      })
    } catch (error) {
      this.checkStack()
      throw error
    }
  }

  /**
   * A molecule of a JSON document, with all its hydrogens; null if RDKit rejects it.
   * @throws {EngineFailure}
   */
  molOf(document: JsonDocument): Mol | null {
    return this.#withNewerStereo((rdkit) => rdkit.get_mol(JSON.stringify(document), keepHydrogens))
  }

  /**
   * A molecule made by `molOf`, as RDKit reads its SMILES; null if it cannot.
   * @throws {EngineFailure}
   */
  readAgain(mol: Mol): Mol | null {
    const smiles = this.#withNewerStereo(() => mol.get_smiles())
    return this.run((rdkit) => rdkit.get_mol(smiles))
  }

  /**
   * RDKit's older perception of stereo, which reads and writes everything else, drops that of double bonds without
   * directed bonds next to them, as in JSON.
   */
  #withNewerStereo<T>(use: (rdkit: MainModule) => T): T {
    return this.run((rdkit) => {
      rdkit.use_legacy_stereo_perception(false)
      const result = use(rdkit)
      // An instance in which this failed is not used again.
      rdkit.use_legacy_stereo_perception(true)
      return result
    })
  }

  /** @throws {EngineFailure} if the stack was exhausted: results so far cannot then be trusted */
  checkStack(): void {
    if (this.#broken || !this.#stack?.overrun()) return
    this.#broken = true
    throw new EngineFailure('the structure reader failed (it ran out of stack)')
  }

  /** Call when RDKit returned nothing and gave no reason. @throws {OutOfBudget} if it had run out of memory */
  checkMemory(): void {
    if (this.#watched.refused.value) throw new OutOfBudget(`it takes more than ${mostReaderBytes >> 20} MB of memory`)
  }

  /**
   * A SMARTS pattern, compiled once per instance and not from the budget of the structure that happens to be the first
   * to need it: an answer depends on no structure before it. @throws {SyntaxError} if it is not SMARTS
   */
  pattern(smarts: string): Mol {
    return remembered(this.#patterns, smarts, () => {
      const steps = this.#watched.steps ?? { value: 0 }
      const left = steps.value
      steps.value = mostReaderSteps
      const made = this.run((rdkit) => rdkit.get_qmol(smarts))
      steps.value = left
      if (!made) throw new SyntaxError(`not a SMARTS pattern: ${smarts}`)
      return made
    })
  }

  /** The InChIKey of an InChI; null for the empty InChI that RDKit returns if InChI cannot describe a structure. */
  inchikey(inchi: string): string | null {
    return inchi === '' ? null : this.run((rdkit) => rdkit.get_inchikey_for_inchi(inchi)) || null
  }

  /** RDKit's error messages since the last call. */
  takeLog(): string {
    const text = this.#log?.get_buffer() ?? ''
    this.#log?.clear_buffer()
    return text
  }
}

function captureErrors(rdkit: MainModule): Log | null {
  for (const channel of ['rdApp.warning', 'rdApp.info', 'rdApp.debug']) rdkit.disable_logging(channel)
  return rdkit.set_log_capture('rdApp.error')
}

/** WebAssembly errors are recognised by name: the core has no host type library that defines them. */
function isEngineError(error: unknown): boolean {
  const name = (error as { constructor?: { name?: string } } | null)?.constructor?.name
  return name === 'RuntimeError' || name === 'RangeError' || name === 'Exception' || typeof error === 'number'
}
