import { share } from '../support/share.js'
import { randomSets } from './random-sets.js'

randomSets(share({ quick: 25, long: 300, all: 2000 }))
