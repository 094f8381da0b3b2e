import { writtenInOtherWays } from './written.js'

writtenInOtherWays(48)
