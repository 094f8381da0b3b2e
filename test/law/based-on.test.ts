import { describe, expect, it } from 'vitest'
import { basedOn, isBasedOn } from '../../src/law/authoring.js'
import { ruleOf } from '../support/records.js'

const clause = ruleOf().clauses[0]!
const b = { ...clause, id: 'b', needs: ['a'] }
const words = [{ of: 'Act 2', sha256: 'x', as_of: '2020-01-01' }]
const recorded = ruleOf({ clauses: [clause, b], official_words: words, mass: { max: 500 } })
const changed = (more: object) => basedOn({ based_on: 'xx-rule', ...more }, recorded) as Record<string, unknown>

describe('a draft based on a recorded rule', () => {
  it.each([
    [{ based_on: 'xx-rule' }, true],
    [{ based_on: 7 }, false],
    [{ id: 'xx-rule' }, false],
    [null, false],
    ['xx-rule', false],
  ])('%j: %s', (value, is) => expect(isBasedOn(value)).toBe(is))
  it('without changes is that rule, except for the official words, which are of the rule in force', () => {
    const { official_words: _, ...own } = recorded
    expect(changed({})).toEqual(own)
  })
  it('has its own fields; a field set to null is removed', () => {
    const { mass, title, id } = changed({ id: 'xx-new', title: 'New', mass: null })
    expect({ mass, title, id }).toEqual({ mass: undefined, title: 'New', id: 'xx-new' })
  })
  it('changes clauses field by field, in place, and adds others', () => {
    const added = { ...clause, id: 'c' }
    expect(changed({ clauses: [{ id: 'b', cite: '(b)', needs: null }, added] })['clauses']).toEqual([
      clause,
      { ...clause, id: 'b', cite: '(b)' },
      added,
    ])
  })
  it('omits the clauses in "without"', () => expect(changed({ without: ['a'] })['clauses']).toEqual([b]))
})
