import { randomInt } from 'node:crypto'
import { ID_WORDS } from './id-words'

/** Takes the ids there are; gives another one of two words, as the service makes them. */
export function makeId(taken: readonly { id: string }[]): string {
  const { first, second } = ID_WORDS
  const known = new Set(taken.map(({ id }) => id))
  for (;;) {
    const id = `${first[randomInt(first.length)]}_${second[randomInt(second.length)]}`
    if (!known.has(id)) return id
    if (known.size > first.length * 2 && !known.has(`${id}_${known.size}`)) return `${id}_${known.size}`
  }
}
