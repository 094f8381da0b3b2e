import type { ScopeClause } from '../../src/law/index.js'
import { clauses, type Example } from './clauses.js'
import { edition } from './edition.js'

const intro = `# What an entry reaches beyond the name it uses

A list names substances. Its scope clause says which other forms are meant: salts, isomers, esters, ethers.
This page shows, clause by clause, where each law's words lead and where they stop. Every example is a test.
The page is written by \`npx vitest run test/identity/document.test.ts -u\`; the same test refuses a page that has drifted.

How a form is recognised:

- **Salt, solvate, mixture.** Counter-ions and solvents of \`data/counterions.json\` stand aside; every other component speaks. A record drawn as a certain salt
  (etorphine hydrochloride) is met only beside those ions, whatever else is there. A quaternary ammonium ion and an N-oxide are substances of their own, never a salt of the base.
  Salts are recognised whatever is charged in the drawing: amine or ammonium, alkoxide, amide, enolate, a carbanion beside a carbonyl or cyano group. A metal is cut from O, N, S and halogens, so that a complex
  counts by what it binds. A gem-diol is read as the carbonyl compound whose hydrate it is (\`via: ["hydrate"]\`). A radical, or a carbanion that nothing stabilises, leaves it \`undecided\`.
  Where counter-ions stand alone, an acid beside an amine or a metal is a salt and not the acid (ammonium chloride is no hydrochloric acid); beside a solvent, another acid or what makes no salt (a hydrocarbon, a ketone, a sugar), or drawn as hydron and anion, it is the acid.
  What is neither charged nor acid nor base (acetone, acetic anhydride, iodine, an alcohol) is a mixture with the ions beside it, and no salt.
- **Isotopologue.** Found, and said (\`via: ["isotopologue"]\`); no clause is needed.
- **Tautomer.** Standard InChI merges amide and imidic acid, lactam and lactim, guanidines, amidines, azoles. Keto and enol, imine and enamine, nitroso and oxime, 1H- and 3H-indole
  are merged by a second InChI with hydrogens free to move, and said (\`via: ["tautomer"]\`). Where only hydrogens of carbon have moved, both forms can be had: \`undecided\`.
  Where InChI sees two substances, a drawing with the skeleton and formula of a record is compared with it bond by bond (\`chem/tautomer\`). It is a tautomer or resonance form of the record
  if each hydrogen that moves goes from a hetero atom, or to one, along single and double bonds that change places (chlordiazepoxide with an N-hydroxy group and a quinoid ring, harmalol as a quinone methide, the mesoionic forms of mesocarb).
  It is \`undecided\` where the path is not certain: a C=N bond moves between two carbons, C=O and C–N change places (cathinone as an imino alcohol), an azo compound and its hydrazone, or too much symmetry to compare. The enol of two ketones that are recorded is both.
  The place of a double bond between carbons is never moved. An exact record goes before a tautomer of another.
  The open form of a ring-chain tautomer is found where the record has it (\`also_drawn\`: mazindol).
  Class rules read an imidic acid or enol, and an amide protonated on oxygen or drawn with its charges apart, as the amide or ketone, and 2-hydroxybenzimidazole and the like as the lactam. A rule that says itself which tautomers it means (the benzodiazepines of the German NpSG) is read as drawn first;
  if it says nothing of the drawing, imidic acids and charges drawn apart are read as amides, then enols as ketones: a law that names some tautomers does not leave out the others of what it covers.
  A drawing with a ring of five or six atoms that hydrogens elsewhere make aromatic (the cyclohexadienone of a phenol, a quinone methide, a quinoid benzodiazepine, the ylidene form of a benzimidazole, pyrazole or indazole, 3H-indole)
  is also judged in its usual form: that with the most aromatic rings to which hydrogens lead along single and double bonds that change places, each from or to a hetero atom (\`chem/usual-form\`). A jurisdiction then says of it
  what it says of the usual form, if that is more, with \`via: ["tautomer"]\`; \`undecided\` where several forms are as usual and are not controlled alike. The nearest form with as many aromatic rings is asked as well. A lactam is no unusual form of its hydroxy compound, nor anthrone of anthrol; but a hydroxy group on an aromatic ring, between a lone pair and a carbon (2-hydroxyindole, 4-hydroxyoxazole, 6-hydroxyuracil), is also read as the lactam or lactone, and beside an azo group as the hydrazone (\`chem/lactam-form\`). So is P–OH of trivalent phosphorus as P(=O)–H. Permanganate drawn in pieces, as InChI and programs that tidy drawings leave it, is \`undecided\`.
  Not read as the usual form by class rules, and so judged as drawn: an enamine as its imine and an imine moved along its chain, outside such rings; a dienol as the enone further off; an azo compound as its hydrazone, where no aromatic ring bears a hydroxy group beside it.
- **Stereo.** A record without stereo stands for all its forms; one with stereo reaches others only by the words of its list. A record marked \`racemic\` is the racemate that its drawing shows one half of: the racemate, a relative drawing and either enantiomer are the substance. Where no word settles it (1971 Schedules II to IV, 1988 Table I), the others are \`undecided\`. A drawing that leaves stereo open is every form it allows.
  Enhanced stereo is read: an "and" group is a mixture that holds every form (racemethorphan drawn as a racemate holds levomethorphan and is listed), an "or" group and the flag \`r\` of CXSMILES are one of the forms.
  "Optical isomers" alone leaves diastereomers \`undecided\`; with "geometric isomers" beside it no stereoisomer is left out. A recorded name means what the law calls so, whatever its structure leaves open.
  What a class rule names or leaves out is that form; a drawing that fixes no stereo at all is read as the substance left out (naloxone), one that fixes some and leaves open the rest is \`undecided\`.
  The bare word "isomers" is read as stereoisomers: authorities that use it list positional isomers one by one (3-MMC in China in 2015 beside mephedrone; ortho-fluorofentanyl under the 1961 Convention in 2019 beside para-fluorofentanyl).
- **Ester, ether.** Up to three ester or ether bonds outside rings are undone, and what is left is looked up. Carboxylic, carbonic, carbamic, sulfur, phosphorus and nitrogen acids count;
  acetals, glycosides, silyl ethers, oxygen on nitrogen and enols leave it \`undecided\`. A substance with an entry of its own that day is not also an ester or ether of another.
- **Positional isomer** (21 CFR 1300.01(b)). Same formula, same core, same functional groups with alkyl carbons pooled. \`undecided\` where a hydroxy, ether or halogen changes the kind of carbon it sits on,
  the groups leave the core, or an alkyl carbon moves between a ring, an oxygen and the chain with its nitrogen in a way that the examples of the definition do not show: that needs a determination by the DEA.
  The examples show alkyl rearranged within a group, moved between the alpha carbon and the nitrogen, and ethyl with methoxy made isopropoxy.

`

