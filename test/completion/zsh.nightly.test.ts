import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { testFolder } from '../cli/files.js'
import { cases, script, withProgram } from './cases.js'

const put = testFolder()

/** A separate terminal in which the key is pressed twice: zsh completes only there. */
const press = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PROMPT=; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -d $2; zstyle ':completion:*' list-prompt ''; source $1; stty cols 500; echo re''ady"
zpty -r -m shell seen '*ready*'
zpty -w -n shell "$3"$'\\t\\t'
seen=; part=
repeat 300; do
  zpty -r -t shell part && seen+=$part || [[ $seen != *$4* ]] || break
  sleep 0.1
done
print -r -- "$seen"
`

test.each(cases)('$line', async ({ line, some, not }) => {
  const file = put('coverage.zsh', await script('zsh'))
  const { stdout, stderr } = spawnSync(
    'zsh',
    ['-f', '-c', press, 'zsh', file, put('compdump', ''), line, some.at(-1)!],
    { encoding: 'utf8', timeout: 500_000, env: withProgram(put) },
  )
  expect(stderr).toBe('')
  const found = stdout.replace(/\u001b\[[\d;?]*[A-Za-z]/g, ' ').split(/[\s\u0007]+/)
  // A single choice is completed at once: then typed and added text are together.
  const typed = line.split(' ').at(-1)!
  for (const word of some)
    expect(
      found.some(
        (w) => w === word || (typed !== '' && stdout.replaceAll(/\u001b\[[\d;?]*[A-Za-z]/g, '').includes(word)),
      ),
      `${word} in ${stdout}`,
    ).toBe(true)
  for (const word of not) expect(found).not.toContain(word)
})
