import type { PageFacts } from '../../report/app/page-facts.js'

/** The data blocks of the page, by id. */
export function blockText(id: 'edition' | 'wasm' | 'judge' | 'examples'): string {
  return document.getElementById(id)?.textContent ?? ''
}

export function pageFactsHere(): PageFacts {
  return JSON.parse(document.getElementById('facts')!.textContent!) as PageFacts
}
