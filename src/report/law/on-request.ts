import type { JurisdictionRecords } from '../../law/index.js'

/** What a reader has to know of a law that is part of another, of the past, or counts only if its code is given. */
export function onRequestLines({ code, within, on_request: why, records_until: end }: Jurisdiction): string[] {
  return [
    ...(within === undefined ? [] : [`Part of ${within}, whose law applies there as well.`]),
    ...(end === undefined ? [] : [`A law of the past: from ${end} on, nothing is decided.`]),
    ...(why === undefined ? [] : [`It counts only if its code is given (-j ${code}). ${why}`]),
  ]
}

type Jurisdiction = Pick<JurisdictionRecords['jurisdiction'], 'code' | 'within' | 'on_request' | 'records_until'>
