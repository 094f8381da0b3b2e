import { recordedDrawings } from './recorded-drawings.js'

recordedDrawings(1)
