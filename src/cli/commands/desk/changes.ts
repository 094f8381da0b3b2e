import { editionChanges } from '../../../law/index.js'
import { editionChangeBlocks } from '../../../report/documents.js'
import type { AddCommand } from '../../host.js'
import { loadLaw } from '../../law-files/law-file.js'
import { print } from '../law/print.js'

/** `coverage law edition changes`: what changed since an earlier edition. */
export const addChanges: AddCommand = (edition, host) => {
  edition
    .command('changes')
    .description('What changed since an earlier edition: records added, changed and removed, and laws reviewed since.')
    .argument('<before>', 'an edition file, or the folder or name of a package that has one')
    .argument('[after]', 'the later edition (default: the shipped edition)')
    .option('--json', 'write one JSON object per line')
    .action((before: string, after: string | undefined, options: { json?: boolean }) => {
      const old = loadLaw({ edition: before }).edition
      const own = loadLaw(after === undefined ? {} : { edition: after }).edition
      const found = editionChanges(old, own)
      const named = ({ id, sha256 }: typeof old) => ({ id, sha256 })
      const json = () => ({ before: named(old), after: named(own), ...found })
      print(host, options, editionChangeBlocks(old, own, found), json)
    })
}
