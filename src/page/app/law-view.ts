import { recordsOf, search, type Edition, type Records, type RuleExamples } from '../../law/index.js'
import {
  type PageFacts,
  type UiWords,
  Addresses,
  addressOfHit,
  blocksHtml,
  inlinePicture,
  recordPage,
  type RecordPage,
} from '../../report/in-browser.js'
import { html, type Html } from '../../report/index.js'
import { unpacked } from '../judge/unpack.js'
import type { Helper } from './helper.js'
import { hitsHtml, lawHtml } from './form-html.js'

/** Number of hits shown, and pause in typing before a search, ms. */
const mostHits = 50
const restMs = 150
const pictureMs = 60_000

/** The records, unpacked when the law is first opened. */
let unpackedRecords: Promise<Records> | null = null

async function recordsHere(): Promise<Records> {
  const json = async (id: 'edition' | 'examples') => JSON.parse(new TextDecoder().decode(await unpacked(blockText(id))))
  const [edition, examples] = await Promise.all([json('edition'), json('examples')])
  return recordsOf(edition as Edition, examples as Record<string, RuleExamples>)
}

/**
 * The law as a library: contents, lists in the law's own order, rules with their drawings, instruments, and a search
 * over names in all scripts.
 */
export class LawView {
  readonly #root = document.querySelector<HTMLElement>('#law')!
  #turn = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param href link to the address of a record in this page */
  constructor(
    readonly helper: Helper,
    facts: PageFacts,
    readonly ui: UiWords,
    readonly href: (address: string) => string,
  ) {
    this.#root.innerHTML = lawHtml(facts, href, ui).text
    const field = this.#find<HTMLInputElement>('#find-text')
    this.#find('#find').addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#search(field.value)
    })
    field.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => void this.#search(field.value), restMs)
    })
  }

  async show(address: string, day: string): Promise<void> {
    const turn = ++this.#turn
    const root = this.#find('#record')
    for (const link of this.#root.querySelectorAll<HTMLAnchorElement>('[data-address]')) {
      link.href = this.href(link.dataset.address!)
      markCurrent(link, link.dataset.address === address)
    }
    const records = await (unpackedRecords ??= recordsHere())
    if (turn !== this.#turn) return
    const page = recordPage(records, address, day)
    const addresses = new Addresses(records)
    const links = { of: (text: string, isSubstance: boolean) => addresses.of(text, isSubstance), href: this.href }
    const write = (picture: Html | null) => {
      root.innerHTML = page ? blocksHtml(page.blocks, links, picture).text : html`<p>${this.ui.nothing_found}</p>`.text
    }
    write(null)
    if (!page?.rule) return
    const picture = await this.#picture(page.rule, records)
    if (picture && turn === this.#turn) write(picture)
  }

  /** Null if there is nothing to draw. */
  async #picture({ code, page }: NonNullable<RecordPage['rule']>, records: Records): Promise<Html | null> {
    const own = records.jurisdictions.find((j) => j.jurisdiction.code === code)!
    const examples = Object.fromEntries(
      page.rules.flatMap(({ id }) => (own.examples.has(id) ? [[id, own.examples.get(id)!]] : [])),
    )
    const work = { kind: 'picture', jurisdiction: code, page: page.id, examples } as const
    const svg = await this.helper.ask(work, pictureMs).catch(() => null)
    return svg === null ? null : inlinePicture(svg)
  }

  async #search(text: string): Promise<void> {
    const records = await (unpackedRecords ??= recordsHere())
    const addresses = new Addresses(records)
    const hits = search(records, text)
    const shown = hits.slice(0, mostHits).map((hit) => ({ ...hit, address: addressOfHit(hit, addresses) }))
    this.#find('#hits').innerHTML = hitsHtml(shown, this.href).text
    this.#find('#find-count').textContent =
      text.trim() === '' ? '' : hits.length === 0 ? this.ui.nothing_found : `${hits.length}`
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.#root.querySelector<E>(selector)!
  }
}

/** Marks a link as the one to what is shown. */
export function markCurrent(link: HTMLAnchorElement, isCurrent: boolean): void {
  if (isCurrent) link.setAttribute('aria-current', 'page')
  else link.removeAttribute('aria-current')
}

export function blockText(id: 'edition' | 'wasm' | 'judge' | 'examples'): string {
  return document.getElementById(id)?.textContent ?? ''
}

export function pageFactsHere(): PageFacts {
  return JSON.parse(document.getElementById('facts')!.textContent!) as PageFacts
}
