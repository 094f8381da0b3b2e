export { readNames } from '../../src/cli/commands/desk/opsin.js'
