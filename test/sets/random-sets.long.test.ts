import { every } from '../support/share.js'
import { randomSets } from './random-sets.js'

randomSets(every === 1 ? 2000 : 300)
