/** Clause ids that a rule reports where no lettered clause applies. */
export const specialClauses = { named: 'named', reference: 'reference', openWords: 'open words' } as const
