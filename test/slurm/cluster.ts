import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

/** A one-node Slurm cluster of this machine's own programs, for the duration of a test. Needs root. */
export class Cluster {
  readonly #children: ChildProcess[] = []

  private constructor(
    readonly folder: string,
    readonly env: NodeJS.ProcessEnv,
  ) {}

  static async start(): Promise<Cluster> {
    const folder = mkdtempSync(join(tmpdir(), 'coverage-slurm-'))
    for (const name of ['state', 'spool', 'run']) mkdirSync(join(folder, name))
    const conf = join(folder, 'slurm.conf')
    const node = hostname().split('.')[0]!
    const port = 20_000 + (process.pid % 10_000)
    writeFileSync(
      conf,
      [
        'ClusterName=test',
        `SlurmctldHost=${node}(127.0.0.1)`,
        `SlurmctldPort=${port}`,
        `SlurmdPort=${port + 1}`,
        'SlurmUser=root',
        'AuthType=auth/munge',
        `AuthInfo=socket=${folder}/run/munge.socket`,
        'CredType=cred/munge',
        'ProctrackType=proctrack/linuxproc',
        'TaskPlugin=task/none',
        'SelectType=select/cons_tres',
        'SelectTypeParameters=CR_CPU',
        'JobAcctGatherType=jobacct_gather/none',
        'AccountingStorageType=accounting_storage/none',
        'MpiDefault=none',
        'ReturnToService=2',
        'SchedulerParameters=sched_interval=1,batch_sched_delay=0',
        'MinJobAge=300',
        'KillWait=2',
        // Exit code that a shell reports for a killed command: the job is restarted.
        'RequeueExit=137',
        `StateSaveLocation=${folder}/state`,
        `SlurmdSpoolDir=${folder}/spool`,
        `SlurmctldPidFile=${folder}/run/slurmctld.pid`,
        `SlurmdPidFile=${folder}/run/slurmd.pid`,
        `NodeName=${node} NodeAddr=127.0.0.1 CPUs=${availableParallelism()} State=UNKNOWN`,
        'PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP',
      ].join('\n'),
    )
    const cluster = new Cluster(folder, { ...process.env, SLURM_CONF: conf })
    const key = join(folder, 'munge.key')
    writeFileSync(key, Buffer.alloc(1024, process.pid), { mode: 0o600 })
    cluster.#run('munged', [
      '--foreground',
      '--force',
      `--key-file=${key}`,
      `--socket=${folder}/run/munge.socket`,
      `--pid-file=${folder}/run/munged.pid`,
      `--seed-file=${folder}/munge.seed`,
    ])
    await until('the munge socket', () => existsSync(`${folder}/run/munge.socket`))
    cluster.#run('slurmctld', ['-D', '-f', conf])
    cluster.#run('slurmd', ['-D', '-f', conf, '-N', node])
    await until(
      'the node to be idle',
      () => /idle/.test(cluster.command('sinfo', ['-h', '-o', '%T']).stdout),
      () => cluster.logs(),
    )
    return cluster
  }

  command(name: string, args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(name, args, { encoding: 'utf8', env: this.env, cwd: this.folder })
  }

  logs(): string {
    return ['munged', 'slurmctld', 'slurmd']
      .map(
        (name) => `${name}:\n${existsSync(this.#log(name)) ? readFileSync(this.#log(name), 'utf8').slice(-2000) : ''}`,
      )
      .join('\n')
  }

  async stop(): Promise<void> {
    for (const child of this.#children.reverse()) {
      if (child.exitCode !== null) continue
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 5000))])
      if (child.exitCode === null) child.kill('SIGKILL')
    }
    rmSync(this.folder, { recursive: true, force: true })
  }

  #log(name: string): string {
    return join(this.folder, `${name}.log`)
  }

  #run(name: string, args: readonly string[]): void {
    const child = spawn('bash', ['-c', 'exec "$0" "$@" >"$LOG" 2>&1', `/usr/sbin/${name}`, ...args], {
      env: { ...this.env, LOG: this.#log(name) },
      cwd: this.folder,
      stdio: 'ignore',
    })
    this.#children.push(child)
  }
}

export async function until(what: string, ready: () => boolean, explain: () => string = () => ''): Promise<void> {
  for (let waited = 0; waited < 300_000; waited += 100) {
    if (ready()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`waited five minutes for ${what}\n${explain()}`)
}
