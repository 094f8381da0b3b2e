import type { PageFacts } from '../../report/app/page-facts.js'

/** What the page carries, by the ids of its blocks. */
export function blockText(id: 'edition' | 'wasm' | 'judge' | 'examples'): string {
  return document.getElementById(id)?.textContent ?? ''
}

export function pageFactsHere(): PageFacts {
  return JSON.parse(document.getElementById('facts')!.textContent!) as PageFacts
}
