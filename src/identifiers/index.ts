export { answerTo, namedBy, type MeaningAnswer } from './answer.js'
export type { Failure, InchiFailure, Warning } from './failure.js'
export { jurisdictionCode } from './jurisdiction-aliases.js'
export {
  isInchi,
  NoInchiReader,
  type GivenIdentifiers,
  type Identifiers,
  type InchiReader,
} from './identifiers.js'
export type { Lookup, LookupKind } from './lookup.js'
export { NameIndex } from './name-index.js'
export { isEmpty, Resolver, type ResolvedInput, type Resolved } from './resolver.js'
