import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Loop } from '@/lib/testing/start-loop'

const requestsSchema = z.object({
  total: z.number(),
  early: z.array(z.unknown()).default([]),
  limits: z.array(z.object({ appliesTo: z.string(), lengthMs: z.number(), limit: z.number(), used: z.number() })),
})

export interface Requests {
  total: number
  source: number
  early: number
  /** The account's quotas and what is used of them, as the service counts. */
  quota: string
}

/** What the sandbox counted: the judge of what was really sent. */
export async function readRequests(loop: Loop): Promise<Requests> {
  const { total, early, limits } = requestsSchema.parse(await loop.sandbox.command('/requests'))
  const wanted = limits.filter(({ appliesTo }) => appliesTo !== 'setup-test')
  const hour = wanted.find(({ appliesTo, lengthMs }) => appliesTo === 'source' && lengthMs === 3_600_000)
  return {
    total,
    early: early.length,
    source: hour?.used ?? 0,
    quota: wanted
      .map(({ appliesTo, lengthMs, limit, used }) => {
        const what = appliesTo === 'any' ? 'requests' : 'source calls'
        return `${used} of ${limit} ${what} per ${lengthMs === 3_600_000 ? 'hour' : 'minute'}`
      })
      .join(', '),
  }
}

/** The most memory a process held so far, in MB; null where the system does not tell. */
export function readPeakMemoryMb(pid: number | undefined): number | null {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return line ? Math.round(Number(line[1]) / 1024) : null
  } catch {
    return null
  }
}
