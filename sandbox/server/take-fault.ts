import { hashPair, hashText } from '@/sandbox/source/seeded-random'
import type { Fault, World } from '@/sandbox/state/world'

/** Takes a request line; gives the fault that strikes it and counts the strike, or null. The dice are seeded. */
export function takeFault(world: World, method: string, path: string): Fault | null {
  for (const fault of world.faults) {
    if (!matches(fault.route, method, path) || fault.times === 0) continue
    const dice = hashPair(hashText(`${world.seed}:${fault.id}`), world.requests.total) / 2 ** 32
    if (dice >= fault.rate) continue
    if (fault.times !== null) fault.times -= 1
    fault.hits += 1
    return fault
  }
  return null
}

function matches(route: string, method: string, path: string): boolean {
  const [first = '', second] = route.split(' ')
  return second === undefined ? path.startsWith(first) : first === method && path.startsWith(second)
}
