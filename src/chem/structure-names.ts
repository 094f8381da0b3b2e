import { EngineFailure, type Engine } from './engine.js'

export interface Names {
  /** Canonical SMILES; null if it could not be worked out. */
  readonly smiles: string | null
  /** Standard InChIKey; null if InChI cannot describe the structure, or it could not be worked out. */
  readonly inchikey: string | null
  /** Why one of them could not be worked out; null if neither is missing for that reason. */
  readonly unnamed: string | null
}

/**
 * Works out names on a separate budget, so that a structure that cannot be named is still judged. The engine may be
 * broken afterwards.
 * @throws {EngineFailure} if the preceding work cannot be trusted
 */
export function namesOf(engine: Engine, of: { readonly smiles: () => string; readonly inchi: () => string }): Names {
  engine.checkStack()
  engine.begin()
  let smiles: string | null = null
  try {
    smiles = checked(engine, of.smiles)
    return { smiles, inchikey: engine.inchikey(checked(engine, of.inchi)), unnamed: null }
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error
    return { smiles, inchikey: null, unnamed: error.message }
  }
}

function checked<T>(engine: Engine, work: () => T): T {
  const found = engine.run(work)
  engine.checkStack()
  return found
}
