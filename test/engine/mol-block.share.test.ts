import { share } from '../support/share.js'
import { comparedBlocks } from './mol-block.js'

comparedBlocks(share({ quick: 64, long: 8, all: 1 }))
