import { comparedWithRdkit } from './compared.js'

comparedWithRdkit(1)
