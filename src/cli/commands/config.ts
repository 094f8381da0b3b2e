import type { AddCommand } from '../host.js'
import { settingsOf } from '../config/settings.js'
import { rulesOf } from '../config/apply-settings.js'
import { configText } from '../config-text.js'

export const add: AddCommand = (program, host, done) => {
  program
    .command('config')
    .description('Prints the settings in effect and where each comes from.')
    .action(async () => {
      const settings = await settingsOf(program.opts()['config'] as string | boolean | undefined, host)
      const { file, config, jurisdictions } = settings
      const from = file ?? ''
      host.stdout.write(
        configText(file, [
          ['jurisdictions', jurisdictions?.codes.join(', '), jurisdictions?.from ?? from],
          ['kinds', config.kinds?.join(', '), from],
          ['asOf', config.asOf, from],
          ['maxAge', config.maxAge?.toString(), from],
          ['formats', config.formats && JSON.stringify(config.formats), from],
          ['rules', rulesOf(settings)?.join(', '), from],
          ['edition', config.edition && [config.edition.id, config.edition.sha256].filter(Boolean).join(' '), from],
        ]),
      )
      done(0)
    })
}
