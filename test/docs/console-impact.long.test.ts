import { showsWhatItsCommandsWrite } from './console-page.js'

showsWhatItsCommandsWrite('docs/impact.md')
