import { share } from '../support/share.js'
import { foundAgain } from './found-again.js'

foundAgain(share({ quick: 16, long: 4, all: 1 }))
