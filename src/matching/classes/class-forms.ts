import {
  cleavableBondsOf,
  cleavableKinds,
  skeletonKey,
  type CleavableBond,
  type CleavableKind,
  type Molecule,
} from '../../chem/index.js'
import type { Rule, RulePeriod } from '../../law/index.js'
import { mostFormsOfRule } from '../../limits.js'
import { isIn } from './substituent.js'
import { candidateOf, type Candidate } from '../identity/candidate.js'
import { recognise } from '../identity/recognise.js'
import type { LawIndex } from '../law-index.js'
import { withNamedReadings, type RuleOutcome } from './outcome.js'
import { fitIn } from './rule-fits.js'
import { MoleculeCache } from './molecule-cache.js'
import { Closest, Search, type Change } from './rule-search.js'
import { rulePlanOf, type Terms } from '../../rules/index.js'
import { cleavedForms, formsCleaved, type CleavedForm } from '../identity/cleaved-forms.js'
import type { Cleavable, Graph, Subject } from '../subject.js'
import { remembered } from '../../remembered.js'

/** The words by which a period covers esters, ethers and carbamates of what the rule covers. */
export function cleavableKindsOf(period: Pick<RulePeriod, 'extends_to'>): CleavableKind[] {
  return cleavableKinds.filter((kind) => period.extends_to?.includes(`${kind}s`))
}

/** A compound of which the candidate is an ester or ether, and the outcome of the rule for it. */
export interface FormFit {
  readonly form: Candidate
  readonly outcome: Exclude<RuleOutcome, { fit: 'misses' }>
}

/**
 * Where a rule covers esters or ethers: the compounds from which the candidate could be made and which the rule fits,
 * those with the fewest reservations first.
 */
export function formFits(candidate: Candidate, rule: Rule, period: RulePeriod, law: LawIndex): FormFit[] {
  const words = cleavableKindsOf(period)
  // Most rules cover neither: nothing is cached for them.
  if (words.length === 0) return []
  // By the rule itself: several texts of it, with one id, may be asked of a structure.
  const perRule = ((candidate.structure.cached ??= {}).forms ??= new Map()) as Map<Rule, Map<string, FormFit[]>>
  const own = remembered(perRule, rule, () => new Map<string, FormFit[]>())
  return remembered(own, `${words.join()} ${candidate.component[0]}`, () => readForms(candidate, rule, words, law))
}

function readForms(candidate: Candidate, rule: Rule, words: readonly CleavableKind[], law: LawIndex): FormFit[] {
  const { forms, cut } = hydroxyForms(candidate.structure, candidate.component, rule, words, law.terms)
  const fits = forms.flatMap((made): FormFit[] => {
    const words = fitIn(made.structure, made.component, rule, law.terms)
    // A form that the rule's words do not cover need not be identified.
    if (words.fit === 'misses') return []
    const form = asCandidate(candidate, made, law)
    const named = withNamedReadings(words, rule, new Set(form.records.map((k) => k.record.id)), form.component.length)
    const outcome = withReadingOfForms(named, rule, made)
    return outcome.fit === 'misses' ? [] : [{ form, outcome }]
  })
  if (cut && !fits.some((f) => f.outcome.fit === 'fits'))
    fits.push({ form: candidate, outcome: { fit: 'open', because: 'bound', clauses: [], readings: [] } })
  const rank = ({ form, outcome }: FormFit) => (outcome.fit === 'fits' ? 0 : 2) + (form.unusual ? 1 : 0)
  return fits.sort((a, b) => rank(a) - rank(b))
}

/** A reading of the words on esters and ethers changes the outcome for those. */
export function withReadingOfForms(
  outcome: RuleOutcome,
  rule: Rule,
  { cleavedBonds, component }: CleavedForm,
): RuleOutcome {
  const reading = rule.readings.find(({ forms }) => cleavedBonds.some((bond) => forms?.includes(`${bond}s`)))
  if (!reading || outcome.fit === 'misses') return outcome
  const { id, choice } = reading
  const readings = [...outcome.readings, id]
  if (choice === 'does not cover')
    return {
      fit: 'misses',
      failure: { why: 'left out by reading', reading: id, atoms: [] },
      accounted: component.length,
    }
  return choice === 'covers'
    ? { ...outcome, readings }
    : { fit: 'open', because: 'readings', clauses: outcome.clauses, readings }
}

/**
 * The compounds of which a component may be an ester or an ether in the sense of a rule: everything that a scaffold
 * needs remains, and every group that the rule does not allow as drawn has lost something. `cut` means that there were
 * more than could be tried.
 */
export function hydroxyForms(
  structure: Subject,
  component: readonly number[],
  rule: Rule,
  words: readonly CleavableKind[],
  terms: Terms,
): { forms: CleavedForm[]; cut: boolean } {
  if (words.length === 0) return { forms: [], cut: false }
  // The scaffold of an imidic acid or enol is matched as drawn and as the amide or ketone; both number the atoms alike.
  const graphs = [structure, structure.tautomerForm].filter((graph) => graph !== null)
  return formsCleaved(graphs, (form) => formsOf(form, graphs, component, rule, words, terms))
}

