import { share } from '../support/share.js'
import { writtenInOtherWays } from './written.js'

writtenInOtherWays(share({ quick: 48, long: 6, all: 2 }))
