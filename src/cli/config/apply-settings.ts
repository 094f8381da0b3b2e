import { dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import { kindsNamed } from '../../identifiers/index.js'
import type { Host } from '../host.js'
import { partedRule } from '../law-files/parted-rule.js'
import type { Config } from './config-schema.js'
import { settingsOf, type Settings } from './settings.js'

/** Commands that judge structures; the others show records as they are. */
const judging = ['check', 'batch', 'history', 'compare', 'expect']

/** Sets the options that the command line does not give. */
export async function applySettings(command: Command, host: Host): Promise<void> {
  const position = command.getOptionValue('position') as string[] | undefined
  // Loaded only for positions, as the schemas take time.
  if (position)
    command.setOptionValue('positions', (await import('../law-files/positions-file.js')).readPositions(position))
  const name = command.name()
  // Two result files already have their answers.
  if (!judging.includes(name) || (name === 'compare' && command.args.length > 1)) return
  const settings = await settingsOf(command.parent!.opts()['config'] as string | boolean | undefined, host)
  const { file, config, jurisdictions } = settings
  const set = (option: string, value: unknown) => {
    const source = command.getOptionValueSource(option)
    if (value === undefined || (source !== undefined && source !== 'default')) return
    const own = option === 'positions' ? 'position' : option
    if (command.options.some((o) => o.attributeName() === own))
      command.setOptionValueWithSource(option, value, 'config')
  }
  set('jurisdiction', jurisdictions?.codes)
  set('kinds', config.kinds && kindsNamed(config.kinds))
  set('asOf', config.asOf)
  set('rule', rulesOf(settings))
  if (config.positions && !position)
    set('positions', (await import('../law-files/positions-file.js')).positionsIn(config.positions))
  if (command.getOptionValue('json') !== true && command.getOptionValue('output') === undefined)
    set('format', config.formats?.[name as keyof NonNullable<Config['formats']>])
  if (config.maxAge !== undefined) command.setOptionValue('maxAge', config.maxAge)
  if (config.edition) command.setOptionValue('expectedEdition', { ...config.edition, by: file })
}

/** `--rule` may name the jurisdiction first: CN=draft.json. */
export function rulesOf({ file, config }: Settings): string[] | undefined {
  return config.rules?.map((rule) => {
    const { code, file: path } = partedRule(rule)
    return (code === null ? '' : `${code}=`) + resolve(dirname(file!), path)
  })
}