export function identityDocument(): string {
  const rows = clauses.map(
    ({ clause, code, inside, outside }) => `| ${clause} | ${code} | ${exampleText(inside)} | ${exampleText(outside)} |`,
  )
  return `${intro}## Examples\n\n| clause | law | reaches | stops at |\n|---|---|---|---|\n${rows.join('\n')}\n\n## Words of every list\n\n| law | list | days | reaches | cite |\n|---|---|---|---|---|\n${listRows().join('\n')}\n`
}

function exampleText({ name, smiles, asOf, verdict, by, why }: Example): string {
  const through = by ? `${verdict}, ${by.substance}${by.via.length > 0 ? ` as ${by.via.join(', ')}` : ''}` : verdict
  return `${name} \`${smiles}\` on ${asOf}: ${through}. ${why}`.replaceAll('|', '\\|')
}

function listRows(): string[] {
  return edition.jurisdictions.flatMap(({ jurisdiction, lists }) =>
    lists.flatMap((list) => {
      const own = new Map<string, number>()
      for (const entry of list.entries)
        for (const p of entry.periods)
          if (p.extends_to) own.set(words(p.extends_to), (own.get(words(p.extends_to)) ?? 0) + 1)
      return [
        ...list.scope.map(
          (s) =>
            `| ${jurisdiction.code} | ${list.short} | ${days(s)} | ${words(s.extends_to)}${s.on_condition ? `; on a condition: ${words(s.on_condition)}` : ''} | ${s.cite} |`,
        ),
        ...[...own].map(
          ([text, count]) =>
            `| ${jurisdiction.code} | ${list.short}, own words of ${count} period${count === 1 ? '' : 's'} | | ${text} | cite of the entry |`,
        ),
      ]
    }),
  )
}

function words(extensions: readonly string[]): string {
  return extensions.length > 0 ? extensions.join(', ') : 'nothing'
}

function days({ from, until }: Pick<ScopeClause, 'from' | 'until'>): string {
  if (from === null && until === null) return 'all'
  return `${from ?? '...'} to ${until === null ? '...' : `before ${until}`}`
}
