import { escapeInvisible } from './quote-untrusted'

/** Text a model wrote, fit to show to people: lines stay, everything else that cannot be seen is spelled out, and what is too long is cut and says so. */
export function shownText(text: string, lengthMax: number): string {
  return escapeInvisible(text.trim(), { textLengthMax: lengthMax, keepLines: true })
}
