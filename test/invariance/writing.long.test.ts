import { writtenInOtherWays } from './written.js'

writtenInOtherWays(2)
