import { passesLuhn } from './check-digits'
import { isDay, passesMod11And10, weightedSum } from './national-check-digits'

/**
 * The forms of national numbers that take more than one line to say. Each takes the value in capitals without separators; those that are told by
 * their separators take the text as written too. True only when the check holds.
 */
const isRepeated = (value: string) => /^(\d)\1*$/.test(value)
const nifLetters = 'TRWAGMYFPDXBNJZSQVHLCKE'
const fiscalOdd: Readonly<Record<string, number>> = Object.fromEntries(
  [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, at) => [
    letter,
    [
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10,
      22, 25, 24, 23,
    ][at] ?? 0,
  ]),
)

export function isSpanish(value: string): boolean {
  const found = /^([XYZ]?)(\d{7,8})([A-Z])$/.exec(value)
  if (found === null || (found[1] !== '' && found[2]?.length !== 7) || (found[1] === '' && found[2]?.length !== 8))
    return false
  const lead = found[1] === '' ? '' : String('XYZ'.indexOf(found[1] ?? ''))
  return nifLetters[Number(`${lead}${found[2]}`) % 23] === found[3]
}

export function isFiscalCode(value: string): boolean {
  if (!/^[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]$/.test(value)) return false
  let sum = 0
  for (let at = 0; at < 15; at += 1) {
    const letter = value[at] ?? '0'
    sum += at % 2 === 0 ? (fiscalOdd[letter] ?? 0) : /\d/.test(letter) ? Number(letter) : letter.charCodeAt(0) - 65
  }
  return String.fromCharCode(65 + (sum % 26)) === value[15]
}

export function isNric(value: string): boolean {
  const found = /^([STFGM])(\d{7})([A-Z])$/.exec(value)
  if (found === null) return false
  const [, lead = '', number = '', letter] = found
  const sum = weightedSum(number, [2, 7, 6, 5, 4, 3, 2]) + (lead === 'T' || lead === 'G' ? 4 : lead === 'M' ? 3 : 0)
  const letters = lead === 'S' || lead === 'T' ? 'JZIHGFEDCBA' : lead === 'M' ? 'XWUTRQPNJLK' : 'XWUTRQPNMLK'
  return letters[lead === 'M' ? 10 - (sum % 11) : sum % 11] === letter || letters[sum % 11] === letter
}

export function isHetu(text: string): boolean {
  const found = /^(\d{2})(\d{2})(\d{2})[-+A-FU-Y](\d{3})([0-9A-Y])$/.exec(text)
  if (found === null || !isDay(found[3] ?? '', found[2] ?? '', found[1] ?? '')) return false
  return '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(`${found[1]}${found[2]}${found[3]}${found[4]}`) % 31] === found[5]
}

