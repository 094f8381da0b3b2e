import type { ScopeClause } from '../../src/law/index.js'
import { clauses, type Example } from './clauses.js'
import { edition } from './edition.js'

const intro = `# What an entry covers beyond the substance it names

A list names substances. Its scope clause says which other forms are included: salts, isomers, esters, ethers.
This page shows, clause by clause, what each law's wording covers and where it stops. Every example is a test.
The page is written by \`npx vitest run test/identity/document.test.ts -u\`; the same test fails if the page is out of date.

How a form is recognised:

- **Salt, solvate, mixture.** Counter-ions and solvents of \`data/counterions.json\` are ignored; every other component is judged. A record drawn as a specific salt
  (etorphine hydrochloride) matches only if its ions are present, whatever else is there. A quaternary ammonium ion and an N-oxide are separate substances, never a salt of the base.
  Salts are recognised however the charges are drawn: amine or ammonium, alkoxide, amide, enolate, a carbanion next to a carbonyl or cyano group. A metal is cut from O, N, S, halogens and, in a simple cyanide, from carbon, so that a complex
  is judged by its ligands. A gem-diol is read as the carbonyl compound of which it is the hydrate (\`via: ["hydrate"]\`), by class rules and by clauses on esters, ethers and isomers too; an exact match of a record (chloral hydrate) takes precedence. A radical with carbon, a carbon cation, or a carbanion that nothing stabilises, makes it \`undecided\`.
  If all components are counter-ions, an acid with an amine or a metal is a salt and not the acid (ammonium chloride is not hydrochloric acid); with a solvent, another acid or a component that forms no salt (a hydrocarbon, a ketone, a sugar), or drawn as hydron and anion, it is the acid.
  Opposite charges that a shift of double bonds removes are none (\`C[P+](C)(C)[O-]\` is a phosphine oxide, \`CC([O-])=[N+](C)C\` an amide, \`C[C+]=[N-]\` a nitrile); nitro groups, N-oxides, azides, isonitriles and mesoionic rings keep theirs.
  A dative bond between non-metals is read as the double or charge-separated bond by which the compound is usually drawn (\`CS(C)->O\`, \`CN(=O)->O\`, bond type 9 of a mol block; without the stereo of its sulfur); if it cannot be
  (an adduct with boron, with an arrow or with charges; a chelate of boron is none), the component is \`undecided\`. An aromatic bond outside rings has no order, so the drawing is unreadable. A pyrrole or indole protonated on nitrogen or carbon is its aromatic base with a hydron, a salt (\`chem/protonated-rings\`). Molecules joined by hydrogen bonds only are separate components.
  A component that is neither charged nor an acid or a base (acetone, acetic anhydride, iodine, an alcohol, a phosphate; phosphorus and arsenic only with a lone pair or hydrogen) forms a mixture with the ions, not a salt.
  A mixture with another substance is covered as the substance is, unless the list says otherwise (\`mixtures\` of its scope): single-ingredient preparations (China), no preparations or mixtures from which it cannot easily be recovered (1988 Tables).
  The drawing is then \`undecided\`. Solvents, counter-ions, components without carbon, and substances that the same law lists for the same kind of control are no second ingredient. Acetone, toluene, diethyl ether and similar listed solvents
  (\`solvent\` of the substance) next to another substance may be part of its solvate, which is not the listed chemical: \`undecided\` in every law.
- **Covalent halide drawn as ions.** A cation of phosphorus, arsenic, sulfur or carbon with a halogen, or with fewer neighbours than an onium ion has, is read with its halides bonded: \`[Cl-].Cl[P+](Cl)(Cl)Cl\` is phosphorus pentachloride, \`[As+3].[Cl-].[Cl-].[Cl-]\` arsenic trichloride (\`chem/ionic-halides\`).
- **Element.** Bare atoms of an element, without charges or hydrogens (\`[P]\`, \`P#P\`, \`[Br]\`), are \`undecided\` where a list names a form of that element (red phosphorus, bromine), unless the drawing is a recorded form.
- **Isotopologue.** Covered without any clause, and reported as \`via: ["isotopologue"]\`.
- **Tautomer.** Standard InChI merges amide and imidic acid, lactam and lactim, guanidines, amidines, azoles. A second InChI with mobile hydrogens merges keto and enol, imine and enamine, nitroso and oxime, 1H- and 3H-indole;
  this is reported as \`via: ["tautomer"]\`. If only hydrogens on carbon have moved, both forms can be isolated: \`undecided\`.
  If InChI distinguishes two substances, a drawing with the skeleton and formula of a record is compared with it bond by bond (\`chem/tautomer\`). It is a tautomer or resonance form of the record
  if each moving hydrogen leaves or reaches a heteroatom along single and double bonds that swap (chlordiazepoxide with an N-hydroxy group and a quinoid ring, harmalol as a quinone methide, the mesoionic forms of mesocarb).
  It is \`undecided\` where the path is uncertain: a C=N bond moves between two carbons, C=O and C–N swap (cathinone as an imino alcohol), an azo compound and its hydrazone, or too much symmetry to compare. The enol of two recorded ketones counts as both.
  A double bond between carbons never moves. An exact match takes precedence over a tautomer of another record.
  The open form of a ring-chain tautomer is found if the record has it (\`also_drawn\`: mazindol).
  Class rules read an imidic acid or enol, and an amide that is protonated on oxygen or drawn charge-separated, as the amide or ketone, and 2-hydroxybenzimidazole and similar compounds as the lactam. A rule that specifies tautomers itself (the benzodiazepines of the German NpSG) is first applied to the structure as drawn;
  if it does not cover the drawing, imidic acids and charge-separated amides are read as amides, then enols as ketones: a law that names some tautomers does not exclude the others of what it covers.
  A drawing with a five- or six-membered ring that becomes aromatic when hydrogens move (the cyclohexadienone of a phenol, a quinone methide, a quinoid benzodiazepine, the ylidene form of a benzimidazole, pyrazole or indazole, 3H-indole)
  is also judged in its usual form: the form with the most aromatic rings that hydrogens can reach along single and double bonds that swap, each from or to a heteroatom (\`chem/usual-form\`). If the usual form has the stronger verdict in a jurisdiction,
  that verdict applies, with \`via: ["tautomer"]\`; it is \`undecided\` if several forms are equally usual and are not controlled alike. The nearest form with as many aromatic rings is judged as well. A lactam is not an unusual form of its hydroxy compound, nor anthrone of anthrol; but a hydroxy group on an aromatic ring, between a lone pair and a carbon (2-hydroxyindole, 4-hydroxyoxazole, 6-hydroxyuracil), is also read as the lactam or lactone, and next to an azo group as the hydrazone (\`chem/lactam-form\`). P–OH and P–SH of trivalent phosphorus are likewise also read as P(=O)–H and P(=S)–H (\`chem/phosphite-forms\`). Permanganate drawn in fragments, as InChI and standardisation programs write it, is \`undecided\`.
  Also read in the usual form: a barbituric acid drawn with hydroxy groups on an aromatic ring (\`chem/barbituric-form\`); a nitroso group on a carbon with hydrogen as the oxime, an azo group there as the hydrazone if a carbonyl group is next to it, an enamine of a diazepine ring as the imine, a dienol as the more distant enone (\`chem/moved-form\`), an enediol as both of its hydroxy ketones (\`chem/enediol-forms\`).
  A tautomer of a recorded substance is also judged as that substance is drawn, so that class rules that cover it apply. If both forms can be isolated, such a rule leaves it \`undecided\`.
  Class rules do not read these as the usual form, so they are judged as drawn: other enamines as imines and an imine moved along its chain, outside such rings; an azo compound without a carbonyl or hydroxy group next to it as its hydrazone.
- **Stereo.** A record without stereo stands for all its forms; one with stereo covers other forms only through the words of its list. A record marked \`racemic\` is the racemate, drawn as one of its enantiomers: the racemate, a drawing with relative stereo and either enantiomer are the substance. Where the wording does not decide (1971 Schedules II to IV, 1988 Table I), the other forms are \`undecided\`. A drawing with undefined stereo stands for every form it allows.
  Enhanced stereo is read: an "and" group is a mixture that contains every form (racemethorphan drawn as a racemate contains levomethorphan and is listed), an "or" group and the flag \`r\` of CXSMILES are one of the forms.
  "Optical isomers" alone leaves diastereomers \`undecided\`; together with "geometric isomers" it covers every stereoisomer. A recorded name means the substance that the law calls by it, whatever its structure leaves undefined.
  Where a class rule names or excludes a form, it means exactly that form; a drawing without any stereo is read as the excluded substance (naloxone), one with only part of the stereo is \`undecided\`.
  The bare word "isomers" is read as stereoisomers: authorities that use it list positional isomers one by one (3-MMC in China in 2015 in addition to mephedrone; ortho-fluorofentanyl under the 1961 Convention in 2019 in addition to para-fluorofentanyl).
- **Ester, ether.** Up to three ester or ether bonds outside rings are cleaved, and the fragments are looked up. Carboxylic, carbonic, carbamic, sulfur, phosphorus and nitrogen acids count;
  acetals, glycosides, silyl ethers, oxygen on nitrogen and enols make it \`undecided\`, but if an entry itself names the esters of a substance without a hydroxy group (dihydrocodeinone in Japan), those of its enol are covered. A substance with its own entry that day is not also an ester or ether of another.
- **Positional isomer** (21 CFR 1300.01(b)). Same formula, same core, same functional groups with alkyl carbons pooled. \`undecided\` if a hydroxy, ether or halogen changes the kind of carbon it is on,
  the groups leave the core, or an alkyl carbon moves between a ring, an oxygen and the chain with its nitrogen in a way that the examples of the definition do not show: that needs a determination by the DEA.
  The examples show alkyl rearranged within a group, alkyl moved between the alpha carbon and the nitrogen, and ethyl with methoxy rearranged to isopropoxy.

`

export function identityDocument(): string {
  const rows = clauses.map(
    ({ clause, code, inside, outside }) => `| ${clause} | ${code} | ${exampleText(inside)} | ${exampleText(outside)} |`,
  )
  return `${intro}## Examples\n\n| clause | law | covers | stops at |\n|---|---|---|---|\n${rows.join('\n')}\n\n## Scope of every list\n\n| law | list | days | covers | cite |\n|---|---|---|---|---|\n${listRows().join('\n')}\n`
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
            `| ${jurisdiction.code} | ${list.short}, own scope of ${count} period${count === 1 ? '' : 's'} | | ${text} | citation of the entry |`,
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
