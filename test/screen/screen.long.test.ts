import { clearedOnlyIfUncontrolled } from './cleared.js'

clearedOnlyIfUncontrolled(1)
