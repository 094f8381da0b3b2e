import { expect, test } from 'vitest'
import { wantedWords } from '../../src/report/words/wanted-words.js'

const settles = { settles: [], structures: 0 }
const drawing = { document: 'Drawing of ring Z', address: 'https://law.example/z.jpg', ...settles }
const memorandum = { document: 'Explanatory memorandum', ...settles }

test('documents that would decide a question are one sentence, in the singular or the plural', () => {
  expect(wantedWords([])).toEqual([])
  expect(wantedWords([drawing, drawing])).toEqual([
    'One document would decide this: Drawing of ring Z, https://law.example/z.jpg',
  ])
  expect(wantedWords([drawing, memorandum], (own) => (own === memorandum ? ' (rule-1)' : ''))).toEqual([
    'These documents would decide this: Drawing of ring Z, https://law.example/z.jpg; Explanatory memorandum (rule-1)',
  ])
})
