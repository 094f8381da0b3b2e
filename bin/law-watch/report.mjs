// The report in Markdown. Words from elsewhere cannot become markup, mentions or links of their own.
import { isUnread } from './look.mjs'

const shown = 300

/** @param run day, laws as looked at, and where the texts are */
export function reportOf({ day, laws, folder, offline }) {
  const rows = laws.map((law) => [
    law.code,
    lookedLine(law),
    law.reviewed + (law.is_old ? ' (over a year)' : ''),
    resultOf(law),
  ])
  const failed = laws.filter((l) => l.result === 'could not look').map((l) => l.code)
  const review = laws.filter((l) => l.review > 0 || l.result === 'to review').map((l) => l.code)
  return [
    `# Law watch, ${day}`,
    '',
    `${offline ? `Texts in ${quoted(folder)}, without network. ` : ''}${headline(laws, failed, review)}`,
    '',
    ...table(['Law', 'Looked at', 'Reviewed to', 'Result'], rows),
    '',
    ...laws.flatMap((law) => [...lawReport(law, 2), '']),
  ].join('\n')
}

function headline(laws, failed, review) {
  const said = [
    ...(review.length > 0 ? [`To review: ${review.join(', ')}.`] : []),
    ...(failed.length > 0
      ? [`Could not look at everything of ${failed.join(', ')}: what was not read is not "unchanged".`]
      : []),
  ]
  if (said.length > 0) return said.join(' ')
  const isLooked = laws.some((l) => [...l.texts, ...l.announcements].some((s) => s.look === 'looked'))
  return isLooked ? 'Looked, nothing new.' : 'Looked at nothing.'
}

/** The report on one law, also the text of its issue. */
export function lawReport(law, level = 1) {
  const h = (text, more = 0) => `${'#'.repeat(level + more)} ${text}`
  const of = (change) =>
    law.texts.flatMap((t) => (t.differences ?? []).filter((d) => d.change === change).map((d) => [t, d]))
  const part = (title, lines) => (lines.length > 0 ? ['', h(`${title} (${lines.length})`, 1), '', ...lines] : [])
  const wording = ['wording changed', 'wording new', 'wording gone'].flatMap(of)
  return [
    h(`${law.code}, ${law.name}: ${resultOf(law)}`),
    '',
    `Law reviewed to ${law.reviewed}. ${reviewLine(law)}`,
    '',
    ...law.texts.map((t) => textLine(t, law.reviewed)),
    ...law.announcements.map((a) => announcedLine(a, law.since)),
    ...part(
      'New entries',
      of('new').map(([t, d]) => newLine(t, d, law)),
    ),
    ...part(
      'Entries gone',
      of('gone').map(([t, d]) => `- ${quoted(d.says)}${seenBefore(t, d)}`),
    ),
    ...part(
      'Moved',
      of('moved').map(([t, d]) => `- ${quoted(d.place)}: ${quoted(d.says)}${seenBefore(t, d)}`),
    ),
    ...part(
      'Renamed',
      of('renamed').map(([t, d]) => `- ${quoted(d.place)}: ${quoted(d.says)}${seenBefore(t, d)}`),
    ),
    ...(wording.length > 0
      ? ['', h(`Class wording (${wording.length})`, 1), '', ...wording.flatMap(wordingLines)]
      : []),
    ...part('By what the earlier texts have', law.texts.flatMap(seriesLines)),
    ...part(
      'Announcements that may matter',
      law.announcements.flatMap((a) => (a.items ?? []).map(itemLine)),
    ),
    ...part(
      'Recorded structures whose verdict would change',
      law.effects.moves.map((m) => `- ${m.substance}: ${m.from} -> ${m.to}`),
    ),
    ...(law.effects.why ? ['', `Which verdicts would change could not be counted: ${quoted(law.effects.why)}.`] : []),
    ...part(
      'Explained in the records',
      law.texts.flatMap((t) => [...new Set(t.explained ?? [])].map((why) => `- ${t.title}: ${quoted(why)}`)),
    ),
    ...draftLines(law.draft),
  ]
}

function resultOf({ result, review, is_old: isOld }) {
  const many = review > 0 ? `${review} to review` : null
  if (result === 'could not look') return many ? `could not look at everything, ${many}` : 'could not look'
  if (result === 'to review') return many ?? 'to review: over a year old, and only a person can look'
  if (result === 'by hand') return 'only a person can look'
  return isOld ? 'looked, nothing new; reviewed over a year ago' : 'looked, nothing new'
}

function lookedLine({ texts, announcements }) {
  const count = (all, of) => `${all.filter((s) => s.look === 'looked').length} of ${all.length} ${of}`
  return `${count(texts, 'texts')}, ${count(announcements, 'announcements')}`
}

function reviewLine({ may_be_reviewed_to: to, reviewed, review }) {
  if (to === null || to <= reviewed) return 'This look does not move that day.'
  const first = review > 0 ? 'once everything below is recorded, ' : ''
  return `If a person confirms it, ${first}\`verified_through\` may be ${to}.`
}

