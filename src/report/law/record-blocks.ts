import type { Day, Found } from '../../law/index.js'
import type { Block } from './blocks/blocks.js'
import { instrumentBlocks } from './instrument-blocks.js'
import { jurisdictionBlocks } from './jurisdiction-blocks.js'
import { listBlocks } from './list-blocks.js'
import { termBlocks } from './term-blocks.js'
import { ruleBlocks } from './rule/rule-blocks.js'
import { substanceBlocks } from './substance-blocks.js'

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
