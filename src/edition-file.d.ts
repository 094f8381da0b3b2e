/** The type of `analogue-coverage/edition.json`, which a compiler would otherwise work out from three megabytes. */
declare const edition: unknown
export default edition
