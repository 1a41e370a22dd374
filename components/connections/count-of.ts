import { formatCount } from '@/components/ui/format-count'

/** `1 column`, `3 204 columns`: a number and its noun, for nouns that take an s. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`
}
