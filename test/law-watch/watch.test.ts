import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import yazl from 'yazl'
import { act, feed, law, server, smallLaw, text, toolOn, watch, withClass } from './small-law.js'

const data = smallLaw()
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {}
const asked: IncomingMessage[] = []
const { at, close } = await server((request, response) => {
  asked.push(request)
  answer(request, response)
})
let folder = ''
beforeEach(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true })
  folder = mkdtempSync(join(tmpdir(), 'law-texts-'))
  asked.length = 0
})
afterAll(async () => {
  await close()
  for (const path of [data, folder]) rmSync(path, { recursive: true, force: true })
})

const look = (sources: { texts?: object[]; announcements?: object[] } = {}, more: object = {}) =>
  watch({
    laws: [law(sources.texts ?? [text], sources.announcements ?? [])],
    folder,
    offline: false,
    since: null,
    today: '2026-12-02',
    output: null,
    agent: 'test/1',
    tool: toolOn(data),
    data,
    edition: null,
    network: { at, pauseMs: 0, waitMs: 50, ms: 20_000, bytes: 100_000 },
    ...more,
  })

const xml = 'text/xml; charset=utf-8'
const send = (body: string | Buffer, head: Record<string, string> = {}, status = 200) => {
  answer = (_, response) => void response.writeHead(status, { 'content-type': xml, ...head }).end(body)
}
const added = act.replace(
  '<Item><Label>2</Label><Text>Ethanol</Text></Item>',
  '$&<Item><Label>3</Label><Text>Heliotropin</Text></Item>',
)
const removed = act.replace('<Item><Label>2</Label><Text>Ethanol</Text></Item>', '')

