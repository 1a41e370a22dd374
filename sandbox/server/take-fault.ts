import { hashPair, hashText } from '@/sandbox/source/seeded-random'
import type { Fault } from '@/sandbox/state/fault'
import type { World } from '@/sandbox/state/world'

/**
 * Takes a request line; gives the fault that strikes it and counts the strike, or null. The dice are seeded by the fault seed, the
 * route of the fault and the number of the request on that route: the same requests meet the same faults again.
 */
export function takeFault(world: World, method: string, path: string): Fault | null {
  let struck: Fault | null = null
  for (const fault of world.faults) {
    if (!matches(fault.route, method, path) || fault.times === 0) continue
    const dice = hashPair(hashText(`${world.faultSeed}:${fault.route}`), fault.seen) / 2 ** 32
    fault.seen += 1
    if (struck || dice < fault.from || dice >= fault.from + fault.rate) continue
    if (fault.times !== null) fault.times -= 1
    fault.hits += 1
    struck = fault
  }
  return struck
}

function matches(route: string, method: string, path: string): boolean {
  const [first = '', second] = route.split(' ')
  return second === undefined ? path.startsWith(first) : first === method && path.startsWith(second)
}
