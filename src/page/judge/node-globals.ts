import { Buffer } from 'buffer/'

/** What readers of files and writers of rows take from Node, for a browser. Imported before them. */
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
