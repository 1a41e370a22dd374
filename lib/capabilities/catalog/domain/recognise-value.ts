import { passesBase58Check, passesBech32, passesLuhn, passesMod97 } from './check-digits'
import type { DataClass } from './data-class'
import { type NationalNumber, nationalNumbers } from './national-numbers'

export type ValueFormName =
  | 'email'
  | 'iban'
  | 'card'
  | 'ip'
  | 'mac'
  | 'us-ssn'
  | 'phone'
  | 'wallet'
  | 'token'
  | 'coordinates'
  | 'us-zip4'
  | 'postcode'
  | 'national-number'
  | 'tax-number'
  | 'company-number'
  | 'health-number'
  | 'routing-number'
  | 'driver-license'

/** A form of value that tells its class without a name. */
export interface ValueForm {
  dataClass: DataClass
  form: ValueFormName
  /** How the evidence names it: "values match …". */
  words: string
  /** False for bare digits with a check: some pass by chance, so that several values have to. */
  isTelling?: boolean
  matches: (value: string) => boolean
}

const numberForms: Record<NationalNumber['kind'], Pick<ValueForm, 'form' | 'dataClass'>> = {
  person: { form: 'national-number', dataClass: 'government-id' },
  tax: { form: 'tax-number', dataClass: 'government-id' },
  // A sole trader's company number is a person's.
  company: { form: 'company-number', dataClass: 'government-id' },
  health: { form: 'health-number', dataClass: 'health' },
  'bank-routing': { form: 'routing-number', dataClass: 'bank-account' },
  driver: { form: 'driver-license', dataClass: 'government-id' },
}

const emailPattern =
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24}$/u

/**
 * Tried in this order; the first that matches wins. Where a check digit exists it must hold: a card number that fails it is no card number.
 * Digits without separators are never taken for a phone: order numbers look the same.
 */
export const valueForms: readonly ValueForm[] = [
  {
    dataClass: 'email',
    form: 'email',
    words: 'an e-mail address',
    matches: (value) => value.length <= 254 && emailPattern.test(value),
  },
  { dataClass: 'bank-account', form: 'iban', words: 'an IBAN with a right check number', matches: isIban },
  { dataClass: 'payment-card', form: 'card', words: 'a card number with a right check digit', matches: isCard },
  { dataClass: 'ip-address', form: 'ip', words: 'an IP address', matches: (value) => isIpV4(value) || isIpV6(value) },
  {
    dataClass: 'device-id',
    form: 'mac',
    words: 'a MAC address',
    matches: (value) => /^[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}$/i.test(value),
  },
  { dataClass: 'government-id', form: 'us-ssn', words: 'a US social security number', matches: isSsn },
  { dataClass: 'phone', form: 'phone', words: 'a phone number', matches: isPhone },
  { dataClass: 'crypto-wallet', form: 'wallet', words: 'a wallet address with a right checksum', matches: isWallet },
  { dataClass: 'credential', form: 'token', words: 'a key, a token or a password hash', matches: isToken },
  { dataClass: 'geo-location', form: 'coordinates', words: 'a pair of coordinates', matches: isCoordinates },
  {
    dataClass: 'address',
    form: 'us-zip4',
    words: 'a nine-digit ZIP code',
    matches: (value) => /^\d{5}-\d{4}$/.test(value),
  },
  { dataClass: 'address', form: 'postcode', words: 'a postcode', matches: isPostcode },
  ...nationalNumbers.map(
    ({ words, kind, isTelling, matches }): ValueForm => ({
      ...numberForms[kind],
      words,
      isTelling,
      matches: (value) => value.length <= 24 && matches(value.toUpperCase().replace(/[ ./-]/g, ''), value),
    }),
  ),
]

/** The form of one value by itself, or null when it tells nothing: bare digits that pass a check by chance do not. */
export function recogniseValue(value: string): ValueForm | null {
  const form = recogniseAmongOthers(value)
  return form?.isTelling === false ? null : form
}

