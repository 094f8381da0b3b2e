import { z } from 'zod'

/** How the folder of a jurisdiction begins a path; a treaty has three letters. Folders of two or three letters are for nothing else. */
export const folder = '[a-z]{2,3}'

/** ISO 3166-1, a code in common use (EU, UN), or the short name of a treaty (CWC). */
export const jurisdictionCode = z.string().regex(/^[A-Z]{2,3}$/, 'a code of two or three letters')
