export const toolWords = {
  instructions:
    'Says whether chemical structures are controlled by drug, precursor and chemical weapons law, per ' +
    'jurisdiction and day, with citations. Verdicts: listed (an entry names it), class (a class rule ' +
    'covers it), undecided (a question is open; it is given), uncontrolled (nothing recorded covers it), ' +
    'unreadable (no answer). Always report the day and the jurisdictions with a verdict. "uncontrolled" ' +
    'and "not found" do not mean that a substance is legal: a law that is not recorded may cover it. ' +
    'Answers are not legal advice. The tools judge only structures that they are given.',
  check_structure: {
    title: 'Check one structure',
    description:
      'Whether one substance is controlled on a day, in each jurisdiction, with citation, clauses and the ' +
      'atoms that decide. Give a SMILES, InChI, mol block, recorded name or CAS number.',
  },
  check_many: {
    title: 'Check up to 1,000 structures',
    description:
      'The same for many substances in one call, in brief: verdicts, the entry or rule that decides with ' +
      'its citation, and open questions. Answers are in input order.',
  },
  show_history: {
    title: 'History of a substance',
    description:
      'Every change in the legal status of one substance in each jurisdiction: date ranges with verdict and citation.',
  },
  explain_rule: {
    title: 'Explain a class rule',
    description:
      'What a recorded class rule covers, in words: clauses, periods in force, readings of open questions, ' +
      'and citations. Give its id, as shown in answers and by search_law.',
  },
  search_law: {
    title: 'Search the law records',
    description:
      'Finds substances, lists, class rules and legal acts by name, alias, CAS number, code or citation. A ' +
      'substance not found may still be controlled.',
  },
} as const
