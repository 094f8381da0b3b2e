import { share } from '../support/share.js'
import { recordedDrawings } from './recorded-drawings.js'

recordedDrawings(share({ quick: 24, long: 8, all: 1 }))
