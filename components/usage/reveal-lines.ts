import { revealInvisible } from '@/components/ui/reveal-invisible'

/** Text of several lines in, the same with every invisible character but line ends and tabs spelled out. */
export function revealLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.split('\t').map(revealInvisible).join('\t'))
    .join('\n')
}
