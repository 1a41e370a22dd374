import { passesLuhn } from './check-digits'
import { isDay, passesVerhoeff, weightedSum } from './national-check-digits'
import {
  isBelgian,
  isChinese,
  isCnpj,
  isCpf,
  isCurp,
  isDea,
  isFiscalCode,
  isGermanTax,
  isHetu,
  isKorean,
  isNhs,
  isNir,
  isNorwegian,
  isNric,
  isPesel,
  isSpanish,
  isSwedish,
  isTurkish,
  isVat,
} from './national-forms'

export interface NationalNumber {
  /** Words that follow "values match". */
  words: string
  kind: 'person' | 'tax' | 'company' | 'health' | 'bank-routing' | 'driver'
  /** True when one value tells by itself: letters, dates or separators leave little to chance. Bare digits need company. */
  isTelling: boolean
  matches: (compact: string, text: string) => boolean
}

const digits = (length: number) => new RegExp(`^\\d{${length}}$`)
const isRepeated = (value: string) => /^(\d)\1*$/.test(value)
const person = (words: string, matches: NationalNumber['matches'], isTelling = false): NationalNumber => ({
  words,
  kind: 'person',
  isTelling,
  matches,
})

/**
 * Numbers that states, tax offices and health services give, each with its published form and check digit. `compact` is the value in capitals
 * without spaces, dots, dashes and slashes. Numbers whose form is only "so many digits", with nothing to check, are left out on purpose.
 */
export const nationalNumbers: readonly NationalNumber[] = [
  // Forms with letters or dates: nearly nothing else looks so.
  person(
    'a UK national insurance number',
    (value) => /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(value),
    true,
  ),
  person('a Spanish identity number with its letter', isSpanish, true),
  { words: 'an Italian tax code with its check letter', kind: 'tax', isTelling: true, matches: isFiscalCode },
  {
    words: 'an Indian tax number (PAN)',
    kind: 'tax',
    isTelling: true,
    matches: (value) => /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/.test(value),
  },
  person('a Singapore identity number with its letter', isNric, true),
  person('a Finnish identity code with its check character', (_, text) => isHetu(text.toUpperCase()), true),
  person('a Mexican CURP with its check digit', isCurp, true),
  person('a Chinese identity number with its check character', isChinese, true),
  person(
    'a US taxpayer number (ITIN)',
    (_, text) => /^9\d{2}-(?:5\d|6[0-5]|7\d|8[0-8]|9[0-2]|9[4-9])-\d{4}$/.test(text),
    true,
  ),
  person('a Korean registration number with its check digit', isKorean, true),
  person('a Swedish identity number with its check digit', isSwedish, true),
  person('a French social security number with its check number', isNir, true),
  {
    words: 'a US Medicare number',
    kind: 'health',
    isTelling: true,
    matches: (value) =>
      /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/.test(
        value,
      ),
  },
  { words: 'a US drug enforcement number with its check digit', kind: 'health', isTelling: true, matches: isDea },
  {
    words: 'a UK driving licence number',
    kind: 'driver',
    isTelling: true,
    matches: (value) =>
      /^(?=[A-Z])[A-Z]{1,5}9{0,4}\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d[A-Z][A-Z9][A-Z0-9]{3}$/.test(
        value,
      ) && value.length === 16,
  },
  { words: 'a European VAT number', kind: 'company', isTelling: true, matches: isVat },
  // Bare digits with a check: one in ten or more passes by chance, so that several have to.
  person('a Polish PESEL with its check digit', isPesel),
  person(
    'a Brazilian CPF with its check digits',
    (value) => digits(11).test(value) && !isRepeated(value) && isCpf(value),
  ),
  {
    words: 'a Brazilian CNPJ with its check digits',
    kind: 'company',
    isTelling: false,
    matches: (value) => digits(14).test(value) && !isRepeated(value) && isCnpj(value),
  },
  person('an Aadhaar number with its check digit', (value) => /^[2-9]\d{11}$/.test(value) && passesVerhoeff(value)),
  person('a Turkish identity number with its check digits', isTurkish),
  person('a Belgian national number with its check number', isBelgian),
  person('a Norwegian identity number with its check digits', isNorwegian),
  person(
    'a South African identity number with its check digit',
    (value) =>
      digits(13).test(value) &&
      isDay(value.slice(0, 2), value.slice(2, 4), value.slice(4, 6)) &&
      /^\d{10}[01]/.test(value) &&
      passesLuhn(value),
  ),
  person(
    'a Thai identity number with its check digit',
    (value) =>
      /^[1-8]\d{12}$/.test(value) &&
      (11 - (weightedSum(value, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(value[12]),
  ),
  { words: 'a German tax number with its check digit', kind: 'tax', isTelling: false, matches: isGermanTax },
  {
    words: 'an Australian business number with its check',
    kind: 'company',
    isTelling: false,
    matches: (value) =>
      /^[1-9]\d{10}$/.test(value) && (weightedSum(value, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0,
  },
  { words: 'a UK NHS number with its check digit', kind: 'health', isTelling: false, matches: isNhs },
  {
    words: 'a US provider number (NPI) with its check digit',
    kind: 'health',
    isTelling: false,
    matches: (value) => /^[12]\d{9}$/.test(value) && passesLuhn(`80840${value}`),
  },
  {
    words: 'an Australian Medicare number with its check digit',
    kind: 'health',
    isTelling: false,
    matches: (value) =>
      /^[2-6]\d{9,10}$/.test(value) && weightedSum(value, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(value[8]),
  },
  {
    words: 'a US bank routing number with its check digit',
    kind: 'bank-routing',
    isTelling: false,
    matches: (value) =>
      /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/.test(value) &&
      weightedSum(value, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 &&
      !isRepeated(value),
  },
  person(
    'a Canadian social insurance number with its check digit',
    (value) => /^[1-79]\d{8}$/.test(value) && passesLuhn(value),
  ),
  person(
    'a Dutch citizen number with its check',
    (value) =>
      digits(9).test(value) &&
      !isRepeated(value) &&
      (weightedSum(value, [9, 8, 7, 6, 5, 4, 3, 2]) - Number(value[8])) % 11 === 0,
  ),
  {
    words: 'an Australian tax file number with its check',
    kind: 'tax',
    isTelling: false,
    matches: (value) =>
      digits(9).test(value) && !isRepeated(value) && weightedSum(value, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
  },
  {
    words: 'an Australian company number with its check digit',
    kind: 'company',
    isTelling: false,
    matches: (value) =>
      digits(9).test(value) &&
      !isRepeated(value) &&
      (10 - (weightedSum(value, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 === Number(value[8]),
  },
]