describe('a text', () => {
  test('first copy, all of it recorded: nothing new, and the day that it allows', async () => {
    send(act)
    const { markdown, report, exit } = await look()
    expect(exit).toBe(0)
    expect(markdown).toContain('Looked, nothing new.')
    expect(markdown).toContain(
      '- Act X-1: text of 2026-01-31, first copy: 3 entries, 3 recorded; nothing to account for',
    )
    expect(report.laws[0]).toMatchObject({ result: 'nothing new', may_be_reviewed_to: '2026-01-31' })
    expect(asked[0]!.headers['user-agent']).toBe('test/1')
    expect(readFileSync(join(folder, 'zz/x-1/x-1-2026-12-02.xml'), 'utf8')).toBe(act)
  })
  test('unchanged (304): the conditional request, and no second copy', async () => {
    send(act, { etag: '"1"', 'last-modified': 'Sat, 31 Jan 2026 00:00:00 GMT' })
    await look()
    answer = ({ headers }, response) => {
      expect([headers['if-none-match'], headers['if-modified-since']]).toEqual(['"1"', 'Sat, 31 Jan 2026 00:00:00 GMT'])
      response.writeHead(304).end()
    }
    const { markdown, exit } = await look({}, { today: '2026-12-09' })
    expect(exit).toBe(0)
    expect(markdown).toContain('unchanged since the last look')
    expect(readdirSync(join(folder, 'zz/x-1'))).toEqual(['x-1-2026-12-02.xml'])
  })
  test('the same bytes without a 304 are unchanged too', async () => {
    send(act)
    await look()
    expect((await look({}, { today: '2026-12-09' })).markdown).toContain('unchanged since the last look')
  })
  test.each<[string, string, RegExp[]]>([
    [
      'one entry added',
      added,
      [/New entries \(1\)\n\n- Schedule I 3: Heliotropin.* \(between 2026-12-02 and 2026-12-09\)/],
    ],
    [
      'one entry removed',
      removed,
      [/Entries gone \(1\)\n\n- xx-list: ethanol \(ethanol, 2\) is in force in the records/],
    ],
    ['one renamed', act.replace('Ethanol', 'Methanol'), [/Renamed \(1\)\n\n- Schedule I 2: the text has "Methanol"/]],
    [
      'wording that no rule has',
      withClass,
      [/Class wording \(1\)\n\nSchedule I 1: wording new/, /\| Amfetamines, their salts and derivatives, including/],
    ],
  ])('%s: exit code 1', async (_, changed, says) => {
    send(act)
    await look()
    send(changed)
    const { markdown, report, exit } = await look({}, { today: '2026-12-09' })
    for (const words of says) expect(markdown).toMatch(words)
    expect([exit, report.laws[0].result, report.laws[0].review]).toEqual([1, 'to review', 1])
    expect(report.laws[0].texts[0].change).toBe('changed')
  })
  test('words of the page cannot become markup, a mention or a link', async () => {
    send(act.replace('Ethanol', '@everyone #12 [x](http://a.example) &lt;img&gt; | `'))
    const { markdown } = await look()
    expect(markdown).toContain('&#64;everyone &#35;12 &#91;x&#93;(http://a.example) &#60;img&#62; &#124; &#96;')
  })
  test('a zip archive of it', async () => {
    const zip = new yazl.ZipFile()
    zip.addBuffer(Buffer.from(act), 'BJNR1.xml')
    zip.end()
    const parts: Buffer[] = []
    for await (const part of zip.outputStream) parts.push(part as Buffer)
    send(Buffer.concat(parts), { 'content-type': 'application/zip' })
    expect((await look({ texts: [{ ...text, format: 'XML in zip' }] })).exit).toBe(0)
    expect(readFileSync(join(folder, 'zz/x-1/x-1-2026-12-02.xml'), 'utf8')).toBe(act)
  })
  test('the day of the newest version comes from another address', async () => {
    const newest = { address: 'https://law.example/days.json', value: 'days/of=X-1/day' }
    answer = ({ url }, response) => {
      const isDay = url === '/days.json'
      if (!isDay) expect(url).toBe('/2026-01-31/x-1.xml')
      const days = { days: [{ of: 'Y' }, { of: 'X-1', day: '2026-01-31' }] }
      response.writeHead(200, { 'content-type': isDay ? 'application/json' : xml })
      response.end(isDay ? JSON.stringify(days) : act)
    }
    const source = { ...text, address: 'https://law.example/{newest}/x-1.xml', newest }
    expect((await look({ texts: [source] })).exit).toBe(0)
  })
  test('a difference that the records explain', async () => {
    send(removed)
    const explained = [{ of: ['ethanol'], why: 'The copy lacks it.' }]
    const { markdown, exit } = await look({ texts: [{ ...text, explained }] })
    expect(exit).toBe(0)
    expect(markdown).toMatch(/Explained in the records \(1\)\n\n- Act X-1: The copy lacks it\./)
  })
  test('a law without a reader: read it once, then only when its words change', async () => {
    const page = { ...text, id: 'page', format: 'HTML', reader: null, note: 'Tables.' }
    const html = (words: string, style: string) =>
      send(`<p style="${style}">${words}</p>`, { 'content-type': 'text/html' })
    html('Annex', 'a')
    const first = await look({ texts: [page] })
    expect([first.exit, first.markdown]).toEqual([
      1,
      expect.stringContaining('first copy: **read it**, no command does. Tables.'),
    ])
    html('Annex', 'b')
    expect((await look({ texts: [page] }, { today: '2026-12-09' })).exit).toBe(0)
    html('Annex 2', 'b')
    const changed = await look({ texts: [page] }, { today: '2026-12-16' })
    expect([changed.exit, changed.markdown]).toEqual([
      1,
      expect.stringContaining('changed since the last look: **read it**'),
    ])
  })
})

