import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Option } from 'commander'
import { writeWhole } from '../../../batch/index.js'
import { CannotRun, type AddCommand } from '../../host.js'
import { loadLaw } from '../../law-files/law-file.js'
import type { Given, Options } from '../../options.js'
import { shippedEdition } from '../../shipped.js'
import { checkOverwrites } from '../../output/same-file.js'

/** `coverage law edition verify` and `sign`: whether an edition is what was compiled, and who signed it. */
export const addVerifyEdition: AddCommand = (edition, host, done) => {
  edition
    .command('verify')
    .description(
      'Check that the content of an edition matches its hash and, with a public key, that the holder of that key ' +
        'signed it. Exit code 1 if not.',
    )
    .argument('[file]', 'an edition file (default: the shipped edition)')
    .argument('[signature]', 'its signature (default: FILE.sig)')
    .option('--key <file>', 'Ed25519 public key of the signer (PEM)')
    .action(async (file: string = shippedEdition, given: string | undefined, options: Options) => {
      if (given !== undefined && options.key === undefined)
        throw new CannotRun('a signature needs --key: it cannot be checked without the key of the signer')
      const { id, sha256 } = loadLaw({ edition: file }).edition
      host.stdout.write(`edition ${id}: its content matches its hash (sha256 ${sha256})\n`)
      if (options.key === undefined) {
        host.stdout.write('signature: not checked; give --key FILE\n')
        return
      }
      const signature = Buffer.from(
        read(given ?? `${file}.sig`)
          .toString()
          .trim(),
        'base64',
      )
      const genuine = verify(null, read(file), keyFrom(options.key, createPublicKey), signature)
      host.stdout.write(
        `signature: ${genuine ? 'valid, by the holder of this key' : 'NOT valid for this file and key'}\n`,
      )
      if (!genuine) done(1)
    })

  edition
    .command('sign')
    .description('Sign an edition file with an Ed25519 key; writes the signature, in base64, to FILE.sig.')
    .argument('[file]', 'an edition file (default: the shipped edition)')
    .addOption(
      new Option(
        '--key <file>',
        'Ed25519 private key (PEM); make one with: openssl genpkey -algorithm ed25519',
      ).makeOptionMandatory(),
    )
    .action(async (file: string = shippedEdition, { key }: Given<'key'>) => {
      checkOverwrites({ 'the edition': file, 'the key': key }, { output: `${file}.sig` })
      // Refuses to sign an edition that would fail verification.
      loadLaw({ edition: file })
      const signature = sign(null, read(file), keyFrom(key, createPrivateKey)).toString('base64')
      await writeWhole(`${file}.sig`, `${signature}\n`)
      host.stderr.write(`signature written to ${file}.sig\n`)
    })
}

function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new CannotRun(`cannot read ${file} (${code === 'ENOENT' ? 'there is no such file' : message})`)
  }
}

function keyFrom(file: string, make: (pem: Buffer) => KeyObject): KeyObject {
  const pem = read(file)
  let key: KeyObject
  try {
    key = make(pem)
  } catch {
    throw new CannotRun(`${file} is not a key in PEM form; expected an Ed25519 key`)
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new CannotRun(`${file} holds a key of type ${key.asymmetricKeyType}; expected Ed25519`)
  return key
}
