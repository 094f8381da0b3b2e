import { every } from '../support/share.js'
import { clearedOnlyIfUncontrolled } from './cleared.js'

clearedOnlyIfUncontrolled(every)