describe('what could not be read is not unchanged: exit code 2, with the reason', () => {
  const endless = (response: ServerResponse) => {
    const next = () => response.write('x'.repeat(50_000), next)
    next()
  }
  const html = { 'content-type': 'text/html' }
  test.each<[string, () => void, RegExp]>([
    ['404', () => send('', {}, 404), /the server answers 404/],
    [
      '503 that asks to wait too long',
      () => send('', { 'retry-after': '3600' }, 503),
      /answers 503; it asks to come back after 3600 s/,
    ],
    ['503 each time', () => send('', { 'retry-after': '0' }, 503), /answers 503; .* \(asked 3 times\)/],
    [
      'slow',
      () => (answer = (_, r) => void r.writeHead(200, { 'content-type': xml })),
      /no whole answer within the time limit/,
    ],
    ['too large', () => send(act.padEnd(200_000)), /larger than 100000 bytes/],
    [
      'endless',
      () => (answer = (_, r) => endless(r.writeHead(200, { 'content-type': xml }))),
      /larger than 100000 bytes/,
    ],
    ['wrong content type', () => send('<html></html>', html), /the answer is text\/html, not XML/],
    ['broken XML', () => send(act.slice(0, 900)), /it cannot be read: .*XML that does not read/],
    ['another law', () => send(act.replace('>X-1<', '>Y-2<')), /it cannot be read: .*found the text Y-2/],
    ['empty', () => send(''), /an empty text/],
    [
      'shrunken',
      () => send(removed.replace(/<Item><Label>\(1\)<\/Label>.*?<\/Item>/s, '')),
      /a shrunken text: 2 of 3 recorded entries are not in it/,
    ],
    [
      'redirect to another host',
      () => send('', { location: 'https://other.example/' }, 302),
      /redirected to another host, https:\/\/other\.example: not followed/,
    ],
    ['redirects without end', () => send('', { location: '/x-1.xml' }, 301), /more than 5 redirects/],
  ])('%s', async (name, prepare, why) => {
    prepare()
    const network = { at, pauseMs: 0, waitMs: 50, ms: name === 'slow' ? 300 : 20_000, bytes: 100_000 }
    const { markdown, report, exit } = await look({}, { network })
    expect(exit).toBe(2)
    expect(report.laws[0].texts[0].why).toMatch(why)
    expect(report.laws[0]).toMatchObject({ result: 'could not look', may_be_reviewed_to: null })
    expect(markdown).toContain('Could not look at everything of ZZ')
    expect(markdown).not.toContain('nothing new')
  })
  test('a bad version is set aside: the next look compares with the good one before', async () => {
    send(act, { etag: '"1"' })
    await look()
    send(act.slice(0, 900), { etag: '"2"' })
    expect((await look({}, { today: '2026-12-09' })).exit).toBe(2)
    expect(existsSync(join(folder, 'zz/x-1/x-1-2026-12-09.xml.set-aside'))).toBe(true)
    send(added, { etag: '"3"' })
    const { markdown, exit } = await look({}, { today: '2026-12-16' })
    expect(asked.at(-1)!.headers['if-none-match']).toBe('"1"')
    expect([exit, markdown]).toEqual([1, expect.stringContaining('Heliotropin')])
  })
  test('503, then an answer', async () => {
    let times = 0
    answer = (_, r) =>
      void (times++ === 0
        ? r.writeHead(503, { 'retry-after': '0' }).end()
        : r.writeHead(200, { 'content-type': xml }).end(act))
    expect((await look()).exit).toBe(0)
  })
  test('a redirect on the same host is followed', async () => {
    answer = ({ url }, r) =>
      void (url === '/x-1.xml'
        ? r.writeHead(302, { location: '/now.xml' }).end()
        : r.writeHead(200, { 'content-type': xml }).end(act))
    expect((await look()).exit).toBe(0)
  })
  test('a value from elsewhere cannot lead to another address', async () => {
    send(JSON.stringify({ day: '../../other' }), { 'content-type': 'application/json' })
    const newest = { address: 'https://law.example/days.json', value: 'day' }
    const { report } = await look({ texts: [{ ...text, address: 'https://law.example/{newest}.xml', newest }] })
    expect(report.laws[0].texts[0].why).toContain('is no value for {newest}')
    expect(asked.length).toBe(1)
  })
  test('one request at a time for each host', async () => {
    let open = 0
    let most = 0
    answer = (_, response) => {
      most = Math.max(most, ++open)
      setTimeout(() => {
        open--
        response.writeHead(200, { 'content-type': xml }).end(act)
      }, 20)
    }
    const { Client } = (await import(new URL('../../bin/law-watch/client.mjs', import.meta.url).href)) as any
    const client = new Client([text.address], { agent: 'test/1', at, pauseMs: 0 })
    await Promise.all([1, 2, 3].map(() => client.get(text.address, 'XML')))
    expect(most).toBe(1)
    await expect(client.get('https://law.example/other.xml', 'XML')).rejects.toThrow('not in the records')
  })
})

