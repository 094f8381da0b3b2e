import { share } from '../support/share.js'
import { drawnStereo } from './drawn-stereo.js'

drawnStereo(share({ quick: 12, long: 2, all: 1 }))