/** The form of one value of a column, where others have to have it too. Surrounding space does not matter. */
export function recogniseAmongOthers(value: string): ValueForm | null {
  const text = value.trim()
  if (text === '' || text.length > 4_000) return null
  return valueForms.find((form) => form.matches(text)) ?? null
}

const ibanLengths: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BR: 29,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MR: 27,
  MT: 31,
  MU: 30,
  NL: 18,
  NO: 15,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  SA: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TN: 24,
  TR: 26,
  UA: 29,
  VG: 24,
  XK: 20,
}

function isIban(value: string): boolean {
  const compact = value.replace(/[ -]/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact)) return false
  return ibanLengths[compact.slice(0, 2)] === compact.length && passesMod97(compact)
}

/** Issuer prefixes with the lengths they issue. */
const cardIssuers =
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d|22\d)\d{12}|35\d{14})$/

function isCard(value: string): boolean {
  if (!/^\d(?:[ -]?\d){12,18}$/.test(value)) return false
  const digits = value.replace(/[ -]/g, '')
  return cardIssuers.test(digits) && passesLuhn(digits)
}

function isIpV4(value: string): boolean {
  const parts = value.split('.')
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}

function isIpV6(value: string): boolean {
  if (!/^[0-9a-f:]{2,39}$/i.test(value) || !value.includes(':')) return false
  const halves = value.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false
  return halves.length === 2 ? groups.length < 8 : groups.length === 8
}

function isSsn(value: string): boolean {
  return /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/.test(value)
}

const extension = /\s*(?:ext\.?|x|extension)\s*\d{1,6}$/i
const internationalPhone = /^(?:\(\+\d{1,3}\)|\+\d{1,3})(?:[ .-]?(?:\(\d{1,4}\)|\d{1,7})){1,6}$/
/** Area, exchange and line with a separator somewhere, so that ten bare digits do not count. */
const northAmericanPhone = /^(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}$/

function isPhone(value: string): boolean {
  const number = value.replace(extension, '')
  // Counted first: the pattern may cut a run of digits in many ways, and a long run is no phone number anyway.
  const digits = number.replace(/\D/g, '').length
  if (digits < 8 || digits > 15 || number.length > 30) return false
  return internationalPhone.test(number) || northAmericanPhone.test(number)
}

/** British, Canadian and Dutch ones with their space; bare digits are any digits. */
function isPostcode(value: string): boolean {
  return /^(?:(?:GIR 0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d(?:\d|[A-Z])?|\d[A-HJKPSTUW]) \d[ABD-HJLNP-UW-Z]{2})|[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d|[1-9]\d{3} (?!SA|SD|SS)[A-Z]{2})$/.test(
    value,
  )
}

function isWallet(value: string): boolean {
  if (/^0x[0-9a-f]{40}$/i.test(value)) return true
  if (/^(?:bc1|tb1)[02-9ac-hj-np-z]{11,87}$/.test(value)) return passesBech32(value)
  return /^[13][1-9A-HJ-NP-Za-km-z]{24,33}$/.test(value) && passesBase58Check(value)
}

function isToken(value: string): boolean {
  return (
    /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/.test(value) ||
    /^\$argon2(?:id|i|d)\$/.test(value) ||
    /^eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*$/.test(value) ||
    /^(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{16,}$/.test(value) ||
    /^(?:ghp|gho|ghs|github_pat|glpat|xox[abps])[_-][\w-]{16,}$/.test(value) ||
    /^AKIA[0-9A-Z]{16}$/.test(value) ||
    value.startsWith('-----BEGIN ')
  )
}

function isCoordinates(value: string): boolean {
  const found = /^\(?(-?\d{1,2}\.\d{3,}),\s*(-?\d{1,3}\.\d{3,})\)?$/.exec(value)
  return found !== null && Math.abs(Number(found[1])) <= 90 && Math.abs(Number(found[2])) <= 180
}
