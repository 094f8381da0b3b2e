// Which recorded structures would change verdict if the text is as it was read: the records with the entries that came
// and went, compared with those of now by `coverage compare`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @param draft the drafted records of new names
 * @param context `edition` is the compiled edition of the records, null if nothing is to be counted
 * @returns the structures that move, and why it could not be counted, if so
 */
export async function movedBy(code, differences, draft, { day, data, edition, output, tool }) {
  const gone = differences.filter((d) => d.change === 'gone')
  const came = draft.entries.filter((e) => e.review.found_by !== 'new')
  if (edition === null || gone.length + came.length === 0) return { moves: [], why: null }
  const work = join(output, 'effects')
  rmSync(work, { recursive: true, force: true })
  const folder = join(code.toLowerCase(), 'lists')
  mkdirSync(join(work, folder), { recursive: true })
  for (const [file, list] of listsWith(join(data, folder), gone, came, day))
    writeFileSync(join(work, folder, file), `${JSON.stringify(list, null, 2)}\n`)
  const structures = JSON.parse(readFileSync(edition, 'utf8')).substances.filter((s) => s.smiles !== null)
  const table = join(work, '..', 'recorded-structures.csv')
  writeFileSync(table, `id,smiles\n${structures.map((s) => `${s.id},${s.smiles}\n`).join('')}`)
  const args = ['compare', table, '-j', code, '--as-of', day, '--data', work, '--against', edition, '--json']
  const { code: exit, stdout, stderr } = await tool(args)
  rmSync(work, { recursive: true, force: true })
  rmSync(table, { force: true })
  if (exit !== 0 && exit !== 3) return { moves: [], why: stderr.trim().split('\n').at(-1) }
  return { moves: stdout.trim().split('\n').flatMap(moveOf), why: null }
}

/** The law as drafted is the first side of the comparison. */
function moveOf(line) {
  const row = JSON.parse(line)
  return (row.moves ?? []).map(({ from, to }) => ({ substance: row.ref?.id ?? row.id, from: to, to: from }))
}

/** The lists that change: an entry that went ends on the day, one that came is taken to have the scope of its list. */
function* listsWith(folder, gone, came, day) {
  for (const file of readdirSync(folder)) {
    const list = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const ended = new Set(gone.filter((d) => d.place === list.id).map((d) => d.substance))
    const parts = list.official?.parts ?? []
    const added = came.filter(({ review }) => [...parts, list.id, list.short].includes(review.list))
    if (ended.size + added.length === 0) continue
    const entries = list.entries.map((e) =>
      ended.has(e.substance) ? { ...e, periods: e.periods.map((p) => endedOn(p, day)) } : e,
    )
    const { extends_to = undefined } = commonPeriod(list) ?? {}
    const now = { from: day, until: null, ...(extends_to ? { extends_to } : {}), cite: 'as read by the law watch' }
    const known = new Set(list.entries.map((e) => e.substance))
    const isNew = ({ substance }) => !known.has(substance)
    for (const { substance, name_in_law } of added.filter(isNew))
      entries.push({ substance, name_in_law, periods: [now] })
    for (const { substance } of added.filter((e) => !isNew(e)))
      entries.find((e) => e.substance === substance).periods.push(now)
    yield [file, { ...list, entries }]
  }
}

const endedOn = (period, day) => (period.until === null ? { ...period, until: day } : period)

/** The open period of most entries, by what it extends to. */
function commonPeriod({ entries }) {
  const counts = new Map()
  for (const period of entries.flatMap((e) => e.periods.filter((p) => p.until === null))) {
    const key = JSON.stringify(period.extends_to ?? null)
    counts.set(key, { period, n: (counts.get(key)?.n ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.n - a.n)[0]?.period
}
