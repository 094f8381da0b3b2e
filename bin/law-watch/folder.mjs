// The folder of downloaded texts: <law>/<text>/<text>-<day>.<ending>, one file for each version that was seen, and
// watch.json, what the servers said of the newest.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative } from 'node:path'

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')
const endings = { XML: 'xml', 'XML in zip': 'xml', HTML: 'html', Markdown: 'md', CSV: 'csv', JSON: 'json', PDF: 'pdf' }
const readable = /\.(?:csv|html?|md|xml)$/i

export class Folder {
  #state

  constructor(path) {
    this.path = path
    this.#state = existsSync(this.#file) ? JSON.parse(readFileSync(this.#file, 'utf8')) : {}
  }

  get #file() {
    return join(this.path, 'watch.json')
  }

  /** What is known of a source; nothing of one whose address is another now, or whose text is gone. */
  known(key, address) {
    const own = this.#state[key]
    return own?.of === address && (own.file === undefined || existsSync(join(this.path, own.file))) ? own : null
  }

  note(key, value) {
    this.#state[key] = value
    whole(this.#file, `${JSON.stringify(this.#state, null, 2)}\n`)
  }

  /** Writes a version of a text. A second one of a day replaces the first. @returns its path in the folder */
  put(code, { id, format }, day, bytes) {
    const place = join(code.toLowerCase(), id, `${id}-${day}.${endings[format]}`)
    whole(join(this.path, place), bytes)
    return place
  }

  /** Takes away a version that cannot be read; it stays for a person to look at. */
  setAside(place) {
    renameSync(join(this.path, place), join(this.path, `${place}.set-aside`))
  }

  within(path) {
    return relative(this.path, path)
  }

  /**
   * The versions of a text, earliest first: files in its own folder, or files of its name in that of the law. A file
   * of a version that was set aside is none.
   */
  versions(code, id) {
    const law = join(this.path, code.toLowerCase())
    const own = join(law, id)
    const at = existsSync(own) && statSync(own).isDirectory() ? own : law
    if (!existsSync(at)) return []
    const names = readdirSync(at).filter((name) => readable.test(name) && (at === own || slug(name) === id))
    return names.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).map((name) => join(at, name))
  }
}

/** C-38.8.xml is the text c-38-8, and npsg-2025-04-02.xml npsg. */
const slug = (name) =>
  basename(name, extname(name))
    .replace(/-\d{4}-\d{2}-\d{2}$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
const sortKey = (name) => `${dayIn(name) ?? '0000-00-00'} ${name}`

/** The last day in a file name, or null. */
export const dayIn = (name) =>
  basename(name)
    .match(/\d{4}-\d{2}-\d{2}/g)
    ?.at(-1) ?? null

function whole(path, content) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.partial`, content)
  renameSync(`${path}.partial`, path)
}
