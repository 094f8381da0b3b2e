import { existsSync, readdirSync } from 'node:fs'
import { hasCommands, root, showsWhatItsCommandsWrite } from './console-page.js'

const pages = [
  ...readdirSync(new URL('docs', root))
    .filter((f) => f.endsWith('.md'))
    .map((f) => `docs/${f}`),
  'README.md',
].filter((f) => existsSync(new URL(f, root)))

// Drafts measured against all sets take longest: console-impact.long.test.ts.
pages.filter((page) => page !== 'docs/impact.md' && hasCommands(page)).forEach(showsWhatItsCommandsWrite)
