import { expect, test } from 'vitest'
import { substanceIdentity } from '../../src/matching/index.js'
import { sharedReader, shippedLaw } from '../support/law.js'

const law = shippedLaw()
const identityOf = async (smiles: string) => (await sharedReader()).read(smiles, (s) => substanceIdentity(s, law))

const fentanyl = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'

test.each<[string, string, 'same' | 'stereo' | 'other']>([
  [fentanyl, 'O=C(CC)N(C1CCN(CC1)CCc1ccccc1)c1ccccc1', 'same'],
  [fentanyl, `${fentanyl}.Cl`, 'same'],
  [fentanyl, `${fentanyl}.OC(=O)CC(O)(CC(=O)O)C(=O)O`, 'same'],
  [fentanyl, 'CCC(=O)N(c1ccccc1)C1CC[NH+](CCc2ccccc2)CC1', 'same'],
  [fentanyl, '[2H]C([2H])([2H])CC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 'same'],
  ['CC(N)Cc1ccccc1', 'C[C@H](N)Cc1ccccc1', 'stereo'],
  ['C[C@@H](N)Cc1ccccc1', 'C[C@H](N)Cc1ccccc1', 'stereo'],
  ['C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 'CC=CC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 'stereo'],
  [fentanyl, 'CC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 'other'],
  [`${fentanyl}.CC(N)Cc1ccccc1`, `CC(N)Cc1ccccc1.${fentanyl}`, 'same'],
])('%s and %s: %s', async (a, b, relation) => {
  const [one, two] = [await identityOf(a), await identityOf(b)]
  expect(one!.full === two!.full ? 'same' : one!.flat === two!.flat ? 'stereo' : 'other').toBe(relation)
})

test('an open structure has no identity', async () => expect(await identityOf('*CC')).toBeNull())
