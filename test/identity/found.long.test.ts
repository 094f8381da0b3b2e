import { foundAgain } from './found-again.js'

foundAgain(1)
