export { type AnswerOptions, Service } from './service.js'
export { LawLibrary } from './law-library.js'
export { type Question, questionSchema } from './question.js'
export { input, knownFields, recordOf, substance } from './input.js'
