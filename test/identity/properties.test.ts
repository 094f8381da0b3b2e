import { always } from './always.js'

// Ten times as many: properties.long.test.ts.
always(20)
