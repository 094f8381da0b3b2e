import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { CutOff } from '../../server/server-parts.js'

/**
 * A client may close its sending side and still read, as `nc` does. A stream is then answered to its end: if its body is
 * cut off, up to the line that says so, and if nobody reads any longer, up to the first write. For any other request a
 * closed side means that the client has gone, as for other servers.
 */
export function answerHalfClosed(server: Server, isStream: (request: IncomingMessage) => boolean): void {
  const streams = new WeakMap<Duplex, { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse }>()
  // Not in the types of Node.
  ;(server as { httpAllowHalfOpen?: boolean }).httpAllowHalfOpen = true
  server.on('request', (incoming, outgoing) => {
    const { socket } = incoming
    if (isStream(incoming)) {
      streams.set(socket, { incoming, outgoing })
      outgoing.once('close', () => streams.delete(socket))
      return
    }
    const leave = () => socket.destroy()
    socket.once('end', leave)
    outgoing.once('close', () => socket.off('end', leave))
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const stream = streams.get(socket)
    if (stream === undefined || error.code !== 'HPE_INVALID_EOF_STATE') return refuse(error, socket)
    stream.outgoing.once('finish', () => socket.end())
    // Node closes the connection of a body that ends before it is complete.
    const cut: CutOff = { cutOff: true }
    Object.assign(stream.incoming, cut, { complete: true }).push(null)
  })
}

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** What Node does by itself where nobody listens. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex & { _httpMessage?: ServerResponse | null }): void {
  const status = statuses[error.code ?? ''] ?? 400
  if (socket.writable && !socket._httpMessage?.headersSent)
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`)
  socket.destroy(error)
}
