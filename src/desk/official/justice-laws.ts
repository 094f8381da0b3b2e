import { itemOf, NotOfficial, type OfficialItem, type OfficialText, textWith } from './official-text.js'
import { all, attribute, child, children, textOf, type Element } from './xml.js'

type Found = { items: OfficialItem[]; repealed: number }

/** Schedules of a Canadian act or regulation in XML of the Justice Laws Website: numbered items or table rows. */
export function readJusticeLaws(root: Element): OfficialText {
  const id = all(root, 'ConsolidatedNumber')[0] ?? all(root, 'InstrumentNumber')[0]
  if (!id) throw new NotOfficial('no ConsolidatedNumber', 'Statute > Identification > Chapter > ConsolidatedNumber')
  const found: Found = { items: [], repealed: 0 }
  for (const schedule of children(root, 'Schedule')) {
    const heading = child(schedule, 'ScheduleFormHeading')
    const label = heading && child(heading, 'Label')
    if (!label || all(schedule, 'BillPiece').length > 0) continue
    const part = `Schedule ${textOf(label).replace(/^schedule /i, '')}`
    const groups = all(schedule, 'Group')
    for (const own of groups.length > 0 ? groups : [schedule])
      readPart(own, groups.length > 0 ? `${part} ${partName(own)}` : part, found)
  }
  return textWith(
    { id: textOf(id), format: 'Justice Laws XML', day: attribute(root, 'lims:pit-date') || null, ...found },
    `${textOf(id)} without a list`,
    'Schedule > List > Item',
  )
}

function partName(group: Element): string {
  const heading = child(group, 'GroupHeading')
  return textOf((heading && child(heading, 'Label')) ?? heading ?? group).replace(/^PART /i, 'Part ')
}

function readPart(own: Element, part: string, found: Found): void {
  const lists = all(own, 'List').filter((list) => list.parent?.localName !== 'Item')
  for (const list of lists) readList(list, part, '', found)
  for (const table of all(own, 'TableGroup')) {
    const caption = child(table, 'Caption')
    const name = caption
      ? `${part} ${textOf(caption)
          .split(' — ')[0]!
          .replace(/^TABLE/, 'Table')}`
      : part
    for (const row of all(table, 'row').filter((r) => r.parent?.localName === 'tbody')) readRow(row, name, found)
  }
}

function readRow(row: Element, part: string, found: Found): void {
  const [number, words] = children(row, 'entry').map((cell) => textOf(cell, ['Repealed']))
  if (all(row, 'Repealed').length > 0) found.repealed++
  else if (number && words)
    found.items.push(itemOf(part, [words], { path: number, hasClassWords: reachesMore.test(words) }))
}

/**
 * Words without a number belong to the item that contains the list; "but not including" makes what follows exclusions.
 */
function readList(list: Element, part: string, under: string, found: Found): string {
  let further = ''
  let excluding = false
  for (const item of children(list, 'Item')) {
    const label = child(item, 'Label')
    const text = child(item, 'Text')
    const words = text ? textOf(text, ['Repealed']) : ''
    if (!label) {
      if (/^but not including/i.test(words)) excluding = true
      else
        further += ` ${words}${children(item, 'List')
          .map((l) => readList(l, part, under, found))
          .join('')}`
      continue
    }
    const path = under + textOf(label)
    if (text && all(text, 'Repealed').length > 0) {
      found.repealed++
      continue
    }
    const at = found.items.length
    const inner = children(item, 'List')
      .map((l) => readList(l, part, path, found))
      .join('')
    const nested = children(item, 'List').length > 0
    const own = itemOf(part, [words], { path, ...kindOf(words, nested, excluding), words: words + inner })
    found.items.splice(at, 0, own)
  }
  return further
}

function kindOf(words: string, nested: boolean, excluding: boolean): Pick<OfficialItem, 'kind' | 'hasClassWords'> {
  if (excluding) return { kind: 'exclusion', hasClassWords: false }
  if (/^any substance that has/i.test(words)) return { kind: 'class', hasClassWords: true }
  if (nested && /\b(?:their|agonists|derivatives thereof)\b/.test(words))
    return { kind: 'heading', hasClassWords: reachesMore.test(words) }
  return { kind: 'entry', hasClassWords: reachesMore.test(words) }
}

const reachesMore = /\b(?:derivatives|analogues|intermediates|structure)\b|any substance that has/i
