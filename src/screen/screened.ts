import type { Identity, Molecule, Names } from '../chem/index.js'
import { type FastGraph, kernel, formulaOf, readText, stereoOfSmiles, type SmilesStereo } from '../engine/index.js'
import type { CompiledSubstance, Rule } from '../law/index.js'
import {
  judge,
  type FittingRules,
  type Hints,
  type Judgement,
  type RuleOutcome,
  type Subject,
} from '../matching/index.js'
import { InputForm, nullIfNotSure } from './input-form.js'
import { isMolBlock } from './recorded-drawings.js'
import type { GraphPool } from './graph-pool.js'
import type { Tables } from './screen-tables.js'
import type { RecordRelation } from './recorded-substances.js'
import { noIdentity, usualGraphs, type IdentityOf } from './sure-graph.js'

/** Why an input is not cleared. */
export type Reason =
  | 'not sure of the input'
  | RecordRelation
  | 'ester or ether of what a rule covers'
  | 'a rule could fit'

export interface Referral {
  readonly why: Reason
  /** The first rule or gap that prevented clearing; null if the reason was another. */
  readonly by: string | null
}

/**
 * One input as the screen reads it, and the questions that can be answered about it. Other inputs may be read in
 * between: the text is read again if its graph holds another, and what is derived from it is derived again.
 */
export class Screened implements Hints {
  readonly #graph: FastGraph
  /** Generation of the graph while it holds the input. */
  #generation: number
  /** Why the input is not examined further: it could not be read, or could be related to a record. */
  #reason: Reason | null
  /** Set if the drawing may not be the usual form: the formula, which a graph read as any tautomer no longer gives. */
  readonly #unusual: { readonly formula: string } | null = null
  /** Whether the graph was read as any of the tautomers, so that only elements, bonds and rings are certain. */
  #isLoosened = false
  /** Whether the input was read into the graph. */
  readonly #isRead: boolean
  /** The input as drawn, and its usual forms if certain. Empty if not even elements and bonds are certain. */
  #forms: readonly InputForm[] = []
  #fitting: FittingRules | null = null
  readonly #identityOf: IdentityOf
  /** Undefined until needed; null if not certain. */
  #stereo: SmilesStereo | null | undefined
  /** The recorded substance that the whole input was found to be. */
  #record: CompiledSubstance | null = null

