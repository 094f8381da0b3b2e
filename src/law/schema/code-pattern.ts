/**
 * A jurisdiction's code as a pattern: ISO 3166-1, a code in common use (EU, UN), the short name of a treaty (CWC), or a
 * part of a country by ISO 3166-2 (US-IA).
 */
export const codePattern = '[A-Z]{2,4}(?:-[A-Z0-9]{1,3})?'
