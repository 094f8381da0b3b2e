// A service thread that one structure kills, and another blocks.
import { Screen } from '../../dist/screen/sure-answers.js'

const { read: screened } = Screen.prototype
Screen.prototype.read = function (text) {
  const reading = screened.call(this, text)
  if (!text.startsWith('[99')) return reading
  // RDKit is used, whatever the screen finds.
  reading.clears = () => false
  reading.referral = () => ({ why: 'not sure of the input', by: null })
  reading.judged = () => null
  return reading
}

const { Reader } = await import('../../dist/chem/index.js')
const { read } = Reader.prototype
Reader.prototype.read = function (text, use) {
  if (text === '[991C]') process.exit(7)
  if (text === '[993C]') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  return read.call(this, text, use)
}

const { default: answer } = await import('../../dist/service/thread.js')
export default answer
