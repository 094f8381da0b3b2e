import type { Day, Found } from '../../law/index.js'
import type { Block } from './blocks/blocks.js'
import { instrumentBlocks } from './instrument.js'
import { jurisdictionBlocks } from './jurisdiction.js'
import { listBlocks } from './list.js'
import { termBlocks } from './term.js'
import { ruleBlocks } from './rule/rule.js'
import { substanceBlocks } from './substance.js'

/** Any record as a page. */
export function recordBlocks(found: Found, on: Day): Block[] {
  switch (found.kind) {
    case 'substance':
      return substanceBlocks(found)
    case 'list':
      return listBlocks(found)
    case 'rule':
      return ruleBlocks(found)
    case 'instrument':
      return instrumentBlocks(found)
    case 'jurisdiction':
      return jurisdictionBlocks(found, on)
    case 'term':
      return termBlocks(found)
  }
}
