import type { Finding, SetVerdict } from '../../matching/index.js'
import { findingRow, sinceText, type Line } from '../text/finding-lines.js'
import { choiceWords, clausesWords } from '../words/finding-words.js'
import { toneOf } from '../drawing/picture.js'
import { Html, html, link, listHtml } from '../markup.js'
import { atomsHere } from './page-row.js'

/** A finding in words: entry or rule, days, clauses with their colours, reservations, and the citation as a link. */
export function findingHtml(finding: Finding): Html {
  const clauses = finding.kind === 'class' ? finding.clauses : []
  const { verdict, by, since, cite } = findingRow(finding)
  const lines = by.filter((l) => clauses.length === 0 || !l.text.startsWith(clausesWords(clauses.map((c) => c.id))))
  const strong = Math.max(
    0,
    lines.findIndex((l) => l.style === 'strong'),
  )
  const [head, rest] = [lines.slice(0, strong + 1), lines.slice(strong + 1)]
  const code = clauses.length > 0 && finding.kind === 'class' && finding.code !== null ? `, code ${finding.code}` : null
  const readings = finding.kind === 'class' ? finding.readings : []
  const legend = clauses.map(
    (c, n) => html`<span class="swatch tone-${toneOf(n)}"></span><span>
      <b>clause ${c.id}</b> (${c.cite}): ${c.reads}; <span class="faint">${new Html(atomsHere)}</span></span>`,
  )
  return html`<p>${badge(verdict)} ${head.map((l, i) => html`${i > 0 && ' '}${line(l)}`)}${code}</p>
    ${legend.length > 0 && listHtml(legend, 'legend')}${rest.length > 0 && listHtml(rest.map(line), 'plain')}
    ${readings.map(
      (r) => html`<p class="faint">reading ${r.id}: ${r.question} ${choiceWords[r.choice]} (${r.basis})</p>`,
    )}
    ${since.length > 0 && html`<p>${sinceText(since)}</p>`}
    ${cite.length > 0 && html`<p class="cite">${citeHtml(finding, cite)}</p>`}`
}

/** The citation of a finding as a link, with what belongs to it. */
export function citeHtml(finding: Finding, [first, ...rest]: readonly Line[]): Html {
  const url = 'url' in finding ? finding.url : null
  return html`${link(url, first?.text ?? '')}${rest.map((l) => html`, <span class="faint">${l.text}</span>`)}`
}

type Badge = ReturnType<typeof findingRow>['verdict'] | SetVerdict

export function badge(verdict: Badge): Html {
  return html`<span class="badge ${badgeClass(verdict)}">${verdict}</span>`
}

/** Verdicts on sets look like those to which they are nearest. */
export function badgeClass(verdict: Badge): string {
  return verdict === 'controlled' ? 'class' : verdict === 'depends' ? 'undecided' : verdict
}

function line({ text, style }: Line): Html {
  return style === 'strong'
    ? html`<b>${text}</b>`
    : style === 'faint'
      ? html`<span class="faint">${text}</span>`
      : html`${text}`
}
