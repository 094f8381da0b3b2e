import { readFileSync } from 'node:fs'
import type { ComparedLine } from '../../batch/compare/compare-setup.js'
import { itemsIn, SetTally, type Prints } from '../../impact/index.js'
import type { DraftAnswer, NamedStructure, SetImpact } from '../../report/impact/index.js'
import { fileOfSet, setNamed } from '../input/reference-sets.js'
import { answerOfMoves } from './move-answer.js'

/** How the rows of files are measured. */
export interface Measuring {
  readonly prints: Prints
  /** Where a rule is added, what it does by its words alone is counted; else what becomes controlled. */
  readonly by: 'draft' | 'changes'
  /** From which similarity is measured. */
  readonly parent: NamedStructure | null
}

/** Counts the rows of a file as a report on a draft counts a set, in constant memory. */
export class FileSet {
  readonly #file: string
  readonly #by: Measuring['by']
  readonly #tally: SetTally
  /** Of a shipped set. */
  readonly #atc: ReadonlyMap<string, readonly string[]>

  private constructor(file: string, by: Measuring['by'], tally: SetTally) {
    this.#file = file
    this.#by = by
    this.#tally = tally
    const items = setNamed(file) === null ? [] : itemsIn(readFileSync(fileOfSet(file), 'utf8'))
    this.#atc = new Map(items.map((item) => [item.name, item.atc]))
  }

  static async of(file: string, { prints, by, parent }: Measuring): Promise<FileSet> {
    return new FileSet(file, by, new SetTally(prints, parent && (await prints.of(parent.smiles))))
  }

  async add(row: ComparedLine): Promise<void> {
    const { id, input } = row.ref
    await this.#tally.add(
      { id, name: id, smiles: row.text ?? input, atc: this.#atc.get(id) ?? [] },
      this.#by === 'draft' ? draftAnswer(row) : answerOfMoves(row),
    )
  }

  /** As `coverage impact` says it of the same structures. */
  impact(sha256: string | null): SetImpact {
    const shipped = setNamed(this.#file)
    return this.#tally.impact(
      shipped === null
        ? { id: this.#file, kind: 'library', file: this.#file, sha256 }
        : { id: shipped, kind: shipped, file: null, sha256: null },
    )
  }
}

function draftAnswer({ after, draft }: ComparedLine): DraftAnswer {
  return draft ?? { fit: after === 'unreadable' ? 'unreadable' : 'not covered', clauses: [], readings: [], doubts: [] }
}
