/** Clause ids under which a rule reports what no lettered clause covers. */
export const specialClauses = { named: 'named', reference: 'reference', openWords: 'open words' } as const
