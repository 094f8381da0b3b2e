// A thread of a service whose engine has room for few questions.
import { allocate, roomLeft } from '../../dist/engine/kernel.js'

allocate(roomLeft() - (31 << 20))

const { default: answer } = await import('../../dist/service/thread.js')
export default answer
