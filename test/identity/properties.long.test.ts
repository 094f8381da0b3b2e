import { always } from './always.js'

always(2)
