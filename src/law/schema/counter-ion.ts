import { z } from 'zod'

const counterIon = z.strictObject({
  name: z.string().min(1),
  smiles: z.string().min(1),
  kind: z.enum(['counter-ion', 'solvent']),
})

export const counterIons = z.array(counterIon)

export type CounterIon = z.infer<typeof counterIon>
