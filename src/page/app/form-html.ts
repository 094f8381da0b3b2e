import type { Drawing } from '../../chem/index.js'
import { furtherKinds, ordinaryKinds, type Hit } from '../../law/index.js'
import { html, type Html } from '../../report/index.js'
import { languages, listHtml, pictureOf, type Language, type PageFacts, type UiWords } from '../../report/in-browser.js'

/** The parts of the page, in menu order. */
export const views = ['ask', 'files', 'law', 'own'] as const
export type View = (typeof views)[number]

/** Of fields that take no prose. */
const typed = html`spellcheck="false"`

/** The forms of the page, in one language; its script fills in the state and handles events. */
export function formHtml(facts: PageFacts, language: Language, ui: UiWords): Html {
  const option = ([code, name]: readonly [string, string]) =>
    html`<option value="${code}" lang="${code}"${code === language ? html` selected` : null}>${name}</option>`
  return html`<a class="skip" href="#answer">${ui.skip}</a>
<header class="top"><div><h1>coverage</h1><p>${ui.about}</p><p class="faint">${ui.privacy}</p></div>
<p class="language"><label for="language">${ui.language}</label> <select id="language">
    ${Object.entries(languages).map(option)}</select></p></header>
<nav class="views" aria-label="${ui.parts}">
    ${views.map((view) => html`<a href="#view=${view}" data-view="${view}">${ui[view]}</a>`)}</nav>
<main id="main">
<p id="own-on" class="notice" hidden></p>
<form id="question" data-for="ask"><label for="structure">${ui.structure}</label><div class="line">
    <textarea id="structure" name="structure" rows="2" ${typed} autocomplete="off" autocapitalize="off"></textarea>
    <button type="submit" class="main">${ui.check}</button></div>
<details id="drawing"><summary>${ui.draw}</summary><p class="faint" id="draw-hint">${ui.drawHint}</p>
    <div id="editor"></div></details></form>
${choiceHtml(facts, ui)}
<section id="ask" data-for="ask" aria-label="${ui.ask}"><p id="status" role="status"></p>
    <div id="answer" tabindex="-1"></div><div id="history"></div><div id="foot"></div></section>
<section id="files" data-for="files" aria-label="${ui.files}" hidden></section>
<section id="law" data-for="law" aria-label="${ui.law}" hidden></section>
<section id="own" data-for="own" aria-label="${ui.own}" hidden></section>
</main>`
}

/** Day, jurisdictions, kinds of control and proposals: the choice of law. */
function choiceHtml({ jurisdictions, proposals, days }: PageFacts, ui: UiWords): Html {
  const box = (name: string, value: string, label: Html | string) =>
    html`<label class="box"><input type="checkbox" name="${name}" value="${value}"> <span>${label}</span></label>`
  const menu = (label: string, id: string, chosen: string, boxes: readonly Html[]) =>
    html`<details class="menu"><summary>${label}: <b id="${id}">${chosen}</b></summary>
      <div class="boxes" role="group" aria-label="${label}">${boxes}</div></details>`
  const laws = jurisdictions.map(({ code, name }) => box('in', code, html`<b>${code}</b> ${name}`))
  const further = furtherKinds.map((kind) => box('kind', kind, ui[kind]))
  const drafts = proposals.map(({ id, title, jurisdiction }) =>
    box('assume', id, html`<b>${jurisdiction}</b> ${title}`),
  )
  const day = html`<label for="day">${ui.law_day}</label> <input id="day" name="day" type="date" required>`
  const slider = html`<input id="days" type="range" min="0" max="${days.length}" step="1">`
  return html`<form id="choice" data-for="ask files law">
    <div class="line"><span>${day} <button type="button" id="today">${ui.today}</button></span>
    <span class="slider"><label for="days">${ui.change_days}</label> ${slider}</span></div>
<div class="line" data-for="ask files">${menu(ui.jurisdictions, 'chosen', ui.all, laws)}
${ordinaryKinds.map((kind) => box('kind', kind, ui[kind]))}
${menu(ui.further, 'further', '0', further)}
${drafts.length === 0 ? null : menu(ui.proposals, 'assumed', '0', drafts)}</div></form>`
}

