import { fileURLToPath } from 'node:url'

/** The absolute path of a file or folder of this package. */
export const inPackage = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
export const shippedData = inPackage('data')
/** The records in one file: a package has no folder of them. */
export const shippedRecords = inPackage('dist/records.json')
export const shippedEdition = inPackage('dist/edition.json')
/** What lets a check start sooner, and the examples of its class rules, built with it. */
export const shippedStart = inPackage('dist/edition-start.json')
export const shippedExamples = inPackage('dist/examples.json')
