// A text compared with the records, by `coverage law reconcile`, `law replay` and `law draft`.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { NotLooked } from './client.mjs'
import { dayIn } from './folder.mjs'

/** Fewer entries than this share of those recorded: the text was cut, or the page has become another. */
const leastShare = 0.8

const names = {
  missing: 'new',
  extra: 'gone',
  moved: 'moved',
  spelling: 'renamed',
  'words changed': 'wording changed',
  'words not recorded': 'wording new',
  'words gone': 'wording gone',
}

/**
 * What the newest version of a text has otherwise than the records in force on a day.
 * @throws {NotLooked} if it cannot be read, or is empty or shrunken
 */
export async function compared(code, source, versions, day, tool) {
  const of = async (path) => {
    const lists = source.lists ? ['--list', source.lists.join()] : []
    const args = ['law', 'reconcile', code, path, '--format', 'json', '--as-of', day, ...lists]
    const { code: exit, stdout, stderr } = await tool(args)
    if (exit !== 0 && exit !== 1) throw new NotLooked(`it cannot be read: ${lastLine(stderr)}`)
    return JSON.parse(stdout)
  }
  const path = versions.at(-1)
  const now = await of(path)
  const shrunken = shrunkenBy(now)
  if (shrunken) throw new NotLooked(shrunken)
  const before = versions.length > 1 ? await of(versions.at(-2)).catch(() => null) : null
  const known = new Set(before?.differences.map(keyOf))
  const words = new Map(before?.class_words.map((item) => [placeOf(item), item.words]))
  const found = now.differences.filter((d) => d.unaccounted)
  return {
    text: now.text,
    day: now.text_day ?? dayIn(path),
    entries: now.entries,
    matched: now.matched,
    without_words: now.without_official_words,
    differences: found
      .filter((d) => !explanationOf(d, source))
      .map((d) => ({ ...changeOf(d, words), since_before: known.has(keyOf(d)) })),
    explained: found.flatMap((d) => explanationOf(d, source) ?? []),
    official_words: now.official_words,
    bounds: before ? versions.slice(-2).map(dayIn) : null,
  }
}

function shrunkenBy({ entries, matched, differences, class_items: classes }) {
  const extra = differences.filter((d) => d.kind === 'extra').length
  const gone = differences.filter((d) => d.kind === 'words gone').length
  if (entries + classes === 0) return 'an empty text: it has no entry and no class wording'
  const few = (there, lost) => lost > 1 && there < leastShare * (there + lost)
  if (few(matched, extra)) return `a shrunken text: ${extra} of ${matched + extra} recorded entries are not in it`
  return few(classes, gone)
    ? `a shrunken text: ${gone} of ${classes + gone} recorded class wordings are not in it`
    : null
}

function changeOf(d, before) {
  const { kind, place, substance, says, item = null, reads } = d
  const was = item && before.get(placeOf(item))
  return {
    change: names[kind],
    place,
    substance,
    says,
    item,
    ...(kind.startsWith('words')
      ? { wording: { now: item?.words ?? null, before: was ?? null, reads: reads ?? null } }
      : {}),
  }
}

const placeOf = ({ part, path }) => `${part} ${path}`
const keyOf = ({ kind, place, says }) => `${kind} ${place} ${says}`

function explanationOf({ item, substance }, { explained = [] }) {
  return explained.find(({ of }) => of.some((name) => name === substance || item?.names.includes(name)))?.why ?? null
}

/**
 * What the versions of a text say of the days on which entries came and left, by `law replay`.
 * @returns the changes of each version, or why it could not be done
 */
export async function replayed(code, versions, tool) {
  const { code: exit, stdout, stderr } = await tool(['law', 'replay', code, ...versions, '--json'])
  if (exit !== 0 && exit !== 1) return { why: lastLine(stderr), steps: [] }
  const { texts } = JSON.parse(stdout)
  return { why: null, steps: stepsOf(texts) }
}