/** @param graphs the forms in which a scaffold may be found */
function formsOf(
  structure: Cleavable,
  graphs: readonly Graph[],
  component: readonly number[],
  rule: Rule,
  words: readonly CleavableKind[],
  terms: Terms,
): { forms: CleavedForm[]; cut: boolean } {
  const bonds = cleavableBondsOf(structure.molecule, component).filter(
    (bond) => words.includes(bond.word) && (bond.word === 'carbamate' || !leavesCarbonicAcid(structure, bond)),
  )
  const places = bonds.length === 0 ? [] : graphs.flatMap((graph) => placesIn(graph, component, rule, bonds, terms))
  if (places.length === 0) return { forms: [], cut: false }
  const key = (bond: CleavableBond) => `${bond.freed} ${bond.other}`
  const usable = new Set(bonds.map(key))
  return cleavedForms(structure, component, {
    most: mostFormsOfRule,
    accept: (_, chosen) =>
      chosen.every((bond) => usable.has(key(bond))) &&
      places.some(
        (place) =>
          chosen.every((bond) => place.spares(bond)) &&
          place.groups.every((group) => chosen.some((bond) => touches(bond, group))),
      ),
  })
}

/** An embedding of a scaffold in a component, and the groups there that the rule does not allow as drawn. */
interface Place {
  readonly groups: readonly ReadonlySet<number>[]
  /** Whether cleaving a bond leaves the scaffold, and the groups that cannot change, as they are. */
  spares(bond: CleavableBond): boolean
}

function placesIn(
  structure: Graph,
  component: readonly number[],
  rule: Rule,
  bonds: readonly CleavableBond[],
  terms: Terms,
): Place[] {
  const plan = rulePlanOf(rule, terms)
  const cache = MoleculeCache.of(structure)
  const inside = cache.mask(component)
  return plan.scaffolds.flatMap((scaffold) =>
    structure.match(scaffold.beforeCleaving()).embeddings.flatMap((embedding): Place[] => {
      if (!isIn(inside, embedding[0]!)) return []
      const search = new Search(cache, inside, component.length, { rule: plan, scaffold, embedding }, new Closest())
      const found = search.whenCleaved(({ inside: group }) => changeBy(structure.molecule, bonds, group))
      if (!found) return []
      const fixed = found.fixed.map((substituent) => substituent.inside)
      const groups = found.refused.map((substituent) => substituent.inside)
      const spares = (bond: CleavableBond) =>
        !embedding.some((a) => bond.removed.has(a)) && !fixed.some((group) => touches(bond, group))
      const hopeless = groups.some((group) => !bonds.some((bond) => spares(bond) && touches(bond, group)))
      return hopeless ? [] : [{ groups, spares }]
    }),
  )
}

/** Whether cleaving a bond changes a group or removes it. */
function touches(bond: CleavableBond, group: ReadonlySet<number>): boolean {
  return group.has(bond.other) || group.has(bond.freed)
}

function changeBy(molecule: Molecule, bonds: readonly CleavableBond[], group: ReadonlySet<number>): Change {
  const touching = bonds.filter((bond) => touches(bond, group))
  if (touching.length === 0) return 'not'
  return touching.some((bond) => bond.word === 'carbamate' || mayLeaveEnol(molecule, bond))
    ? 'in any way'
    : 'to a hydroxy group'
}

/**
 * Whether the hydroxy group that remains may be that of an enol, an imidic acid or a hydroxyazole; see `shiftsOf`. What
 * the screen asks, in `engine/perceive/cleavable-bonds`, is wider.
 */
function mayLeaveEnol(molecule: Molecule, bond: CleavableBond): boolean {
  const { atoms, bonds, neighbours } = molecule
  const kept = keptBy(molecule, bond)
  const isAromatic = atoms[kept]!.aromatic
  return neighbours[kept]!.some((n) => {
    const { z, aromatic } = atoms[n.atom]!
    return isAromatic ? z === 7 && aromatic : bonds[n.bond]!.order !== 1 && (z === 6 || z === 7)
  })
}

/** The atom on which the oxygen stays. */
function keptBy({ neighbours }: Molecule, { freed, other }: CleavableBond): number {
  return neighbours[freed]!.find((n) => n.atom !== other)!.atom
}

/** A carbonate or carbamate with its oxygen set free is not a compound that anything is an ester of. */
function leavesCarbonicAcid({ molecule }: Graph, bond: CleavableBond): boolean {
  const acyl = keptBy(molecule, bond)
  const { z, aromatic } = molecule.atoms[acyl]!
  // Which bonds of an aromatic ring are double is a matter of drawing: an alkoxypyrimidine is an ether.
  if (z !== 6 || aromatic) return false
  const around = molecule.neighbours[acyl]!.filter((n) => n.atom !== bond.freed)
  return (
    around.some((n) => molecule.bonds[n.bond]!.order === 2 && molecule.atoms[n.atom]!.z !== 6) &&
    around.some((n) => molecule.bonds[n.bond]!.order === 1 && [7, 8, 16].includes(molecule.atoms[n.atom]!.z))
  )
}

function asCandidate(candidate: Candidate, form: CleavedForm, law: LawIndex): Candidate {
  const { structure, component } = form
  const skeleton = skeletonKey(structure.molecule, component)
  return {
    ...candidateOf(
      recognise(structure, component, skeleton, law),
      structure,
      { atoms: component, skeleton },
      candidate.forms,
    ),
    cleavedBonds: form.cleavedBonds,
    unusual: form.unusual,
  }
}
