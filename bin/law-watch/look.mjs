// Looks at one law: its texts, its announcements, and what follows.
import { readFileSync } from 'node:fs'
import { concerning, itemsIn, jsonIn, valueAt } from './announcements.mjs'
import { filled, NotLooked } from './client.mjs'
import { compared, comparedSeries, drafted, replayed } from './compare.mjs'
import { movedBy } from './effects.mjs'
import { sha256 } from './folder.mjs'
import { xmlIn } from './unpack.mjs'

/**
 * What a look at one law found. Each text and source of announcements is `looked`, `not looked` (with why), or
 * `by hand`; nothing that was not read counts as unchanged.
 * @param context folder, client (null if offline), tool, today, since, data, edition, output
 */
export async function lookAt(law, context) {
  const { code, name, verified_through: reviewed, sources } = law
  const texts = []
  for (const source of sources.texts) texts.push({ ...about(source), ...(await textLook(code, source, context)) })
  const since = context.since ?? reviewed
  const announcements = []
  for (const source of sources.announcements)
    announcements.push({ ...about(source), ...(await feedLook(code, source, since, context)) })
  const differences = texts.flatMap((t) => t.differences ?? [])
  const draft = await drafted(code, differences, context.output, context.tool)
  const effects = await movedBy(code, differences, draft, { ...context, day: context.today })
  const found = { code, name, reviewed, since, texts, announcements, draft, effects }
  return { ...found, ...judged(found, context) }
}

const about = ({ id, title, address, tried, note = null }) => ({ id, title, address, tried, note })

async function textLook(code, source, context) {
  const { folder, client, today, tool } = context
  if (source.address === null && folder.versions(code, source.id).length === 0) return { look: 'by hand' }
  let got = null
  try {
    if (source.address !== null && client) got = await download(code, source, context)
    const versions = folder.versions(code, source.id)
    const file = versions.at(-1)
    if (file === undefined) throw new NotLooked(`no text of it in ${folder.path}`)
    const look = {
      look: 'looked',
      change: got?.change ?? null,
      file: folder.within(file),
      sha256: sha256(readFileSync(file)),
    }
    if (source.reader === null) {
      got?.keep()
      return { ...look, reader: null }
    }
    if (source.reader === 'law replay')
      return { ...look, reader: source.reader, ...(await comparedSeries(code, source, versions, tool)) }
    const read = await compared(code, source, versions, today, tool)
    got?.keep()
    const series = versions.length > 1 ? await replayed(code, versions, tool) : { why: null, steps: [] }
    return { ...look, reader: source.reader, ...read, series }
  } catch (error) {
    if (!(error instanceof NotLooked)) throw error
    got?.setAside()
    return { look: 'not looked', why: error.message }
  }
}

/**
 * @returns `change`: `first`, `changed` or `unchanged`. A new version is in the folder then; `keep` notes it as the
 *   newest once it was read, `setAside` takes it away if it cannot be.
 */
async function download(code, source, { folder, client, today }) {
  const key = `${code}/${source.id}`
  const values = source.newest ? { newest: await newestOf(source, client) } : {}
  const address = filled(source.address, values)
  const copy = folder.known(key, source.address)
  const asked = copy?.address === address ? copy : {}
  const { etag, last_modified } = asked
  const got = await client.get(address, source.format, { accept: source.accept, etag, last_modified })
  const bytes = got && (source.format === 'XML in zip' ? await xmlIn(got.bytes) : got.bytes)
  if (bytes?.length === 0) throw new NotLooked('an empty text')
  const sum = got && sha256(source.reader === null ? wordsOf(bytes, source.format) : bytes)
  const isSame = got === null || sum === copy?.sha256
  const file = isSame ? copy.file : folder.put(code, source, today, bytes)
  const said = {
    of: source.address,
    address,
    etag: got?.etag ?? etag,
    last_modified: got?.last_modified ?? last_modified,
  }
  const first_seen = isSame ? copy.first_seen : today
  return {
    change: isSame ? 'unchanged' : copy ? 'changed' : 'first',
    keep: () => folder.note(key, { ...said, sha256: sum ?? copy.sha256, file, first_seen, looked: today }),
    setAside: () => isSame || folder.setAside(file),
  }
}

async function newestOf({ newest }, client) {
  const got = await client.get(newest.address, 'JSON')
  const value = valueAt(jsonIn(got.bytes.toString('utf8')), newest.value)
  if (value === undefined) throw new NotLooked(`the answer has no ${newest.value}, the newest version`)
  return String(value)
}

/** Of a page that nothing reads, only the words count, not its markup. */
function wordsOf(bytes, format) {
  if (format !== 'HTML') return bytes
  const text = bytes.toString('utf8').replace(/<(script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/gi, ' ')
  return text.replace(/\s+/g, ' ').trim()
}

async function feedLook(code, source, since, { folder, client, today }) {
  if (source.address === null) return { look: 'by hand' }
  if (!client) return { look: 'offline' }
  const key = `${code}/${source.id}`
  try {
    const got = await client.get(filled(source.address, { since }), source.format, { accept: source.accept })
    const text = got.bytes.toString('utf8')
    if (source.format !== 'HTML') return { look: 'looked', items: concerning(itemsIn(text, source), source, since) }
    const sum = sha256(wordsOf(got.bytes, 'HTML'))
    const known = folder.known(key, source.address)
    const first_seen = known?.sha256 === sum ? known.first_seen : today
    folder.note(key, { of: source.address, sha256: sum, first_seen, looked: today })
    return { look: 'looked', change: known ? (known.sha256 === sum ? 'unchanged' : 'changed') : 'first', first_seen }
  } catch (error) {
    if (error instanceof NotLooked) return { look: 'not looked', why: error.message }
    throw error
  }
}

const yearInMs = 366 * 24 * 3600 * 1000

/** Whether there is something to review, and up to which day a person may call the law reviewed. */
function judged({ reviewed, texts, announcements }, { today }) {
  const all = [...texts, ...announcements]
  const failed = all.filter((s) => s.look === 'not looked')
  const isByHand = all.every((s) => s.look === 'by hand' || s.look === 'offline')
  const review =
    texts.reduce((n, t) => n + (t.differences?.length ?? 0) + (isUnread(t) ? 1 : 0), 0) +
    announcements.reduce((n, a) => n + (a.items?.length ?? 0) + (a.change === 'changed' ? 1 : 0), 0)
  const isOld = Date.parse(today) - Date.parse(reviewed) > yearInMs
  const result =
    failed.length > 0
      ? 'could not look'
      : review > 0 || (isByHand && isOld)
        ? 'to review'
        : isByHand
          ? 'by hand'
          : 'nothing new'
  return { result, review, is_old: isOld, may_be_reviewed_to: reviewableTo(texts, announcements, today) }
}

/** A text without a reader that is new to the folder: a person has to read it. */
export const isUnread = (t) => t.look === 'looked' && t.reader === null && t.change !== 'unchanged'

/**
 * If every source was looked at, today; if only the texts were, the earliest day that they state. Null if a text was
 * not read, or states no day.
 */
function reviewableTo(texts, announcements, today) {
  if (texts.some((t) => t.look !== 'looked')) return null
  if (announcements.length > 0 && announcements.every((a) => a.look === 'looked') && texts.every((t) => t.change))
    return today
  const days = texts.map((t) => t.day ?? null)
  return days.includes(null) ? null : days.sort()[0]
}
