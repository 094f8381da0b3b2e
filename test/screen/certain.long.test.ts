import { every } from '../support/share.js'
import { comparedWithRdkit } from './compared.js'

comparedWithRdkit(every)
