import { z } from 'zod'

/**
 * What a listing reaches beyond the substance it names, in the law's own words
 * reduced to terms. `isomers` is the widest (any isomer within the chemical
 * designation), then `stereoisomers`, then `optical isomers`.
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
])

export type Extension = z.infer<typeof extension>
