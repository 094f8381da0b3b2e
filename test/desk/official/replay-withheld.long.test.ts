import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { officialRows } from '../../../src/cli/commands/desk/official-texts.js'
import { recordsOf, type Entry, type Records } from '../../../src/law/index.js'
import { NotOfficial, replay, type DatedText } from '../../../src/desk/index.js'
import { readDated } from '../../../src/desk/official/readers.js'
import { edition } from '../../support/law.js'

const records = recordsOf(edition)

/** The records without the first days of some entries of a law, as if they were not known. */
function without(
  code: string,
  isWithheld: (entry: Entry, n: number) => boolean,
): { hidden: Records; days: Map<string, string> } {
  const days = new Map<string, string>()
  let n = 0
  const jurisdictions = records.jurisdictions.map((j) => {
    if (j.jurisdiction.code !== code) return j
    const lists = j.lists.map((list) => ({
      ...list,
      entries: list.entries.map((entry) => {
        const [first, ...rest] = entry.periods
        // A note says why the day is not that of the text.
        const isNoted = (first?.note ?? entry.note) !== undefined
        if (first?.from == null || isNoted || !isWithheld(entry, n++)) return entry
        days.set(`${list.id} ${entry.substance}`, first.from)
        const { not_before: _, ...period } = first
        return { ...entry, periods: [{ ...period, from: null, in_force_by: first.until ?? '2026-11-01' }, ...rest] }
      }),
    }))
    return { ...j, lists }
  })
  return { hidden: { ...records, jurisdictions }, days }
}

function textsIn(files: readonly string[]): DatedText[] {
  return files.flatMap((file) => {
    try {
      return [readDated(basename(file), readFileSync(file, 'utf8'), officialRows, undefined)]
    } catch (error) {
      if (error instanceof NotOfficial) return []
      throw error
    }
  })
}

/** How many of the withheld days are found again: exactly, or within the days between two texts that were seen. */
function foundAgain(code: string, files: readonly string[], isWithheld: (entry: Entry, n: number) => boolean) {
  const { hidden, days } = without(code, isWithheld)
  const r = replay(hidden, code, textsIn(files))
  const dated = r.entries.filter((e) => days.has(`${e.list.id} ${e.entry.substance}`) && e.periods.length > 0)
  const first = r.steps[0]!.step.day
  const checked = dated.filter((e) => days.get(`${e.list.id} ${e.entry.substance}`)! > first)
  const again = checked.filter(({ list, entry, periods: [p] }) => {
    const day = days.get(`${list.id} ${entry.substance}`)!
    return [p!.from, p!.in_force_by].includes(day) || ((p!.not_before ?? '9') <= day && day <= p!.in_force_by!)
  })
  return { checked: checked.length, again: again.length }
}

it('Canada: days that were taken out are found in the table of changes', () => {
  const added = ['carisoprodol', 'phenethyl-bromide', 'propionic-anhydride', 'benzyl-chloride']
  const { checked, again } = foundAgain('CA', ['examples/ca-changes-2025-2026.csv'], (e) => added.includes(e.substance))
  expect(again).toBe(checked)
  expect(again).toBeGreaterThan(2)
})

const official = new URL('../../../../shared/law/official/', import.meta.url).pathname
const all = (folder: string, named: RegExp) =>
  readdirSync(official + folder).flatMap((name) => (named.test(name) ? [`${official}${folder}/${name}`] : []))

describe.runIf(existsSync(official))('every third day taken out, with the whole series', () => {
  it.each([
    ['CZ', 'cz/dated', /\.md$/, 0.98],
    ['EE', 'ee/dated', /regulation73/, 0.98],
    ['DE', 'de', /^btmg-annexes-state/, 0.98],
    ['CA', 'ca', /^changes/, 0.98],
  ] as const)(
    '%s',
    (code, folder, named, share) => {
      const { checked, again } = foundAgain(code, all(folder, named), (_, n) => n % 3 === 0)
      expect(again / checked).toBeGreaterThanOrEqual(share)
    },
    120_000,
  )
})
