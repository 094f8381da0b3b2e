import { couldHold, type Molecule } from '../chem/index.js'
import { FastGraph } from '../engine/fast-graph.js'
import { formulaOf } from '../engine/perceive/graph-formula.js'
import { readSmiles } from '../engine/read/read-smiles.js'
import { stereoOfSmiles } from '../engine/read/smiles-stereo.js'
import { judge, noHints, type Judged, type LawIndex, type Query } from '../matching/index.js'
import { nullIfNotSure } from './form.js'
import { RecordedDrawings } from './recorded-drawings.js'
import { SureGraph } from './sure-graph.js'

/** Memory of graphs is never given back. */
let shared: FastGraph | null = null

const known = new WeakMap<LawIndex, SureAnswers>()

/**
 * Answers single inputs without RDKit, which takes longer to start than to judge one structure: recorded substances that
 * the engine reads with certainty, with the names of the edition. It needs none of the tables of a `Screen`.
 */
export class SureAnswers {
  readonly #law: LawIndex
  readonly #drawings: RecordedDrawings

  private constructor(law: LawIndex) {
    this.#law = law
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
    const judgement = sure && nullIfNotSure(() => judge(sure, this.#law, query, noHints, named))
    const names = { smiles: key.canonical, inchikey, unnamed: null }
    return judgement && { judgement, formula: formulaOf(graph), names }
  }
}
