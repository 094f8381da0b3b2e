import { every } from '../support/share.js'
import { comparedBlocks } from './mol-block.js'

comparedBlocks(every)
