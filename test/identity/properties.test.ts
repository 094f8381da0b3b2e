import { always } from './always.js'

// Five times as many: properties.long.test.ts.
always(10)
