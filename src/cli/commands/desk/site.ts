import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Reader } from '../../../chem/index.js'
import type { Records } from '../../../law/index.js'
import {
  Addresses,
  blocksHtml,
  inlinePicture,
  drawnRule,
  type Block,
  type RulePage,
  recordPage,
  siteFile,
  siteLink,
  sitePage,
} from '../../../report/documents.js'
import { textOf } from '../../output/page-assets.js'
import { appStyle } from '../../paths.js'

/** Writes a site with a page for each record. @param on the day on which lists are counted */
export async function writeSite(records: Records, folder: string, on: string): Promise<void> {
  const reader = await Reader.start()
  const addresses = new Addresses(records)
  const pictures = new Map<RulePage['id'], string | null>()
  const jurisdictions = records.jurisdictions.map(({ jurisdiction: { code, name } }) => ({ code, name }))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  write('style.css', textOf(appStyle))
  for (const address of ['', ...Addresses.all(records)]) {
    const page = recordPage(records, address, on)
    if (!page) throw new Error(`no page for ${address}`)
    const { code, page: rule } = page.rule ?? {}
    const law = records.jurisdictions.find((j) => j.jurisdiction.code === code)
    if (rule && law && !pictures.has(`${code}/${rule.id}`))
      pictures.set(`${code}/${rule.id}`, await drawnRule(reader, rule, law.examples, records))
    const svg = rule ? (pictures.get(`${code}/${rule.id}`) ?? null) : null
    const { blocks } = page
    const links = { of: addresses.of.bind(addresses), href: (to: string) => siteLink(address, to) }
    const body = blocksHtml(blocks, links, svg === null ? null : inlinePicture(svg))
    write(siteFile(address), sitePage({ title: titleOf(blocks), address, jurisdictions, body }))
  }
}

function titleOf([first]: readonly Block[]): string {
  return first?.kind === 'heading' ? first.text : 'coverage'
}
