export const httpWords = {
  listening: (url: string) => `coverage: listening on ${url}`,
  noToken: (host: string) =>
    `coverage: warning: anyone who can reach ${host} can use this server; set COVERAGE_TOKEN, ` +
    'or use a proxy that controls access',
  draining: 'coverage: finishing open requests',
  title: 'coverage',
  about: 'Says whether chemical structures are controlled, per jurisdiction and day.',
  problems: {
    'bad-request': { status: 400, title: 'The request cannot be read' },
    'unknown-name': { status: 400, title: 'A day, jurisdiction or rule that does not exist' },
    'no-token': { status: 401, title: 'A token is needed' },
    'other-site': { status: 403, title: 'Requests from other sites are not allowed' },
    'not-found': { status: 404, title: 'Not found' },
    'no-method': { status: 405, title: 'Method not allowed' },
    slow: { status: 408, title: 'The body arrived too slowly' },
    'too-large': { status: 413, title: 'The body is too large' },
    encoded: { status: 415, title: 'The body is compressed; send it as it is' },
    'no-history': { status: 422, title: 'Computing its history exceeds the work limit for one structure' },
    // As in the logs of other servers; nobody reads the answer.
    gone: { status: 499, title: 'The client has gone' },
    failed: { status: 500, title: 'The server failed' },
    busy: { status: 503, title: 'Too many requests are open' },
    draining: { status: 503, title: 'The server is shutting down' },
  },
  twice: 'given more than once',
  streamCut: 'the stream ends here: it exceeds the row limit of one request',
  streamFailed: 'the stream ends here: the server failed',
  streamSlow: 'the stream ends here: its body arrives too slowly',
  streamBroken: 'the stream ends here: its body is incomplete',
  badToken: 'a token is one or more visible ASCII characters; blanks at its beginning or end are not sent by clients',
  routes: {
    check: 'Check 1 to 1,000 substances',
    batch: 'Check a stream of lines (SMILES or JSON objects), one output row per line',
    history: 'Every change in the status of one substance',
    law: 'What law is recorded, and up to which day it was reviewed',
    search: 'Search the law records',
    record: 'The records with an id',
    rules: 'All class rules',
    rule: 'What a class rule covers, in words',
    health: 'Whether the server answers',
    metrics: 'Metrics for Prometheus',
  },
  page: (edition: string, day: string, notice: string) =>
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>coverage</title><meta name="viewport" ' +
    'content="width=device-width"><style>body{font:16px/1.5 ' +
    'system-ui,sans-serif;max-width:40em;margin:2em auto;padding:0 ' +
    '1em}code{background:#8882;padding:.1em .3em}</style><h1>coverage</h1><p>Says whether chemical ' +
    `structures are controlled, per jurisdiction and day. Edition ${edition}; law of ${day}.</p><ul><li><code>POST ` +
    '/v1/check</code>: 1 to 1,000 substances<li><code>POST /v1/batch</code>: a stream of ' +
    'lines<li><code>GET /v1/history?structure=</code>: one substance over time<li><a ' +
    'href="/v1/law">/v1/law</a>, <a href="/v1/rules">/v1/rules</a>: what is ' +
    'recorded<li><code>/mcp</code>: tools for agents<li><a href="/openapi.json">/openapi.json</a>: full ' +
    `description</ul><p>${notice}</p>`,
} as const