  constructor(
    private readonly tables: Tables,
    private readonly text: string,
    private readonly graphs: GraphPool,
  ) {
    const graph = (this.#graph = graphs.next())
    const read = readText(text, graph)
    let reason = read ? tables.records.relationOf(graph) : ('not sure of the input' as const)
    if (read && graph.unusual) {
      // All its tautomers have the formula and skeleton by which it was compared with the records.
      this.#unusual = { formula: formulaOf(graph) }
      this.#isLoosened = true
      graph.loosen()
      if (!graph.loose) reason ??= 'not sure of the input'
    }
    this.#generation = graph.generation
    this.#isRead = read
    this.#identityOf =
      read && !isMolBlock(text) ? (molecule, component) => this.#known(molecule, component) : noIdentity
    this.#forms = (read && !this.#isLoosened) || graph.loose ? [new InputForm(tables, graph, this.#identityOf)] : []
    this.#reason = reason
  }

  /** Whether the conditions alone clear the input, as nearly always; `referral` examines the others more closely. */
  clears(): boolean {
    if (this.#reason !== null) return false
    this.#fill()
    const isCleared = this.#forms[0]!.clears()
    if (isCleared) this.graphs.giveBack(this.#graph)
    return isCleared
  }

  /** Null if the input is certainly a structure, and certainly uncontrolled under this query. */
  referral(): Referral | null {
    const reason = this.#reason
    if (reason !== null && (!this.#isLoosened || reason === 'not sure of the input')) return { why: reason, by: null }
    this.#begin()
    this.#tighten()
    const isRelated =
      this.#isLoosened || reason !== 'formula of a record' || this.#forms.some((form) => form.isRelated())
    if (reason !== null && isRelated) return { why: reason, by: null }
    this.#reason = null
    for (const form of this.#forms) {
      const condition = form.meet()
      const by = condition ?? form.firstCleaved()
      if (by) return { by: by.of, why: condition ? 'a rule could fit' : 'ester or ether of what a rule covers' }
    }
    return null
  }

  /**
   * The verdict on the input, as from `judge`, if it can be decided without RDKit: the input does not have the skeleton
   * of any recorded substance, or is drawn like one without stereo, and everything that decides the verdict is certain.
   * Null otherwise.
   */
  judged(): Judgement | null {
    return this.certainly((sure) => judge(sure, this.tables.law, this.tables.query, this))
  }

  /** The answer of a question about the input if everything that it uses is certain; null otherwise. */
  certainly<T>(question: (sure: Subject) => T): T | null {
    this.#fill()
    if (!this.#isRead || this.#isLoosened || this.#graph.labelled) return null
    const sure = this.#forms[0]!.surelyWithUsual()
    return sure && nullIfNotSure(() => question(sure))
  }

  /** Names of an input that was judged and is a recorded substance; null if RDKit must work them out. */
  get names(): Names | null {
    const { key, inchikey = null } = this.#record ?? {}
    return key?.canonical ? { smiles: key.canonical, inchikey, unnamed: null } : null
  }

  /** False if a pattern certainly has no match in the input. */
  couldMatch(smarts: string): boolean {
    return this.#mayBe(couldMatch, smarts)
  }

  /** False if a pattern of a known gap certainly has no match in any form of the input. */
  couldReach(smarts: string): boolean {
    return !this.tables.gaps.has(smarts) || this.#mayBe(couldReach, smarts)
  }

  /** False if the words of a rule certainly do not fit the input. */
  couldFit(rule: Rule): boolean {
    return !this.tables.sifted.has(rule) || this.#mayBe(couldFit, rule)
  }

  /** The certain outcome of a rule's words for the component with this atom; null if it is not certain. */
  outcomeOf(rule: Rule, atom: number): RuleOutcome | null {
    this.#fill()
    if (!this.#isCertain()) return null
    return this.#forms[0]!.outcomesOf(rule)?.[this.#graph.component[atom]!] ?? null
  }

  /** As `outcomeOf`, for an input of one component, with its size; of a rule that misses it says how close it came. */
  closestOf(rule: Rule): { readonly outcome: RuleOutcome; readonly size: number } | null {
    this.#begin()
    return this.#isCertain() ? this.#forms[0]!.closestOf(rule) : null
  }

  /** False if the words of a rule certainly do not fit what cleaving ester and ether bonds leaves. */
  couldFitCleaved(rule: Rule): boolean {
    return !this.tables.sifted.has(rule) || this.#mayBe(couldFitCleaved, rule)
  }

  get fitting(): FittingRules | null {
    this.#fill()
    if (this.#forms.length === 0) return null
    return (this.#fitting ??= { of: this.tables.sifted, fitting: new Set(this.#forms.flatMap((form) => form.fitting)) })
  }

  /** False if no component of the input can be a recorded substance, or an isomer, ester or ether of one. */
  couldBeRecorded(): boolean {
    return this.#reason !== null
  }

  get formula(): string {
    if (this.#unusual) return this.#unusual.formula
    this.#fill()
    return formulaOf(this.#graph)
  }

  #known(molecule: Molecule, component: readonly number[]): Identity | null {
    if (this.#stereo === undefined) this.#stereo = stereoOfSmiles(this.text)
    const known = this.#stereo && this.tables.drawings.find(molecule, component, this.#stereo)
    // A molecule with an opened ring has all atoms but is not the input.
    if (known && molecule === this.#forms[0]!.surely()?.molecule && molecule.components.length === 1)
      this.#record = known.record
    return known?.identity ?? null
  }

  /** Whether the answer to a question may be yes for the input as drawn or for one of its usual forms. */
  #mayBe<T>(question: (form: InputForm, about: T) => boolean, about: T): boolean {
    this.#fill()
    if (this.#forms.length === 0) return true
    for (const form of this.#forms) if (question(form, about)) return true
    return false
  }

  /** Whether the input was read and is drawn in its usual form. */
  #isCertain(): boolean {
    return this.#isRead && !this.#isLoosened && this.#forms.length === 1
  }

  /** Each examination of an input has its own step budget. */
  #begin(): void {
    this.#fill()
    kernel.beginSteps()
  }

  /**
   * For an input read as any of its tautomers: replaces that by the drawing and its usual forms, if these are certain.
   */
  #tighten(): void {
    if (!this.#isLoosened) return
    this.#read()
    const usual = usualGraphs(this.#graph)
    if (usual) {
      this.#isLoosened = false
      // A recorded substance drawn in an unusual form is left to RDKit.
      const forms = usual.map((variant) => variant.map((graph) => new InputForm(this.tables, graph, noIdentity)))
      this.#forms = [new InputForm(this.tables, this.#graph, this.#identityOf, forms), ...forms.flat()]
    } else {
      this.#graph.loosen()
      this.#forms[0]!.refill(this.#graph)
    }
  }

  /** Ensures that its graph, and those derived from it, hold the input. */
  #fill(): void {
    if (this.#graph.generation !== this.#generation) {
      this.#read()
      if (this.#isLoosened) this.#graph.loosen()
    }
    if (!this.#graph.derived.begin(this.#graph)) return
    kernel.beginSteps()
    const [drawn, ...usual] = this.#forms
    drawn?.refill(this.#graph)
    if (usual.length > 0) for (const [i, graph] of usualGraphs(this.#graph)!.flat().entries()) usual[i]!.refill(graph)
  }

  #read(): void {
    readText(this.text, this.#graph)
    this.#generation = this.#graph.generation
  }
}

// Asked hundreds of times of each structure, so no function is made for each.
const couldMatch = (form: InputForm, smarts: string) => form.couldMatch(smarts)
const couldReach = (form: InputForm, smarts: string) => form.couldReach(smarts)
const couldFit = (form: InputForm, rule: Rule) => form.couldFit(rule)
const couldFitCleaved = (form: InputForm, rule: Rule) => form.couldFitCleaved(rule)
