import { readEcfr } from './ecfr.js'
import { readFormex, parseXml, type Element, all, attribute, child, textOf } from './xml.js'
import { readGesetze } from './gesetze.js'
import { readJusticeLaws } from './justice-laws.js'
import { itemOf, NotOfficial, type OfficialItem, type OfficialText, textWith } from './official-text.js'

/** Schedules in the XML of legislation.gov.uk (Crown Legislation Markup Language). Repealed words are not law. */
function readClml(root: Element): OfficialText {
  const uri = attribute(root, 'DocumentURI') || attribute(root, 'IdURI') || ''
  const id = /legislation\.gov\.uk\/(?:id\/)?([a-z]+\/\d{4}\/\d+)/.exec(uri)?.[1]
  if (id === undefined)
    throw new NotOfficial(`DocumentURI="${uri}"`, 'Legislation with DocumentURI of legislation.gov.uk')
  const parts = all(root, 'Schedule').flatMap((schedule) => all(schedule, 'Part'))
  const items = parts.flatMap((part) => partItems(part))
  const days = [...all(root, 'Schedule'), root].map((own) => attribute(own, 'RestrictStartDate'))
  const day = days.find(Boolean) ?? null
  return textWith(
    { id, format: 'legislation.gov.uk XML', day, items, repealed: all(root, 'Repeal').length },
    `${id} without a schedule in parts`,
    'Schedule > ScheduleBody > Part > P1',
  )
}

const gone = ['Repeal', 'CommentaryRef']

function partItems(part: Element): OfficialItem[] {
  const number = child(part, 'Number')
  const name = number ? textOf(number).replace(/^part\b/i, 'Part') : ''
  return all(part, 'P1').flatMap((p1) => {
    const first = numberOf(p1)
    const under = all(p1, 'P2')
    if (under.length === 0) return first === '1' ? namesAt(p1, name, first) : [scopeOf(p1, name, first)]
    return under.flatMap((p2) =>
      first === '1' || /^\d+[A-Z]+$/.test(first)
        ? namesAt(p2, name, `${first}(${numberOf(p2)})`)
        : [scopeOf(p2, name, `${first}(${numberOf(p2)})`)],
    )
  })
}

function numberOf(paragraph: Element): string {
  const number = child(paragraph, 'Pnumber')
  return number ? textOf(number).replace(/[().]/g, '') : ''
}

function scopeOf(paragraph: Element, part: string, path: string): OfficialItem {
  return itemOf(part, [textOf(paragraph, [...gone, 'Pnumber'])], { kind: 'scope', path, names: [] })
}

/** A list of names or, if there is none, words that describe a class. */
function namesAt(paragraph: Element, part: string, path: string): OfficialItem[] {
  const listed = all(paragraph, 'ListItem')
    .map((item) => textOf(item, gone))
    .filter((words) => words !== '')
  if (listed.length > 0)
    return listed.map((words) => itemOf(part, [words], { path, hasClassWords: /\bderivatives?\b/i.test(words) }))
  const words = textOf(paragraph, gone).replace(/^\(?\w+\)?(?:\s+|$)/, '')
  return words === '' ? [] : [itemOf(part, [words], { kind: 'class', path, hasClassWords: true })]
}

/** The reader of each format, by the name of the root element. */
const readers: Readonly<Record<string, (root: Element) => OfficialText>> = {
  Statute: readJusticeLaws,
  Regulation: readJusticeLaws,
  dokumente: readGesetze,
  ECFR: readEcfr,
  DIV1: readEcfr,
  DIV3: readEcfr,
  DIV5: readEcfr,
  DIV8: readEcfr,
  DLPSTEXTCLASS: readEcfr,
  Legislation: readClml,
  ACT: readFormex,
  'CONS.ACT': readFormex,
  ANNEX: readFormex,
}

/** Reads an official text in any of these XML formats; it may come in pieces. @throws {NotOfficial} */
export function readOfficialXml(text: string | Iterable<string>): OfficialText {
  const root = parseXml(text)
  const read = readers[root.localName]
  if (!read) throw new NotOfficial(`the root element ${root.localName}`, `one of ${Object.keys(readers).join(', ')}`)
  return read(root)
}
