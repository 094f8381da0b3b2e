import { readFileSync } from 'node:fs'
import type { ComparedLine } from '../../batch/index.js'
import type { ReadyReader } from '../../chem/index.js'
import { factsOf, itemsIn, parentOf, FingerprintCache, SetTally } from '../../impact/index.js'
import type { DraftAnswer } from '../../report/documents.js'
import {
  becomesUndecided,
  becomesControlled,
  type NamedStructure,
  type SetImpact,
  type DraftFacts,
} from '../../report/index.js'
import { fileOfSet, setNamed } from '../input/reference-sets.js'
import { isControlled, type Finding, type Move } from '../../matching/index.js'
import type { Scenarios } from './scenarios.js'

/** Counts the rows of a file as a report on a draft counts a set, in constant memory. */
export class FileSet {
  /** Of a shipped set. */
  readonly #atc: ReadonlyMap<string, readonly string[]>

  private constructor(
    readonly file: string,
    readonly answerOf: (row: ComparedLine) => DraftAnswer,
    /** From which similarity is measured. */
    readonly parent: NamedStructure | null,
    readonly tally: SetTally,
  ) {
    const items = setNamed(file) === null ? [] : itemsIn(readFileSync(fileOfSet(file), 'utf8'))
    this.#atc = new Map(items.map((item) => [item.name, item.atc]))
  }

  /** Where a rule is added, what it does by its words alone is counted; else what becomes controlled. */
  static async of(file: string, { added, after }: Scenarios, reader: ReadyReader): Promise<FileSet> {
    const prints = new FingerprintCache(reader)
    const parent = added && parentOf(after.law.edition, added)
    const tally = new SetTally(prints, parent && (await prints.of(parent.smiles)))
    return new FileSet(file, added ? draftAnswer : answerOfMoves, parent, tally)
  }

  async add(row: ComparedLine): Promise<void> {
    const { id, input } = row.ref
    const structure = { id, name: id, smiles: row.text ?? input, atc: this.#atc.get(id) ?? [] }
    await this.tally.add(structure, this.answerOf(row))
  }

  /** As `coverage impact` says it of the same structures. */
  impact(sha256: string | null): SetImpact {
    const shipped = setNamed(this.file)
    return this.tally.impact(
      shipped === null
        ? { id: this.file, kind: 'library', file: this.file, sha256 }
        : { id: shipped, kind: shipped, file: null, sha256: null },
    )
  }
}

function draftAnswer({ after, draft }: ComparedLine): DraftAnswer {
  return draft ?? { fit: after === 'unreadable' ? 'unreadable' : 'not covered', clauses: [], readings: [], doubts: [] }
}

/** A row as a set counts it: by clauses and lists. Ids of clauses and readings have those of their rules. */
function answerOfMoves(row: ComparedLine): DraftAnswer {
  if (row.after === 'unreadable') return { ...none, fit: 'unreadable' }
  if (becomesControlled(row)) return controlled(row.moves.filter((m) => isControlled(m.to) && !isControlled(m.from)))
  if (becomesUndecided(row))
    return { ...none, fit: 'undecided', doubts: [...new Set(deciding(row.moves).flatMap(doubtsOf))] }
  return none
}

const none: DraftAnswer = { fit: 'not covered', clauses: [], readings: [], doubts: [] }

function controlled(moves: readonly Move[]): DraftAnswer {
  const findings = deciding(moves)
  const clauses = new Map(findings.flatMap(clausesOf).map((clause) => [clause.id, clause]))
  const readings = findings.flatMap((f) => (f.kind === 'class' ? f.readings.map((r) => ofRule(f.ruleId, r.id)) : []))
  return { fit: 'covered', clauses: [...clauses.values()], readings: [...new Set(readings)], doubts: [] }
}

/** What the second scenario brings, and its verdict rests on. */
function deciding(moves: readonly Move[]): Finding[] {
  return moves.flatMap((move) => move.gained.filter((f) => f.counts === move.to))
}

function clausesOf(finding: Finding): DraftAnswer['clauses'][number][] {
  if (finding.kind === 'listed') return [{ id: finding.list, atoms: [] }]
  if (finding.kind !== 'class') return []
  return finding.clauses.map(({ id, atoms }) => ({ id: ofRule(finding.ruleId, id), atoms }))
}

function doubtsOf(finding: Finding): string[] {
  if (finding.kind === 'gap') return ['gap']
  if (finding.kind === 'open structure') return [finding.why]
  return finding.doubts.map((d) =>
    d.kind === 'reading open' && finding.kind === 'class' ? ofRule(finding.ruleId, d.reading) : d.kind,
  )
}

function ofRule(rule: string, part: string): string {
  return `${rule} ${part}`
}

/** The questions on which the answers of a set rest: those of an added rule, or of all rules. */
export function readingsOf(set: SetImpact | null, { added, before, after }: Scenarios): DraftFacts['readings'] {
  if (added) return factsOf(added, null).readings
  const used = new Set(set ? [...Object.keys(set.doubts), ...Object.keys(set.readings)] : [])
  const all = [before, after]
    .flatMap(({ law }) => law.edition.jurisdictions.flatMap((j) => j.rules))
    .flatMap((rule) => rule.readings.map(({ id, question, choice }) => ({ id: ofRule(rule.id, id), question, choice })))
  return [...new Map(all.filter((r) => used.has(r.id)).map((r) => [r.id, r])).values()]
}