const changes = {
  first: 'first copy',
  changed: 'changed since the last look',
  unchanged: 'unchanged since the last look',
}

function textLine(t, reviewed) {
  const name = `- ${t.title}`
  if (t.look === 'by hand') return `${name}: only a person can look. ${quoted(t.note ?? '')}`
  if (t.look === 'not looked')
    return `${name}: **not looked**, ${quoted(t.why)}${t.tried === 'untried' ? ' (its address was never tried)' : ''}`
  const of = t.day ? `text of ${t.day}` : 'text without a day'
  const change = t.change ? `, ${changes[t.change]}` : ''
  const aside = isUnread(t) ? `: **read it**, no command does. ${quoted(t.note ?? '')}` : ': no command reads it'
  if (t.reader === null) return `${name}: looked${change}${aside}`
  const left = t.differences.length
  const old =
    t.day && t.day < reviewed && left > 0 ? ' It is older than the records, so what it lacks may have come since.' : ''
  const rest = left === 0 ? 'nothing to account for' : `${left} to account for`
  const blind =
    t.without_words.length > 0
      ? ` A change of the wording of ${t.without_words.length} rules of this law would not be seen.`
      : ''
  return `${name}: ${of}${change}: ${t.entries} entries, ${t.matched} recorded; ${rest}.${old}${blind}`
}

function announcedLine(a, since) {
  const name = `- ${a.title}`
  if (a.look === 'by hand') return `${name}: only a person can look. ${quoted(a.note ?? '')}`
  if (a.look === 'offline') return `${name}: not looked (without network)`
  if (a.look === 'not looked')
    return `${name}: **not looked**, ${quoted(a.why)}${a.tried === 'untried' ? ' (its address was never tried)' : ''}`
  if (a.items) return `${name}: ${a.items.length === 0 ? 'looked, nothing' : a.items.length} since ${since}`
  const said = {
    first: 'first copy of the page',
    unchanged: `page unchanged since ${a.first_seen}`,
    changed: '**the page has changed: read it**',
  }
  return `${name}: ${said[a.change]}`
}

function newLine(t, d, { draft }) {
  const { names, part, path, cas, code } = d.item
  const drafted = draft.entries.find((e) => e.name_in_law === names[0])
  const left = draft.left.find((e) => e.name === names[0])
  const how = drafted
    ? drafted.review.found_by === 'new'
      ? `drafted as ${drafted.substance}`
      : `recorded as ${drafted.substance}`
    : left
      ? `not drafted: ${quoted(left.why)}`
      : ''
  const more = [cas ? `CAS ${cas}` : '', code ? `code ${code}` : '', how].filter(Boolean).map((s) => `; ${s}`)
  return `- ${quoted([part, path].filter(Boolean).join(' '))}: ${quoted(names.join(' | ') || d.item.words)}${more.join('')}${seenBefore(t, d)}`
}

/** Between which days an entry came or went, or that it is no news. */
function seenBefore({ bounds }, { since_before: isOld }) {
  if (isOld) return ` (as in the text of ${bounds?.[0] ?? 'before'})`
  return bounds?.every(Boolean) ? ` (between ${bounds[0]} and ${bounds[1]})` : ''
}

function wordingLines([, { change, place, wording }]) {
  const isOther = wording.before !== null && wording.before !== wording.now
  const before = isOther ? wording.before : 'no earlier text here'
  return [
    `${place ? quoted(place) : ''}: ${change}`,
    '',
    ...table(
      ['Official wording now', 'Official wording before', 'Our reading in the rules'],
      [[cell(wording.now ?? 'not in the text'), cell(before), cell(wording.reads ?? 'none')]],
    ),
    '',
  ]
}

function seriesLines({ title, series }) {
  if (!series) return []
  if (series.why) return [`- ${title}: the earlier texts could not be read in a row: ${quoted(series.why)}`]
  const some = (name, ids) => (ids.length > 0 ? [`${name} ${ids.join(', ')}`] : [])
  return series.steps.map(
    (s) =>
      `- ${s.day}, ${title}: ${[...some('in:', s.came), ...some('out:', s.left), ...some('moved:', s.moved)].join('; ')}`,
  )
}

function itemLine({ title, day, link }) {
  const to = /^https:\/\/[^\s<>"()]+$/.test(link) ? ` <${link}>` : link ? ` ${quoted(link)}` : ''
  return `- ${day ?? 'no day'}: ${quoted(title)}${to}`
}

function draftLines({ why, folder }) {
  if (why) return ['', `New names were not drafted: ${quoted(why)}.`]
  return folder ? ['', `Drafts for review: drafts/${folder}/`] : []
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}

const cell = (text) => quoted(text, 1000)

/** Words from elsewhere, on one line, without markup. */
function quoted(text, most = shown) {
  const line = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim()
  const cut = line.length > most ? `${line.slice(0, most)}...` : line
  return cut.replace(/[&<>@#|`*_[\]\\~]/g, (c) => `&#${c.charCodeAt(0)};`)
}
