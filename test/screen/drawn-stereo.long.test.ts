import { every } from '../support/share.js'
import { drawnStereo } from './drawn-stereo.js'

drawnStereo(every > 1 ? 2 : 1)
