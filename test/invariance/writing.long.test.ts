import { every } from '../support/share.js'
import { writtenInOtherWays } from './written.js'

writtenInOtherWays(every === 1 ? 2 : 6)
