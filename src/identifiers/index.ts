export type { Failure, InchiFailure, Warning } from './failure.js'
export { kindsNamed } from './control-kinds.js'
export { jurisdictionCode } from './jurisdiction-aliases.js'
export {
  isInchi,
  NoInchiReader,
  type GivenIdentifiers,
  type GivenMember,
  type Identifiers,
  type InchiReader,
} from './identifiers.js'
export { looksLikeName } from './looks-like.js'
export { namedBy, type Lookup, type LookupKind } from './lookup.js'
export { NameIndex } from './name-index.js'
export { memberFailure, type Resolved, type ResolvedInput, type ResolvedSet } from './resolved.js'
export { isEmpty, Resolver } from './resolver.js'
