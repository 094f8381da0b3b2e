import { every } from '../support/share.js'
import { clearedOnlyIfUncontrolled } from './cleared.js'

// Few of the damaged SMILES are cleared, so a smaller share would show too few.
clearedOnlyIfUncontrolled(Math.min(every, 4))
