import { comparedBlocks } from './mol-block.js'

comparedBlocks(1)
