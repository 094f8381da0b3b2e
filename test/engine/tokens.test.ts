import { expect, it } from 'vitest'
import { smartsTokens } from '../../src/engine/index.js'

it.each([
  ['atoms, including two-letter symbols', 'CCl[NX3]Br*', ['C', 'Cl', '[NX3]', 'Br', '*']],
  ['a bracket atom with another pattern inside', '[C;$(C(=O)[N:2]):1]N', ['[C;$(C(=O)[N:2]):1]', 'N']],
  ['bonds with logic', 'C=,#!@N~O', ['C', '=,#!@', 'N', '~', 'O']],
  ['ring closures with one digit and with two', 'C1%12C', ['C', '1', '%12', 'C']],
  ['a bracket that does not close', '[C$([NX3])C%1', ['[C$([NX3])C%1']],
  ['half a ring closure', 'C%1', ['C', '%1']],
  ['branches and components', 'C(O).N', ['C', 'branch', 'O', 'branch end', 'dot', 'N']],
])('%s', (_, smarts, tokens) => {
  const text = (token: ReturnType<typeof smartsTokens>[number]) =>
    'text' in token ? token.text : 'label' in token ? token.label : token.is
  expect(smartsTokens(smarts).map(text)).toEqual(tokens)
})
