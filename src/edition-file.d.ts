/** What `analogue-coverage/edition.json` is to a compiler, which would otherwise work out types from three megabytes. For `loadEdition`. */
declare const edition: unknown
export default edition
