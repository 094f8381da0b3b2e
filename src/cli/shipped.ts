import { fileURLToPath } from 'node:url'

export const shippedData = fileURLToPath(new URL('../../data', import.meta.url))
/** The records in one file: a package has no folder of them. */
export const shippedRecords = fileURLToPath(new URL('../../dist/records.json', import.meta.url))
export const shippedEdition = fileURLToPath(new URL('../../dist/edition.json', import.meta.url))
/** What lets a check start sooner, and the examples of its class rules, built with it. */
export const shippedStart = fileURLToPath(new URL('../../dist/edition-start.json', import.meta.url))
export const shippedExamples = fileURLToPath(new URL('../../dist/examples.json', import.meta.url))