export function isCurp(value: string): boolean {
  const found = /^[A-Z]{4}(\d{2})(\d{2})(\d{2})[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[A-Z0-9]\d$/.exec(value)
  if (found === null || !isDay(found[1] ?? '', found[2] ?? '', found[3] ?? '')) return false
  const order = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ'
  const sum = [...value.slice(0, 17)].reduce((total, letter, at) => total + order.indexOf(letter) * (18 - at), 0)
  return (10 - (sum % 10)) % 10 === Number(value[17])
}

export function isChinese(value: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d{2}\d{4}\d{3}[\dX]$/.test(value)) return false
  if (!isDay(value.slice(6, 10), value.slice(10, 12), value.slice(12, 14))) return false
  return '10X98765432'[weightedSum(value, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] === value[17]
}

export function isKorean(value: string, text: string): boolean {
  if (!/^\d{6}-?[1-8]\d{6}$/.test(text) || !isDay(value.slice(0, 2), value.slice(2, 4), value.slice(4, 6))) return false
  return (11 - (weightedSum(value, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === Number(value[12])
}

export function isSwedish(value: string, text: string): boolean {
  if (!/^(?:19|20)?\d{6}[-+]\d{4}$/.test(text)) return false
  const short = value.replace(/\+/g, '').slice(-10)
  const day = Number(short.slice(4, 6))
  return isDay(short.slice(0, 2), short.slice(2, 4), day > 60 ? day - 60 : day) && passesLuhn(short)
}

export function isNir(value: string): boolean {
  if (!/^[12]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{6}\d{2}$/.test(value)) return false
  const number = value.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return 97 - Number(BigInt(number) % 97n) === Number(value.slice(13))
}

export function isDea(value: string): boolean {
  if (!/^[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7}$/.test(value)) return false
  const number = value.slice(2)
  return (weightedSum(number, [1, 0, 1, 0, 1]) + 2 * weightedSum(number, [0, 1, 0, 1, 0, 1])) % 10 === Number(number[6])
}

/** Two letters of a member state with its own form behind them. */
export function isVat(value: string): boolean {
  return /^(?:ATU\d{8}|BE[01]\d{9}|BG\d{9,10}|CY\d{8}[A-Z]|CZ\d{8,10}|DE\d{9}|DK\d{8}|EE\d{9}|EL\d{9}|ES[A-Z]\d{7}[A-Z0-9]|FI\d{8}|FR[A-HJ-NP-Z0-9]{2}\d{9}|HR\d{11}|HU\d{8}|IE\d[A-Z0-9+*]\d{5}[A-Z]{1,2}|IT\d{11}|LT(?:\d{9}|\d{12})|LU\d{8}|LV\d{11}|MT\d{8}|NL\d{9}B\d{2}|PL\d{10}|PT\d{9}|RO\d{6,10}|SE\d{10}01|SI\d{8}|SK\d{10})$/.test(
    value,
  )
}

export function isPesel(value: string): boolean {
  if (!/^\d{11}$/.test(value)) return false
  const month = Number(value.slice(2, 4)) % 20
  if (!isDay(value.slice(0, 2), month, value.slice(4, 6))) return false
  return (10 - (weightedSum(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(value[10])
}

function checkMod11(value: string, weights: readonly number[]): number {
  const rest = weightedSum(value, weights) % 11
  return rest < 2 ? 0 : 11 - rest
}

export function isCpf(value: string): boolean {
  return (
    checkMod11(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(value[9]) &&
    checkMod11(value, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(value[10])
  )
}

export function isCnpj(value: string): boolean {
  return (
    checkMod11(value, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(value[12]) &&
    checkMod11(value, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(value[13])
  )
}

export function isTurkish(value: string): boolean {
  if (!/^[1-9]\d{10}$/.test(value)) return false
  const odd = weightedSum(value, [1, 0, 1, 0, 1, 0, 1, 0, 1])
  const even = weightedSum(value, [0, 1, 0, 1, 0, 1, 0, 1])
  return (
    (((7 * odd - even) % 10) + 10) % 10 === Number(value[9]) &&
    weightedSum(value, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) % 10 === Number(value[10])
  )
}

export function isBelgian(value: string): boolean {
  if (!/^\d{11}$/.test(value) || !isDay(value.slice(0, 2), value.slice(2, 4), value.slice(4, 6))) return false
  const check = Number(value.slice(9))
  return 97 - (Number(value.slice(0, 9)) % 97) === check || 97 - (Number(`2${value.slice(0, 9)}`) % 97) === check
}

export function isNorwegian(value: string): boolean {
  if (!/^\d{11}$/.test(value) || !isDay(value.slice(4, 6), value.slice(2, 4), Number(value.slice(0, 2)) % 40))
    return false
  return (
    weightedSum(value, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
    weightedSum(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
  )
}

/** Of its first ten digits one comes twice or three times, the others at most once. */
export function isGermanTax(value: string): boolean {
  if (!/^[1-9]\d{10}$/.test(value)) return false
  const counts = [...'0123456789'].map((digit) => value.slice(0, 10).split(digit).length - 1)
  return counts.filter((count) => count > 1).length === 1 && Math.max(...counts) <= 3 && passesMod11And10(value)
}

export function isNhs(value: string): boolean {
  if (!/^\d{10}$/.test(value) || isRepeated(value)) return false
  const check = 11 - (weightedSum(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)
  return (check === 11 ? 0 : check) === Number(value[9])
}
