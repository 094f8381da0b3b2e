import { foundAgain } from './found-again.js'

// All of them: found.long.test.ts.
foundAgain(16)
