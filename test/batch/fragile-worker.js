// A thread of a batch that dies of certain names: by an exit, by an error out of turn, or by using up its memory.
import { Screen } from '../../dist/screen/index.js'

const refer = Screen.prototype.refer
Screen.prototype.refer = function (smiles) {
  return smiles.startsWith('[99C') ? 'not sure of the input' : refer.call(this, smiles)
}

const { Reader } = await import('../../dist/chem/index.js')
const read = Reader.prototype.read
Reader.prototype.read = function (text, use) {
  if (text === '[991C]') process.exit(7)
  if (text === '[992C]') {
    setTimeout(() => {
      throw new Error('out of turn')
    }, 0)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    throw new Error('and at once')
  }
  return read.call(this, text, use)
}

const { default: judge } = await import('../../dist/batch/worker.js')
export default judge
