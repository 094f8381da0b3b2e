export { readNames } from '../../src/cli/opsin.js'
