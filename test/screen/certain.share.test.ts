import { share } from '../support/share.js'
import { comparedWithRdkit } from './compared.js'

comparedWithRdkit(share({ quick: 16, long: 8, all: 1 }))
