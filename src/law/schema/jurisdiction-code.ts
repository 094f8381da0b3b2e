import { z } from 'zod'

/** The jurisdiction at the start of a path: two letters, or three for a treaty. No other folder is named so. */
export const folder = '[a-z]{2,4}'

/** ISO 3166-1, a code in common use (EU, UN), or the short name of a treaty (CWC). */
export const jurisdictionCode = z.string().regex(/^[A-Z]{2,4}$/, 'a code of two to four letters')
