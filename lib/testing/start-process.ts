import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { readProcessEnv } from '@/lib/platform/config/read-process-env'

export interface RunningProcess {
  child: ChildProcess
  /** Everything it printed so far. */
  output(): string
  /** Resolves when it ended; true when it was killed by a signal. */
  ended: Promise<boolean>
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '../..')

/**
 * Starts one of our programs as a person would, with only the given environment beside PATH: of this tree, or of a copy of it at `root`. With `takesMessages`
 * the child can be sent messages. Tests only.
 */
export function startProcess(
  args: string[],
  env: Record<string, string>,
  options: { root?: string; takesMessages?: boolean } = {},
): RunningProcess {
  const child = spawn(process.execPath, args, {
    cwd: options.root ?? root,
    env: { NODE_ENV: 'test', PATH: readProcessEnv().PATH ?? '', ...env },
    stdio: options.takesMessages ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  }
  const ended = once(child, 'exit').then(([, signal]) => signal !== null)
  return {
    child,
    output: () => text,
    ended,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 12_000)
      await ended
      clearTimeout(timer)
    },
  }
}

/** Waits until `look` gives a value; fails with what was awaited and, where given, what the processes said. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  options: { withinMs?: number; explain?: () => string } = {},
): Promise<T> {
  const end = Date.now() + (options.withinMs ?? 20_000)
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`Waited too long for ${what}\n${options.explain?.() ?? ''}`)
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
}
