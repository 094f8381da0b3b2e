import { every } from '../support/share.js'
import { recordedDrawings } from './recorded-drawings.js'

recordedDrawings(every)
