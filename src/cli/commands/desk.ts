import type { AddCommand } from '../host.js'
import { addChanges } from './desk/changes.js'
import { addCompile } from './desk/compile.js'
import { addDraft } from './desk/draft.js'
import { addLint } from './desk/lint.js'
import { addPages } from './desk/pages.js'
import { addReconcile } from './desk/reconcile.js'
import { addReplay } from './desk/replay.js'
import { addVerifyEdition } from './desk/verify.js'

/** The commands under `law` of those who keep the records; those that read them do not load it. */
export const add: AddCommand = (program, host, done) => {
  const law = program.commands.find((command) => command.name() === 'law')!
  law.commandsGroup('Keep the records:')
  addLint(law, host, done)
  addReconcile(law, host, done)
  addReplay(law, host, done)
  addDraft(law, host, done)
  addPages(law, host, done)
  const edition = law.command('edition').description('Compile, verify, sign and compare editions of the law data.')
  addCompile(edition, host, done)
  addVerifyEdition(edition, host, done)
  addChanges(edition, host, done)
}
