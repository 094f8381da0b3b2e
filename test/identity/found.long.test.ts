import { every } from '../support/share.js'
import { foundAgain } from './found-again.js'

foundAgain(every === 1 ? 1 : 4)
