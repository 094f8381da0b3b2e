import { InvalidArgumentError } from 'commander'
import type { Shard } from '../../batch/index.js'
import { CannotRun, type Host } from '../host.js'
import type { Options } from '../options.js'

/** `2/8`, or `/8`. */
export function asShard(text: string): Exclude<Options['shard'], undefined> {
  const found = /^([1-9]\d*)?\/([1-9]\d*)$/.exec(text)
  if (!found || Number(found[1] ?? 1) > Number(found[2]))
    throw new InvalidArgumentError('expected PART/PARTS counted from 1, such as 2/8.')
  return { part: found[1] === undefined ? null : Number(found[1]), of: Number(found[2]) }
}

/** The shard of this run: as given, or from a Slurm array or a Kubernetes indexed job; null for all. */
export function shardOf({ shard }: Pick<Options, 'shard'>, env: Host['env']): Shard | null {
  if (shard === undefined) return null
  if (shard !== true && shard.part !== null) return { part: shard.part, of: shard.of }
  const number = (name: string): number | null => (/^\d+$/.test(env[name] ?? '') ? Number(env[name]) : null)
  const task = number('SLURM_ARRAY_TASK_ID')
  const step = number('SLURM_ARRAY_TASK_STEP') ?? 1
  const min = number('SLURM_ARRAY_TASK_MIN')
  const completion = number('JOB_COMPLETION_INDEX')
  const part = task !== null ? (task - (min ?? 1)) / step + 1 : completion !== null ? completion + 1 : null
  const of = shard !== true ? shard.of : task !== null ? number('SLURM_ARRAY_TASK_COUNT') : null
  if (part === null)
    throw new CannotRun(
      '--shard without a part needs SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX in the environment; otherwise give ' +
        '--shard PART/PARTS',
    )
  if (of === null) throw new CannotRun('the number of shards is not given; give --shard /N')
  if (!Number.isInteger(part) || part < 1 || part > of) throw new CannotRun(`shard ${part} of ${of} does not exist`)
  return { part, of }
}
