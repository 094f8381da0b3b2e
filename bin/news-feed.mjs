// Feeds of the news about the law records: one entry for each item of data/NEWS.md.
import { createHash } from 'node:crypto'

/**
 * News items, the newest edition first. An edition is named by its month, and its items are dated on the first of that
 * month.
 */
export function newsItems(markdown) {
  const items = []
  let edition = null
  let section = ''
  let item = null
  for (const line of markdown.split('\n')) {
    const head = /^## (\d{4})\.(\d{1,2})/.exec(line)
    if (head) edition = { id: `${head[1]}.${head[2]}`, day: `${head[1]}-${head[2].padStart(2, '0')}-01` }
    if (/^#/.test(line)) {
      section = /^### (.*)/.exec(line)?.[1] ?? ''
      item = null
    } else if (/^- /.test(line) && edition) items.push((item = { edition, section, text: line.slice(2) }))
    else if (item && /^ {2}\S/.test(line)) item.text += ` ${line.trim()}`
    else item = null
  }
  return items.map(({ edition: own, section: title, text }) => ({
    id: `urn:sha256:${createHash('sha256').update(`${own.id} ${text}`).digest('hex')}`,
    title: `${own.id}: ${title === '' ? 'News' : title}: ${text.slice(0, 80)}${text.length > 80 ? '...' : ''}`,
    updated: `${own.day}T00:00:00Z`,
    text,
  }))
}

const title = 'News of the law records of coverage'

export function jsonFeed(items) {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    items: items.map(({ id, title: own, updated, text }) => ({
      id,
      title: own,
      date_published: updated,
      content_text: text,
    })),
  }
  return `${JSON.stringify(feed, null, 2)}\n`
}

export function atomFeed(items) {
  const plain = (text) => text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c])
  const entries = items.map(
    ({ id, title: own, updated, text }) =>
      `  <entry><id>${id}</id><title>${plain(own)}</title><updated>${updated}</updated><content>${plain(text)}</content></entry>`,
  )
  const newest = items
    .map(({ updated }) => updated)
    .sort()
    .at(-1)
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:coverage:news</id><title>${title}</title><updated>${newest}</updated><author><name>coverage</name></author>
${entries.join('\n')}
</feed>
`
}
