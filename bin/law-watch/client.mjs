// A polite client: only addresses of the records, one request at a time per host, with a pause; retry-after, size and
// time are limits; a redirect to another host is refused.
import { setTimeout as wait } from 'node:timers/promises'

export const limits = { bytes: 64 * 1024 * 1024, ms: 60_000, pauseMs: 1000, waitMs: 120_000, tries: 3, redirects: 5 }

const types = {
  XML: /xml|octet-stream/,
  'XML in zip': /zip|octet-stream/,
  HTML: /html/,
  JSON: /json/,
  Atom: /xml/,
  RSS: /xml/,
  CSV: /csv|text\/plain|octet-stream/,
  Markdown: /markdown|text\/plain/,
  PDF: /pdf|octet-stream/,
}

/** Why a text could not be had, in words for the report. */
export class NotLooked extends Error {}

/** An address of the records with its values filled in. */
export function filled(address, values) {
  return address.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? ''
    if (!/^[\w.-]{1,40}$/.test(value)) throw new NotLooked(`"${value.slice(0, 40)}" is no value for {${name}}`)
    return value
  })
}

export class Client {
  #hosts = new Map()
  #recorded
  #options

  /**
   * @param addresses those of the records; no others are asked
   * @param options `agent` names this program to the hosts; `at` maps an origin to another, for tests
   */
  constructor(addresses, options) {
    this.#recorded = addresses.map(
      (a) =>
        new RegExp(
          `^${a
            .split(/\{\w+\}/)
            .map(escaped)
            .join('[\\w.-]{1,40}')}$`,
        ),
    )
    this.#options = { ...limits, at: {}, ...options }
  }

  /**
   * @param known `etag` and `last_modified` of the copy at hand
   * @returns the answer, or null if it is the copy at hand
   * @throws {NotLooked}
   */
  async get(address, format, { accept, ...known } = {}) {
    if (!this.#recorded.some((one) => one.test(address))) throw new NotLooked(`${address} is not in the records`)
    const { host } = new URL(address)
    const before = this.#hosts.get(host) ?? Promise.resolve()
    const asked = before.then(() => this.#tries(address, format, accept, known))
    const pause = () => wait(this.#options.pauseMs)
    this.#hosts.set(host, asked.then(pause, pause))
    return asked
  }

  async #tries(address, format, accept, known) {
    const { tries, waitMs, pauseMs } = this.#options
    for (let tried = 1; ; tried++) {
      const answer = await this.#follow(address, accept, known)
      const { status } = answer
      if (status === 304) return null
      if (status === 200) return this.#text(answer, format)
      await answer.body?.cancel()
      const after = waitOf(answer.headers.get('retry-after'))
      const again = status === 429 || status >= 500
      if (!again || tried >= tries || (after ?? 0) > waitMs) throw new NotLooked(refusal(status, after, tried))
      await wait(after ?? pauseMs)
    }
  }

  async #follow(address, accept, known) {
    const { agent, at, ms, redirects } = this.#options
    const headers = { 'user-agent': agent, accept: accept ?? '*/*' }
    if (known.etag) headers['if-none-match'] = known.etag
    if (known.last_modified) headers['if-modified-since'] = known.last_modified
    let url = new URL(address)
    for (let step = 0; step <= redirects; step++) {
      const { origin } = url
      const target = origin in at ? new URL(url.href.slice(origin.length), at[origin]) : url
      const answer = await fetch(target, { headers, redirect: 'manual', signal: AbortSignal.timeout(ms) }).catch(failed)
      const to = answer.status >= 300 && answer.status < 400 && answer.status !== 304 && answer.headers.get('location')
      if (!to) return answer
      await answer.body?.cancel()
      const next = new URL(to, url)
      if (next.origin !== origin) throw new NotLooked(`redirected to another host, ${next.origin}: not followed`)
      url = next
    }
    throw new NotLooked(`more than ${redirects} redirects`)
  }

  async #text(answer, format) {
    const { headers } = answer
    const type = headers.get('content-type') ?? ''
    const bad = !types[format].test(type)
      ? `the answer is ${type || 'of no type'}, not ${format}`
      : this.#tooLarge(headers)
    if (bad) await answer.body?.cancel()
    if (bad) throw new NotLooked(bad)
    const parts = []
    let size = 0
    try {
      for await (const part of answer.body ?? []) {
        size += part.length
        if (size > this.#options.bytes) throw new NotLooked(this.#tooLarge(null))
        parts.push(part)
      }
    } catch (error) {
      failed(error)
    }
    return { bytes: Buffer.concat(parts), etag: headers.get('etag'), last_modified: headers.get('last-modified') }
  }

  #tooLarge(headers) {
    const { bytes } = this.#options
    const says = headers === null || Number(headers.get('content-length')) > bytes
    return says ? `larger than ${bytes} bytes` : null
  }
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

function failed(error) {
  if (error instanceof NotLooked) throw error
  if (error.name === 'TimeoutError') throw new NotLooked('no whole answer within the time limit')
  throw new NotLooked(`no answer (${error.cause?.code ?? error.cause?.message ?? error.message})`)
}

/** Milliseconds until the server wants to be asked again; null if it does not say. */
function waitOf(header) {
  if (header === null) return null
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}

function refusal(status, after, tried) {
  const when = after === null ? '' : `; it asks to come back after ${Math.ceil(after / 1000)} s`
  return `the server answers ${status}${when}${tried > 1 ? ` (asked ${tried} times)` : ''}`
}
