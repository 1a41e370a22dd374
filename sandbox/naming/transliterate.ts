/** Letters that do not decompose into an ASCII letter and an accent, with what they become. */
const SPECIAL_LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  þ: 'th',
  Þ: 'TH',
}

/** Takes any name and gives it with accents stripped and known non-ASCII letters spelled in ASCII; the rest is left alone. */
export function transliterate(name: string): string {
  const stripped = name.normalize('NFKD').replace(/\p{Mark}/gu, '')
  return [...stripped].map((letter) => SPECIAL_LETTERS[letter] ?? letter).join('')
}
