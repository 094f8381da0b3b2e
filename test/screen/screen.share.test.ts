import { share } from '../support/share.js'
import { clearedOnlyIfUncontrolled } from './cleared.js'

// Few of the damaged SMILES are cleared, so a smaller share would show too few.
clearedOnlyIfUncontrolled(share({ quick: 16, long: 4, all: 1 }))
