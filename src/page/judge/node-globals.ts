import { Buffer } from 'buffer/'

/** Browser versions of the Node features that file readers and row writers use. Import this before them. */
const channel = new MessageChannel()
const waiting: (() => void)[] = []
channel.port1.onmessage = () => waiting.shift()?.()

Object.assign(globalThis, {
  Buffer,
  setImmediate: (act: () => void) => {
    waiting.push(act)
    channel.port2.postMessage(null)
  },
})
