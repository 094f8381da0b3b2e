// A batch thread that ends at one structure, and fails at another with an unexpected error.
import { Screened } from '../../dist/screen/screened.js'
import { Screen } from '../../dist/screen/sure-answers.js'

const texts = new WeakMap()
const readText = Screen.prototype.read
Screen.prototype.read = function (text) {
  if (text === '[993C]') throw new TypeError('not foreseen either')
  const reading = readText.call(this, text)
  texts.set(reading, text)
  return reading
}
const { referral } = Screened.prototype
Screened.prototype.referral = function () {
  return texts.get(this).startsWith('[99') ? { why: 'not sure of the input', by: null } : referral.call(this)
}

const { Reader } = await import('../../dist/chem/index.js')
const read = Reader.prototype.read
Reader.prototype.read = function (text, ...given) {
  if (text === '[991C]') process.exit(7)
  if (text === '[992C]') throw new TypeError('not foreseen')
  return read.call(this, text, ...given)
}

const { default: judge } = await import('../../dist/batch/threads/worker.js')
export default judge
