// Items of feeds and searches, and which of them may concern a law.
import { SaxesParser } from 'saxes'
import { NotLooked } from './client.mjs'

/**
 * Items of a feed or search, each with title, day (or null) and link.
 * @throws {NotLooked} if it is no feed, or empty where it may not be
 */
export function itemsIn(text, source) {
  const items = source.format === 'JSON' ? fromJson(text, source.fields) : fromXml(text)
  if (items.length === 0 && !source.may_be_empty) throw new NotLooked('it has no item, so it was probably not read')
  return items
}

/** Those since a day whose title has one of the words, all if there are none. An item without a day may be new. */
export function concerning(items, { matches }, since) {
  const words = matches.map((word) => word.toLowerCase())
  const isMeant = ({ title }) => words.length === 0 || words.some((word) => title.toLowerCase().includes(word))
  return items.filter((item) => isMeant(item) && (item.day === null || item.day > since))
}

/** The value at a place such as `titles/number=21/up_to_date_as_of`; undefined if there is none. */
export function valueAt(json, place) {
  return place.split('/').reduce((value, step) => {
    const [name, wanted] = step.split('=')
    if (wanted === undefined) return value?.[name]
    return Array.isArray(value) ? value.find((one) => String(one?.[name]) === wanted) : undefined
  }, json)
}

export function jsonIn(text) {
  try {
    return JSON.parse(text)
  } catch {
    throw new NotLooked('JSON that does not read')
  }
}

function fromJson(text, fields) {
  const json = jsonIn(text)
  const items = valueAt(json, fields.items)
  // The Federal Register leaves the list out of an answer without results.
  if (items === undefined && json?.count === 0) return []
  if (!Array.isArray(items)) throw new NotLooked(`no list at ${fields.items} in the answer`)
  const of = (item, field) => String(valueAt(item, fields[field]) ?? '')
  return items.map((item) => ({ title: of(item, 'title'), day: dayOf(of(item, 'day')), link: of(item, 'link') }))
}

const names = { title: 'title', pubDate: 'day', published: 'day', updated: 'updated', date: 'day', link: 'link' }

/** Items of Atom (`entry`) and RSS (`item`). */
function fromXml(text) {
  const items = []
  let item = null
  let field = null
  let root = null
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const own = name.replace(/^.*:/, '')
    root ??= own
    if (own === 'entry' || own === 'item') item = { title: '', day: '', updated: '', link: '' }
    else if (item) field = names[own] ?? null
    if (item && own === 'link' && attributes.href && (attributes.rel ?? 'alternate') === 'alternate')
      item.link = attributes.href
  })
  const add = (words) => {
    if (item && field && !(field === 'link' && item.link.startsWith('http'))) item[field] += words
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', ({ name }) => {
    field = null
    if (!item || !/^(?:.*:)?(?:entry|item)$/.test(name)) return
    const { title, day, updated, link } = item
    items.push({ title: title.replace(/\s+/g, ' ').trim(), day: dayOf(day || updated), link: link.trim() })
    item = null
  })
  try {
    parser.write(text).close()
  } catch (error) {
    throw new NotLooked(`XML that does not read (${error.message.split('\n', 1)[0]})`)
  }
  if (!['feed', 'rss', 'RDF'].includes(root)) throw new NotLooked(`the root element is ${root}, not that of a feed`)
  return items
}

function dayOf(text) {
  const iso = /\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
  if (iso) return iso
  const parsed = Date.parse(text)
  return Number.isNaN(parsed) ? null : new Date(parsed).toISOString().slice(0, 10)
}
