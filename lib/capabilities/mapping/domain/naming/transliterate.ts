/** Letters that do not fall apart into a base letter and a mark. */
const latin: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
}
const cyrillic =
  'а:a б:b в:v г:g д:d е:e ж:zh з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya і:i є:ye ґ:g ђ:dj љ:lj њ:nj ћ:c џ:dz'
const greek = 'α:a β:b γ:g δ:d ε:e ζ:z η:e θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:ph χ:ch ψ:ps ω:o'
const letters = new Map<string, string>(Object.entries(latin))
for (const pair of `${cyrillic} ${greek}`.split(' ')) {
  const [letter = '', plain = ''] = pair.split(':')
  letters.set(letter, plain)
  letters.set(letter.toUpperCase(), plain.charAt(0).toUpperCase() + plain.slice(1))
}

/** The text in ASCII letters: accents off, Latin, Cyrillic and Greek letters written out. Characters of other scripts are left as they are. */
export function transliterate(text: string): string {
  if (isAscii(text)) return text
  let plain = ''
  for (const letter of text.normalize('NFKD').replace(/\p{M}/gu, '')) plain += letters.get(letter) ?? letter
  return plain
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false
  return true
}
