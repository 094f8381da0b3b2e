import { z } from 'zod'

/**
 * What a listing covers beyond the substance it names: the law's own words reduced to terms. `isomers` is used if the
 * law says no more than that; it is read as every stereoisomer, since authorities that use the bare word list
 * positional isomers one by one. `derivatives` has no structural limit; esters and ethers are read as derivatives.
 */
export const extension = z.enum([
  'salts',
  'optical isomers',
  'geometric isomers',
  'stereoisomers',
  'positional isomers',
  'isomers',
  'esters',
  'ethers',
  'carbamates',
  'derivatives',
])

export type Extension = z.infer<typeof extension>
