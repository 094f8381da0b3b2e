import type { UiWords } from '../../../report/in-browser.js'
import { html, type Html } from '../../../report/index.js'

const endings = '.smi,.smiles,.txt,.csv,.tsv,.tab,.sdf,.sd,.mol,.ndjson,.jsonl,.xlsx,.xlsm,.gz'

export function filesHtml(ui: UiWords): Html {
  return html`<div class="dropzone" id="drop"><p>${ui.drop}</p><p>
    <label for="file">${ui.choose}</label> <input type="file" id="file" accept="${endings}"></p></div>
<div class="progress" id="run" hidden><span id="run-file"></span>
    <progress id="run-share" max="1" value="0" aria-label="${ui.progress}"></progress>
    <span role="status">${ui.progress}: <b id="run-rows">0</b></span>
    <button type="button" id="cancel">${ui.cancel}</button></div>
<p id="run-note" role="alert"></p><div id="run-result"></div>`
}

export function savesHtml(ui: UiWords): Html {
  const buttons = ['CSV', 'XLSX', 'NDJSON'].map(
    (format) => html`<button type="button" data-save="${format.toLowerCase()}">${format}</button>`,
  )
  return html`<p class="saves"><span>${ui.save}</span> ${buttons}</p>`
}
