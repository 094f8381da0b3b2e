import { remembered } from '../../remembered.js'
import type { Entry } from '../schema/list.js'
import { check, endOf, periodsIn, startOf, type Span } from '../records/check.js'

/** Without a scope sentence the salts and isomers of an entry would be missed: a false "uncontrolled". */
export const scopeCoversPeriods = check(
  'scope',
  'on every day of a period without its own salt and isomer words, a scope sentence of its list is in force',
  {
    *list(list) {
      for (const { period, field } of periodsIn(list)) {
        if (period.extends_to !== undefined) continue
        let at = startOf(period)
        for (const clause of list.scope) if (startOf(clause) <= at && endOf(clause) > at) at = endOf(clause)
        const expected = 'extends_to, or a scope sentence of the list for every day of the period'
        if (at < endOf(period)) yield [field, `no scope sentence on ${at}`, expected]
      }
    },
  },
)

export const listedOnce = check('listed-once', 'no list names one substance in two entries on the same day', {
  *list({ entries }) {
    const known = new Map<string, Entry[]>()
    for (const [i, entry] of entries.entries()) {
      const others = remembered(known, entry.substance, (): Entry[] => [])
      const other = others.find((o) => o.periods.some((a) => entry.periods.some((b) => meet(a, b))))
      others.push(entry)
      const expected = `a substance not named on the same days by "${other?.name_in_law}"`
      if (other) yield [`entries[${i}].substance`, entry.substance, expected]
    }
  },
})

function meet(a: Span, b: Span): boolean {
  return startOf(a) < endOf(b) && startOf(b) < endOf(a)
}
