import { expect, it } from 'vitest'
import { casNumber, checkDigit, hasCheckDigit, isCasNumber } from '../../src/identifiers/cas.js'

it.each([
  ['50-36-2', '50-36-2'],
  [' 50\u201136\u20112 ', '50-36-2'],
  ['CAS 50-36-2', '50-36-2'],
  ['CAS-Nr.: 50-36-2', '50-36-2'],
  ['CAS Registry Number: 50-36-2', '50-36-2'],
  ['CAS RN® 50-36-2;', '50-36-2'],
  ['N° CAS 50\u221236\u20152.', '50-36-2'],
  ['50 - 36 - 2', '50-36-2'],
  ['50 36 2', '50-36-2'],
  ['50-36-2; 437-38-7', '50-36-2; 437-38-7'],
  ['[50-36-2]', '50-36-2'],
  ['50362', '50-36-2'],
  ['0050-36-2', '0050-36-2'],
  ['none', 'none'],
])('%s is read as %s', (text, number) => expect(casNumber(text)).toBe(number))

it.each(['50-36-2', '437-38-7', '7732-18-5', '14530-33-7'])('%s has the right check digit', (number) =>
  expect(hasCheckDigit(number)).toBe(true),
)

it('a wrong check digit is detected, and the right one given', () => {
  expect(hasCheckDigit('50-36-3')).toBe(false)
  expect(checkDigit('50-36-3')).toBe(2)
  expect(isCasNumber('1-2-3')).toBe(false)
})
