import { find, type Records } from '../../law/index.js'
import { heading, items, table, text, type Block } from './blocks/blocks.js'
import { instrumentsId, isAt } from './addresses.js'
import { recordBlocks } from './record-blocks.js'
import { contentsBlocks } from './overview.js'
import { pageBlocks } from './jurisdiction-page.js'
import { rulePageBlocks, rulePages, type RulePage } from './rule/rule-page.js'

/** The content at an address: blocks, and the class whose picture belongs to them. */
export interface RecordPage {
  readonly blocks: readonly Block[]
  readonly rule: { readonly code: string; readonly page: RulePage } | null
}

const plain = (blocks: readonly Block[]): RecordPage => ({ blocks, rule: null })

/** The page of the record at an address; null if there is none. @param on the day on which lists are counted */
export function recordPage(records: Records, address: string, on: string): RecordPage | null {
  const [first = '', kind, id = ''] = address.split('/')
  if (first === '') return plain(contentsBlocks(records, on))
  if (first === 'substance' || first === 'term') {
    const found = find(records, kind ?? '').find((record) => record.kind === first)
    return found ? plain(recordBlocks(found, on)) : null
  }
  const law = records.jurisdictions.find((j) => j.jurisdiction.code.toLowerCase() === first)
  if (!law) return null
  const { code } = law.jurisdiction
  if (kind === undefined) {
    const [title, ...rest] = pageBlocks(law, records.substances, false)
    return plain([title!, ...items([`Instruments by day (${instrumentsId(code)})`]), ...rest])
  }
  if (kind === 'instruments') return plain(instrumentsBlocks(law))
  if (kind === 'rule') {
    const page = rulePages(law).find((own) => own.id === id || own.rules.some((rule) => rule.id === id))
    return page ? { blocks: rulePageBlocks(page, law, records.terms, true, false), rule: { code, page } } : null
  }
  const found = find(records, id).find((record) => isAt(record, code, kind))
  return found ? plain(recordBlocks(found, on)) : null
}

/** The acts of a jurisdiction by the day on which they took effect, the latest first. */
function instrumentsBlocks({ jurisdiction, instruments }: Records['jurisdictions'][number]): Block[] {
  const sorted = [...instruments].sort((a, b) => ((a.effective ?? '') < (b.effective ?? '') ? 1 : -1))
  return [
    heading(`Instruments of ${jurisdiction.name} (${jurisdiction.code})`, 1),
    text(`${instruments.length} recorded acts by the day on which they took effect, the latest first.`),
    ...table(
      ['In effect', 'Act', 'Citation'],
      sorted.map((act) => [act.effective ?? 'unknown', `${act.title} (${act.id})`, act.cite]),
    ),
  ]
}
