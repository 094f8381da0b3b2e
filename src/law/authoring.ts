// Authoring of the law: schemas of records, the checks on them, and the compiler of editions.
export { assemble } from './assemble.js'
export { BadRecord, parseRecord } from './bad-record.js'
export { basedOn, isBasedOn } from './based-on.js'
export { compileEdition } from './compile.js'

export { day } from './day.js'

export { instruments } from './instrument.js'
export { schemaTexts } from './json-schema.js'

export { kindAt, kinds, type LoadedFile } from './kinds.js'
export { canonicalText } from './layout.js'
export { checks, lintRecords } from './lint.js'
export { list } from './list.js'
export { jurisdictionOf, ownRulesText, withOwnRules, type OwnRule } from './own-rules.js'
export { period } from './period.js'
export { rule, ruleExamples } from './rule.js'

export { substance } from './substance.js'
export { term } from './term.js'
export { rulesIn } from './versions/rules-in.js'
export { termsOf, withSharedTerms } from './versions/shared-terms.js'
