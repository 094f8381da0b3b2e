import { randomSets } from './random-sets.js'

randomSets(25)
