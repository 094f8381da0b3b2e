import { structuresOf, summarise, type Records } from '../../law/index.js'
import { heading, items, links, part, table, text, type Block } from './blocks.js'
import { declaredWords, scopeWords, spanWords, unconfirmedOf, unconfirmedWords } from './periods.js'
import { comparedLine } from './reconcile-words.js'
import { daysOf, rulePages } from './rule-page.js'
import { structuresLine } from './structure-words.js'

/**
 * The page of a jurisdiction for readers: everything in its records, counted on the day up to which they were verified.
 * @param isFile whether it is a file in the folder of the records, which somebody could edit
 */
export function pageBlocks(
  records: Records['jurisdictions'][number],
  substances: Records['substances'],
  isFile = true,
): Block[] {
  const { jurisdiction: j, instruments, lists, rules } = records
  const on = j.verified_through
  return [
    heading(`${j.name} (${j.code})`, 1),
    text(
      `${isFile ? 'Written from the records of this folder by "coverage law pages"; edit the records, not this page. ' : ''}Law reviewed up to ${on}. Records begin on ${j.records_from ?? 'an unknown day'}. Authority: ${j.authority}.`,
    ),
    ...(j.note ? [text(j.note)] : []),
    ...part('Lists', [
      text(
        `Counted on ${on}: different substances, and numbers of the law's own (one number can stand for several substances).`,
      ),
      ...table(
        ['List', 'Control', 'Substances', 'Entries', 'Recorded in all'],
        lists
          .map((l) => summarise(l, on))
          .map((s) => [`${s.name} (${s.id})`, s.control, String(s.substances), String(s.entries), String(s.recorded)]),
      ),
    ]),
    ...part('Compared with', items((records.reconciled ?? []).map(comparedLine))),
    ...part('Structures', [text(`${structuresLine(structuresOf(lists, substances))}.`)]),
    ...part(
      'Official numbers',
      items([
        ...lists.flatMap((l) => (l.declared ?? []).map((d) => `${l.short}: ${declaredWords(d)}`)),
        ...instruments.flatMap((a) =>
          a.declared ? [`${a.cite}, ${a.effective ?? 'day unknown'}: ${declaredWords(a.declared)}`] : [],
        ),
      ]),
    ),
    ...part(
      'What the lists extend to',
      items(lists.flatMap((l) => l.scope.map((s) => `${l.short}, ${scopeWords(s)}`))),
    ),
    ...part(
      'Class rules',
      links(rulePages(records).map((page) => ({ text: page.title, to: `rules/${page.id}.md`, about: daysOf(page) }))),
    ),
    ...part(
      'Named as outside',
      items(
        j.exceptions.map(
          (e) =>
            `${e.substance}, ${spanWords(e)}: ${e.reads} (${e.cite})${e.unconfirmed ? ` [${unconfirmedWords(e)}]` : ''}`,
        ),
      ),
    ),
    ...part('Gaps', items(j.gaps.map((g) => `${spanWords(g)}: ${g.reads} (${g.cite})`))),
    ...part(
      'Open questions',
      items(
        rules.flatMap((r) =>
          r.readings.filter((x) => x.choice === 'open').map((x) => `${r.id}: ${x.question} ${x.basis}`),
        ),
      ),
    ),
    ...part(
      'Unconfirmed',
      items([
        ...lists.flatMap((l) => unconfirmedOf(l).map((u) => `${l.short}: ${u}`)),
        ...instruments.flatMap((a) => (a.unconfirmed ? [`${a.id}: ${unconfirmedWords(a)}`] : [])),
      ]),
    ),
    ...part(
      'Instruments',
      table(
        ['In effect', 'Act', 'Citation'],
        instruments.map((a) => [a.effective ?? '', `${a.title} (${a.id})`, a.cite]),
      ),
    ),
  ]
}
