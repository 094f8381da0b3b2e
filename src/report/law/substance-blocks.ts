import type { LawRecord, SubstanceListing } from '../../law/index.js'
import { heading, items, section, table, text, type Block } from '../document/model.js'
import { sideWords } from './rule/rule-blocks.js'
import { entryLabel, periodCells, scopeWords, spanWords } from './list-blocks.js'

type FoundSubstance = Extract<LawRecord, { kind: 'substance' }>

/** A substance with every listing and period in every jurisdiction. */
export function substanceBlocks({ substance: s, listings, examples }: FoundSubstance): Block[] {
  const facts: [string, string | undefined][] = [
    ['Aliases', s.aliases?.join('; ')],
    ['Common names', s.also_called?.map((c) => `${c.name} (${c.in})`).join('; ')],
    ['Chinese names', s.names_zh?.join('; ')],
    ['CAS', s.cas?.join(', ')],
    [
      'CAS of salts',
      s.salts &&
        Object.entries(s.salts)
          .map(([number, form]) => `${number} (${form})`)
          .join(', '),
    ],
    ['Chemical name', s.chemical_name],
    ['Structure', s.smiles ?? `none (${s.not_a_structure}): ${s.structure.why}`],
    ['Formula', s.formula],
    ['InChIKey', s.inchikey],
    [
      'Source of the structure',
      s.structure.from === 'none' ? undefined : `${s.structure.from}${s.structure.why ? ` (${s.structure.why})` : ''}`,
    ],
    ['Note', s.note],
  ]
  return [
    heading(`${s.name} (${s.id})`, 1),
    ...items(facts.filter(([, value]) => value !== undefined).map(([name, value]) => `${name}: ${value}`)),
    ...(listings.length === 0
      ? [text('No recorded list names it. To check it against class rules, run coverage check.')]
      : []),
    ...listings.flatMap(listingBlocks),
    ...section('Example of class rules', items(examples.map((e) => `${e.rule}: ${sideWords[e.side]}: ${e.why}`))),
  ]
}

function listingBlocks({ jurisdiction, list, entry }: SubstanceListing): Block[] {
  const label = entryLabel(entry)
  return [
    heading(`${jurisdiction}: ${list.name}${list.control === 'drug' ? '' : ` (${list.control}s)`}`),
    text(
      `Named "${entry.name_in_law}"${label ? ` (${label})` : ''}.` +
        `${entry.limited_to ? ` Limited to: ${entry.limited_to}` : ''}${entry.note ? ` ${entry.note}` : ''}`,
    ),
    ...(entry.periods.some((p) => p.extends_to === undefined)
      ? items(list.scope.map((s) => `Scope of the list, ${scopeWords(s)}`))
      : []),
    ...table(
      ['In force', 'Act', 'Extends to', 'Citation'],
      entry.periods.map((p) => [spanWords(p), p.act ?? p.instrument ?? '', ...periodCells(p)]),
    ),
  ]
}
