import { share } from '../support/share.js'
import { always } from './always.js'

always(share({ quick: 20, long: 2, all: 2 }))