/** The part of the page for reading the law: search and contents next to the record. */
export function lawHtml({ jurisdictions }: PageFacts, href: (address: string) => string, ui: UiWords): Html {
  const entry = (address: string, text: Html | string) =>
    html`<a href="${href(address)}" data-address="${address}">${text}</a>`
  const laws = jurisdictions.map(({ code, name }) => entry(code.toLowerCase(), html`<b>${code}</b> ${name}`))
  return html`<div class="law-columns">
    <div id="menu"><form id="find" role="search"><label for="find-text">${ui.search}</label>
    <input type="search" id="find-text" autocomplete="off" aria-describedby="find-hint">
    <p class="faint" id="find-hint">${ui.search_hint}</p></form><p id="find-count" role="status"></p>
    <ul id="hits" class="hits"></ul>
<nav aria-label="${ui.contents}">${listHtml([entry('', ui.contents), ...laws], 'plain')}</nav></div>
<div id="record" class="record" tabindex="-1"></div></div>`
}

/** Search results as links. */
export function hitsHtml(
  hits: readonly (Hit & { readonly address: string })[],
  href: (address: string) => string,
): Html {
  const hit = ({ address, kind, name, field, text }: (typeof hits)[number]) =>
    html`<li><a href="${href(address)}">${name}</a> <span class="faint">${kind}; ${field}: ${text}</span></li>`
  return html`${hits.map(hit)}`
}

export function ownHtml({ jurisdictions }: PageFacts, ui: UiWords): Html {
  const laws = jurisdictions.map(({ code, name }) => html`<option value="${code}">${code} ${name}</option>`)
  const area = (id: string, label: string, rows: number, more: Html | null = null) =>
    html`<p><label for="${id}">${label}</label><textarea id="${id}" rows="${rows}" ${typed}${more}></textarea></p>`
  const required = html` required`
  return html`<form id="own-start"><p>
    <label for="own-parent">${ui.rule_parent}</label> <input id="own-parent" ${typed}${required}>
    ${' '}<button type="submit">${ui.rule_draw}</button></p><div id="own-atoms"></div></form>
<form id="own-form"><p><label for="own-code">${ui.jurisdiction}</label>
    ${' '}<select id="own-code"><option value=""></option>${laws}</select></p>
${area('own-rule', ui.rule_text, 12, required)}
${area('own-examples', ui.rule_examples, 5)}
<p class="line"><button type="submit" class="main">${ui.rule_use}</button>
    ${' '}<button type="button" id="own-remove" hidden>${ui.rule_remove}</button></p></form>
    <div id="own-result" role="status"></div>`
}

/** The drawing of a parent, in which atoms can be chosen by mouse or keyboard. */
export function pickHtml(drawing: Drawing, picked: readonly number[], ui: UiWords): Html {
  const [width, height] = [drawing.width + 160, drawing.height + 160]
  const spots = drawing.atoms.map(
    ([x, y], i) =>
      html`<circle role="checkbox" tabindex="0" aria-checked="${String(picked.includes(i))}"
        ${' '}aria-label="${ui.atom} ${i + 1}" data-atom="${i}" cx="${x}" cy="${y}" r="120" fill="transparent"/>`,
  )
  const size = html`width="${width / 10}" height="${height / 10}" viewBox="-80 -80 ${width} ${height}"`
  return html`<p>${ui.rule_pick}</p><figure><svg role="group" aria-label="${ui.rule_pick}" ${size}>
    ${pictureOf(drawing, [picked])}${spots}</svg></figure>`
}

export function testedHtml(tests: readonly { readonly id: string; readonly lines: readonly string[] }[]): Html {
  return html`<pre class="lines">${tests.flatMap(({ lines }) => lines).join('\n')}</pre>`
}
