import { remembered } from '../../remembered.js'
import { openQuestions } from '../query/open-questions.js'
import { fileOf } from '../records/records.js'
import { specialClauses } from '../schema/special-clauses.js'
import { check, periodsIn, type Flaw, type Law } from '../records/check.js'

export const referencesResolve = check(
  'references',
  'every substance, instrument, clause and reading that a record names exists',
  {
    *records(records) {
      for (const { rules, examples } of records.jurisdictions)
        for (const id of examples.keys())
          for (const [field, found, expected] of need(rules, 'rule', 'examples', [id]))
            yield { file: fileOf(records, `rule:${id}`), field, found, expected }
    },
    *medicines({ medicines, substances }) {
      for (const [i, m] of medicines.entries()) yield* need(substances, 'substance', `[${i}].substance`, [m.substance])
    },
    *substance({ members = [] }, { substances }) {
      for (const [i, id] of members.entries()) yield* need(substances, 'substance', `members[${i}]`, [id])
    },
    *jurisdiction(law, { substances, jurisdictions }) {
      const { jurisdiction } = law
      const codes = jurisdictions.map(({ jurisdiction: { code } }) => ({ id: code }))
      for (const [i, e] of jurisdiction.exceptions.entries())
        yield* need(substances, 'substance', `exceptions[${i}].substance`, [e.substance])
      for (const [i, g] of jurisdiction.gaps.entries())
        yield* need(codes, 'jurisdiction', `gaps[${i}].reaches_controlled_in`, g.reaches_controlled_in)
      for (const [i, w] of (jurisdiction.wanted ?? []).entries())
        yield* need(askedIn(law), 'question', `wanted[${i}].settles`, w.settles)
      yield* need(codes, 'jurisdiction', 'within', [jurisdiction.within])
    },
    *list(list, { instruments }, { substances }) {
      for (const [i, { substance, questions = [] }] of list.entries.entries()) {
        yield* need(substances, 'substance', `entries[${i}].substance`, [substance])
        for (const [k, q] of questions.entries())
          yield* need(substances, 'substance', `entries[${i}].questions[${k}].substances`, q.substances)
      }
      for (const { period, field } of periodsIn(list))
        yield* need(instruments, 'instrument', `${field}.instrument`, [period.instrument])
    },
    *reading({ subject, proved_by: proofs = [], answers, id }, law, { substances }) {
      const { lists, rules, jurisdiction } = law
      yield* need(placesIn(law), 'place', 'answers', answers)
      yield* need(substances, 'substance', 'subject.substances', subject.substances)
      yield* need(rules, 'rule', 'subject.rule', [subject.rule])
      for (const { list } of [...(subject.forms?.of ?? []), ...(subject.stereoisomers_of ?? [])])
        yield* need(lists, 'list', 'subject', [list])
      // What proves a reading is named by the law itself.
      const named = [...lists.flatMap(({ entries }) => entries), ...jurisdiction.exceptions]
      const members = named.map(({ substance }) => ({ id: substance }))
      for (const [i, { members: own }] of proofs.entries())
        yield* need(members, 'named substance', `proved_by[${i}].members`, own)
      if (Object.keys(subject).every((field) => field === 'unless'))
        yield ['subject', id, 'substances that it is about']
    },
    *rule(rule, { instruments, rules, examples }, { substances }) {
      yield* need(substances, 'substance', 'parent', [rule.parent])
      for (const [k, p] of rule.periods.entries())
        yield* need(instruments, 'instrument', `periods[${k}].instrument`, [p.instrument])
      for (const [k, out] of rule.leaves_out.entries()) {
        if (out.what === 'substances')
          yield* need(substances, 'substance', `leaves_out[${k}].substances`, out.substances)
        if (out.what === 'class') yield* need(rules, 'rule', `leaves_out[${k}].rules`, out.rules)
      }
      for (const [k, r] of rule.readings.entries())
        yield* need(substances, 'substance', `readings[${k}].substances`, r.substances)
      for (const [k, n] of (rule.names ?? []).entries())
        yield* need(substances, 'substance', `names[${k}].substance`, [n.substance])
      const { fits = [], misses = [], unsettled = [] } = examples.get(rule.id) ?? {}
      const clauses = [...rule.clauses, { id: specialClauses.named }, { id: specialClauses.reference }]
      const readings = [...rule.readings, { id: specialClauses.openWords }]
      for (const [side, all] of Object.entries({ fits, misses, unsettled }))
        for (const [i, e] of all.entries())
          yield* need(substances, 'substance', `examples.${side}[${i}]`, [e.substance])
      for (const [i, e] of fits.entries()) yield* need(clauses, 'clause', `examples.fits[${i}].by`, e.by)
      for (const [i, e] of misses.entries()) yield* need(clauses, 'clause', `examples.misses[${i}].near`, [e.near])
      for (const [i, e] of unsettled.entries())
        yield* need(readings, 'reading', `examples.unsettled[${i}].reading`, [e.reading])
    },
  },
)

/** Questions of a law, the places that ask them, and gaps. */
function askedIn(law: Law): WithId {
  const questions = openQuestions([law])
  return [...questions, ...questions.flatMap(({ places }) => places), ...law.jurisdiction.gaps]
}

/** Places of a law whose question a reading may answer. */
function placesIn(law: Law): WithId {
  return remembered(placesKnown, law, () => openQuestions([law]).flatMap(({ places }) => places))
}

const placesKnown = new WeakMap<Law, WithId>()

type WithId = readonly { readonly id: string }[]

/** Ids of a field that no record has; an id that is not given is not required. */
function* need(known: WithId, what: string, field: string, ids: readonly (string | undefined)[] = []): Generator<Flaw> {
  const own = remembered(idsKnown, known, () => new Set(known.map(({ id }) => id)))
  for (const id of ids)
    if (id !== undefined && !own.has(id))
      yield [field, id, `the id of ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} record`]
}

const idsKnown = new WeakMap<WithId, ReadonlySet<string>>()