describe('announcements', () => {
  const atom = (...titles: string[]) =>
    `<feed xmlns="http://www.w3.org/2005/Atom">${titles.map((t) => `<entry><title>${t}</title><published>2026-03-01T00:00:00Z</published><link href="https://gazette.example/1"/></entry>`).join('')}</feed>`
  const both = (body: string, type = 'application/atom+xml') => {
    answer = ({ url }, r) =>
      void r.writeHead(200, { 'content-type': url === '/x-1.xml' ? xml : type }).end(url === '/x-1.xml' ? act : body)
  }
  test.each<[string, string, object, number, RegExp]>([
    [
      'one that names the act',
      atom('Order amending X-1', 'Fishing'),
      {},
      1,
      /matter \(1\)\n\n- 2026-03-01: Order amending X-1 <https:\/\/gazette\.example\/1>/,
    ],
    ['none that does', atom('Fishing'), {}, 0, /- Gazette: looked, nothing since 2026-01-31/],
    ['an empty search', atom(), {}, 0, /looked, nothing since/],
    ['an empty feed of everything', atom(), { may_be_empty: undefined }, 2, /\*\*not looked\*\*, it has no item/],
    ['a page in its place', '<html/>', {}, 2, /the root element is html, not that of a feed/],
    [
      'RSS',
      '<rss><channel><title>G</title><item><title>X-1 amended</title><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate><link>https://gazette.example/2</link></item></channel></rss>',
      { format: 'RSS' },
      1,
      /- 2026-03-01: X-1 amended <https:\/\/gazette\.example\/2>/,
    ],
    ['one from before', atom('X-1').replace('2026-03', '2025-03'), {}, 0, /looked, nothing since/],
  ])('%s', async (_, body, more, exit, says) => {
    both(body)
    const found = await look({ announcements: [{ ...feed, ...more }] })
    expect(found.markdown).toMatch(says)
    expect(found.exit).toBe(exit)
    expect(asked.at(-1)!.url).toBe('/feed?since=2026-01-31')
  })
  test('with texts and announcements looked at, the law is reviewed to the day of the look', async () => {
    both(atom())
    const { report, markdown } = await look({ announcements: [feed] })
    expect(report.laws[0].may_be_reviewed_to).toBe('2026-12-02')
    expect(markdown).toContain('If a person confirms it, `verified_through` may be 2026-12-02.')
  })
  const fields = { items: 'results', title: 'title', day: 'date', link: 'url' }
  test.each<[string, object, number, RegExp]>([
    [
      'JSON',
      { results: [{ title: 'X-1', date: '2026-05-01', url: 'https://gazette.example/3' }] },
      1,
      /- 2026-05-01: X-1/,
    ],
    ['JSON without the list', { other: [] }, 2, /no list at results in the answer/],
  ])('%s', async (_, body, exit, says) => {
    both(JSON.stringify(body), 'application/json')
    const found = await look({ announcements: [{ ...feed, format: 'JSON', fields }] })
    expect([found.exit, found.markdown]).toEqual([exit, expect.stringMatching(says)])
  })
  test('a page that changes', async () => {
    both('<p>one</p>', 'text/html')
    const page = { ...feed, format: 'HTML' }
    expect((await look({ announcements: [page] })).exit).toBe(0)
    both('<p>two</p>', 'text/html')
    const { exit, markdown } = await look({ announcements: [page] })
    expect([exit, markdown]).toEqual([1, expect.stringContaining('**the page has changed: read it**')])
  })
})

describe('what only a person can look at', () => {
  const byHand = { ...text, address: null, note: 'Ask the agency.' }
  test('is named, beside what was looked at', async () => {
    send(act)
    const { exit, markdown } = await look({ texts: [text, { ...byHand, id: 'other' }] })
    expect([exit, markdown]).toEqual([0, expect.stringContaining('only a person can look. Ask the agency.')])
  })
  test('a run that looked at nothing is no success', async () => {
    const { exit, markdown } = await look({ texts: [byHand] })
    expect([exit, markdown]).toEqual([2, expect.not.stringContaining('nothing new')])
  })
})

test('report, data, a report for each law and drafts go to the output', async () => {
  send(added)
  const output = join(folder, 'report')
  const { markdown } = await look({}, { output })
  expect(readFileSync(join(output, 'report.md'), 'utf8')).toBe(markdown)
  expect(JSON.parse(readFileSync(join(output, 'report.json'), 'utf8'))).toMatchObject({ law_watch: 1, exit: 1 })
  expect(readFileSync(join(output, 'laws/zz.md'), 'utf8')).toMatch(/^# ZZ, Nowhere: 1 to review/)
  expect(readFileSync(join(output, 'drafts/zz/names.csv'), 'utf8')).toContain('"Heliotropin"')
})
