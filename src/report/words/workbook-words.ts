/** Texts of the first sheet of a workbook of results. */
export const aboutWords = {
  sheet: 'About',
  title: 'Coverage: is it controlled, by which law?',
  day: 'Law of the day',
  edition: 'Edition of the records',
  program: 'Program',
  files: 'Input',
  options: 'Options',
  none: 'none',
  law: 'Law',
  code: 'Code',
  reviewed: 'Reviewed through',
  overall: 'All together (the strongest counts)',
  throughDay: (day: string) => `${day} or later`,
  gaps: (count: number) => `${count} known gaps in these records: coverage law gaps`,
  notice:
    'These answers cover only the law in this edition; a substance not found may still be controlled. Not legal ' +
    'advice.',
} as const
