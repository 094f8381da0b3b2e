import type { Rule, RuleExamples } from './schema/rule.js'

export interface Parent {
  /** Null if it is not recorded. */
  readonly id: string | null
  readonly name: string
  readonly smiles: string
}

/** A rule draft with empty fields. With a parent, the whole of it is the scaffold, so that it can be run at once. */
export function emptyDraft(
  id: string,
  title: string,
  today: string,
  parent: Parent | null,
): { readonly rule: Rule; readonly examples: RuleExamples } {
  return {
    rule: {
      id,
      title,
      control: 'drug',
      reads: ['What the class covers, in a sentence.'],
      ...(parent?.id ? { parent: parent.id } : {}),
      periods: [{ from: today, until: null, extends_to: ['salts'], cite: 'draft', status: 'proposed' }],
      scaffolds: parent
        ? [
            {
              id: parent.id ?? 'parent',
              smarts: parent.smiles,
              reads: `${parent.name} itself; give the atoms that may change map numbers`,
            },
          ]
        : [],
      sites: [],
      clauses: [],
      at_least: 0,
      leaves_out: [],
      readings: [],
    },
    examples: {
      fits: parent?.id ? [{ substance: parent.id, why: 'the parent itself', by: [] }] : [],
      misses: [],
      unsettled: [],
    },
  }
}

const todo = 'TODO'

/**
 * A draft whose scaffold is a parent, with a site and a clause for each atom that may carry another group.
 * @param picked atoms of its SMILES, by index from 0
 */
export function draftWithSites(id: string, today: string, parent: Parent, picked: readonly number[]): Rule {
  const { rule } = emptyDraft(id, `${todo}: like ${parent.name}`, today, parent)
  let atom = 0
  const smarts = parent.smiles.replace(/\[[^\]]+\]|Br|Cl|[BCNOPSFIbcnops]/g, (text) => {
    const place = picked.indexOf(atom++) + 1
    // A count of hydrogens or a configuration would not hold with another group.
    return place === 0 ? text : `[${/[A-Z][a-z]?|[a-z]{1,2}/.exec(text)![0]}:${place}]`
  })
  return {
    ...rule,
    scaffolds: rule.scaffolds.map((scaffold) => ({ ...scaffold, smarts, reads: parent.name })),
    sites: picked.map((n, i) => ({ id: `atom-${n + 1}`, reads: `atom ${n + 1}`, on: [i + 1], holds: 'many' })),
    clauses: picked.map((n) => ({
      id: `${n + 1}`,
      cite: todo,
      reads: `${todo}: any group on atom ${n + 1}`,
      sites: [`atom-${n + 1}`],
      change: 'substitute',
      with: [{ term: 'any-group' }],
    })),
  }
}

/** Changes of a recorded rule that make it a draft: what belongs to its own law alone goes, or is to be written. */
export function changesFor(id: string, { clauses, readings, leaves_out, periods, ...model }: Rule, today: string) {
  const isOfSameLaw = id.split('-')[0] === model.id.split('-')[0]
  // Lists and classes of another law are not in force here.
  const kept = leaves_out.filter(({ what }) => isOfSameLaw || what === 'substances')
  const left = leaves_out.filter((out) => !kept.includes(out))
  return {
    id,
    title: `${todo}: like ${model.id}`,
    reads: [
      `${todo}: what the class covers, in a sentence.`,
      ...left.map(({ reads }) => `${todo}: not copied from ${model.id}: ${reads}`),
    ],
    periods: [
      { from: today, until: null, extends_to: periods.at(-1)!.extends_to ?? [], cite: todo, status: 'proposed' },
    ],
    clauses: clauses.map((clause) => ({ id: clause.id, cite: todo })),
    leaves_out: kept.map((out) => ({ ...out, cite: todo })),
    readings: readings.map((r) => ({ ...r, basis: `${todo}; in ${model.id}: ${r.basis}` })),
    ...{ brief: null, code: null, code_from: null, names: null, note: null, limits: null },
  }
}