/**
 * What a series, a text and the acts that amend it, has on its last day otherwise than the records.
 * @returns as of `compared`, and as of `replayed`
 * @throws {NotLooked} if the series cannot be read
 */
export async function comparedSeries(code, source, files, tool) {
  const { code: exit, stdout, stderr } = await tool(['law', 'replay', code, ...files, '--json'])
  if (exit !== 0 && exit !== 1) throw new NotLooked(`it cannot be read: ${lastLine(stderr)}`)
  const { texts, entries, missing } = JSON.parse(stdout)
  const day = texts
    .map((t) => t.day)
    .sort()
    .at(-1)
  const ofSeries = new Map(texts.map((t) => [t.of, t.rows]))
  const rows = [...ofSeries.values()].reduce((sum, n) => sum + n, 0)
  const found = [
    ...entries.flatMap(({ list, substance, days }) =>
      days.filter((d) => d.day === day).map((d) => seriesChange(list, substance, d.is, d.recorded)),
    ),
    ...missing.filter(({ last }) => last === day).map(({ part, words }) => unrecordedRow(part, words)),
  ]
  const left = found.filter((d) => !explanationOf(d, source))
  return {
    ...{ text: source.title, day, entries: rows, matched: rows - found.filter((d) => d.change === 'new').length },
    ...{ without_words: [], official_words: [], bounds: null },
    differences: left,
    explained: found.flatMap((d) => explanationOf(d, source) ?? []),
    series: { why: null, steps: stepsOf(texts) },
  }
}

function seriesChange(place, substance, is, recorded) {
  const item = is ? { names: [substance], part: place, path: '', words: substance } : null
  const says = `${substance}: ${is ? 'in' : 'not in'} the text, recorded as ${recorded}`
  return { change: is ? 'new' : 'gone', place, substance, says, item, since_before: false }
}

/** A row has its cells, one after the other and then each. */
function unrecordedRow(part, words) {
  const [whole, ...cells] = words.split(' | ')
  const names = cells.length > 0 ? cells : [whole]
  return { ...seriesChange(part, null, true, 'nothing'), item: { names, part, path: '', words } }
}

const stepsOf = (texts) => texts.slice(1).filter((t) => t.came.length + t.left.length + t.moved.length > 0)

/** Drafts of records for new names. @returns by name what was drafted, or why nothing was */
export async function drafted(code, differences, output, tool) {
  const items = differences.flatMap(({ change, item }) => (change === 'new' && item.names.length > 0 ? [item] : []))
  if (items.length === 0) return { entries: [], left: [], why: null, folder: null }
  const folder = join(output, 'drafts', code.toLowerCase())
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const table = join(folder, 'names.csv')
  const rows = items.map((i) => [i.names[0], systematicOf(i.names), i.part, i.path, i.code ?? '', i.cas ?? ''])
  writeFileSync(table, `${[['name', 'systematic', 'list', 'entry', 'code', 'cas'], ...rows].map(csvLine).join('\n')}\n`)
  const { code: exit, stderr } = await tool(['law', 'draft', code, table, '-o', join(folder, 'records')])
  if (exit !== 0 && exit !== 1) return { entries: [], left: [], why: lastLine(stderr), folder: null }
  const draft = JSON.parse(readFileSync(join(folder, 'records', `${code.toLowerCase()}.draft.json`), 'utf8'))
  return { entries: draft.entries, left: draft.left, why: null, folder: basename(folder) }
}

const csvLine = (cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')

/** The name that looks most like a systematic one, if there is one besides the first. */
function systematicOf([first, ...others]) {
  return others.filter((name) => /[\d([]/.test(name) && name !== first).sort((a, b) => b.length - a.length)[0] ?? ''
}

const lastLine = (text) =>
  text
    .trim()
    .split('\n')
    .filter(Boolean)
    .at(-1)
    ?.replace(/^coverage: /, '') ?? 'no reason given'
