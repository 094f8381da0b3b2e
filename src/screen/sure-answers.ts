import { couldHold, type Molecule } from '../chem/index.js'
import { FastGraph, formulaOf, readSmiles, stereoOfSmiles } from '../engine/index.js'
import { judge, noHints, type Judged, type LawIndex, type Query } from '../matching/index.js'
import { nullIfNotSure } from './input-form.js'
import { RecordedDrawings } from './recorded-drawings.js'
import { SureGraph } from './sure-graph.js'
import { Screened } from './screened.js'
import { GraphPool } from './graph-pool.js'
import { Tables } from './screen-tables.js'

/** Memory of graphs is never given back. */
let shared: FastGraph | null = null

const known = new WeakMap<LawIndex, SureAnswers>()

/**
 * Answers single inputs without RDKit, which takes longer to start than to judge one structure: recorded substances
 * that the engine reads with certainty, with the names of the edition. It needs none of the tables of a `Screen`.
 */
export class SureAnswers {
  readonly #drawings: RecordedDrawings

  private constructor(private readonly law: LawIndex) {
    this.#drawings = new RecordedDrawings(law)
  }

  /** The drawings of a law are indexed once. */
  static of(law: LawIndex): SureAnswers {
    let answers = known.get(law)
    if (!answers) known.set(law, (answers = new SureAnswers(law)))
    return answers
  }

  /**
   * The judgement of a SMILES with its names; null if anything in it is not certain.
   * @param named id of a recorded substance that the input names, and whose structure the text is
   */
  judged(text: string, query: Query, named: string | null = null): Judged | null {
    const graph = (shared ??= new FastGraph())
    if (!readSmiles(text, graph) || graph.unusual || graph.labelled) return null
    const stereo = stereoOfSmiles(text)
    if (!stereo) return null
    const drawn = SureGraph.withTautomerForm(graph, () => true)
    if (drawn?.molecule.components.length !== 1) return null
    const found = this.#drawings.find(drawn.molecule, drawn.molecule.components[0]!, stereo)
    const { key, inchikey = null } = found?.record ?? {}
    if (!key?.canonical) return null
    const identity = (molecule: Molecule, part: readonly number[]) =>
      this.#drawings.find(molecule, part, stereo)?.identity ?? null
    const sure = SureGraph.withTautomerForm(graph, couldHold(drawn.molecule), identity)
    const judgement = sure && nullIfNotSure(() => judge(sure, this.law, query, noHints, named))
    const names = { smiles: key.canonical, inchikey, unnamed: null }
    return judgement && { judgement, formula: formulaOf(graph), names }
  }
}

/** Shared by all screens, because memory of graphs is never given back. */
const graphs = new GraphPool()

/**
 * Clears inputs that no entry and no rule of the loaded edition can cover, and judges others as far as that is certain;
 * the rest take the full path. Its contract: verdicts with and without it are the same.
 */
export class Screen {
  readonly #tables: Tables

  /**
   * @param others queries under which a cleared input is uncontrolled as well; everything else uses the first query
   *   only
   */
  constructor(law: LawIndex, query: Query, others: readonly Query[] = []) {
    this.#tables = Tables.of(law, [query, ...others])
    this.#tables.made()
  }

  read(text: string): Screened {
    return new Screened(this.#tables, text, graphs)
  }

  /** Gives its memory back. A screen that is used again makes its tables again. */
  free(): void {
    this.#tables.free()
  }
}
