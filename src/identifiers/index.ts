export { answerTo, namedBy } from './answer.js'
export type { Failure, InchiFailure, Warning } from './failure.js'
export { jurisdictionCode } from './jurisdiction-aliases.js'
export {
  isInchi,
  NoInchiReader,
  type GivenIdentifiers,
  type Identifiers,
  type InchiReader,
} from './identifiers.js'
export { looksLikeSmiles } from './looks-like.js'
export type { Lookup, LookupKind } from './lookup.js'
export { NameIndex } from './name-index.js'
export { Resolver, type ResolvedInput, type Resolved } from './resolver.js'
