import { createHash } from 'node:crypto'

/** True when a string of digits passes the Luhn check that payment cards carry. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits !== '' && sum % 10 === 0
}

/** True when an IBAN without spaces has a remainder of 1 by 97, letters counted as 10 to 35. */
export function passesMod97(iban: string): boolean {
  let remainder = 0
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    if (Number.isNaN(value)) return false
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder === 1
}

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** True for a Base58Check text of 25 bytes: the last four are the start of the twice hashed rest, as in wallet addresses. */
export function passesBase58Check(text: string): boolean {
  let number = 0n
  for (const character of text) {
    const value = base58.indexOf(character)
    if (value < 0) return false
    number = number * 58n + BigInt(value)
  }
  const bytes = Buffer.from(number.toString(16).padStart(50, '0'), 'hex')
  if (bytes.length !== 25) return false
  const hash = (content: Buffer) => createHash('sha256').update(content).digest()
  return hash(hash(bytes.subarray(0, 21)))
    .subarray(0, 4)
    .equals(bytes.subarray(21))
}

const bech32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'

/** True for a Bech32 or Bech32m text with a right checksum, as newer wallet addresses have it. Takes lower case only. */
export function passesBech32(text: string): boolean {
  const split = text.lastIndexOf('1')
  const [prefix, rest] = [text.slice(0, split), text.slice(split + 1)]
  const values = [...rest].map((letter) => bech32.indexOf(letter))
  if (split < 1 || values.length < 6 || values.includes(-1)) return false
  const spread = [...prefix].map((letter) => letter.charCodeAt(0))
  let check = 1
  for (const value of [...spread.map((code) => code >> 5), 0, ...spread.map((code) => code & 31), ...values]) {
    const top = check >>> 25
    check = ((check & 0x1ffffff) << 5) ^ value
    for (const [bit, factor] of [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].entries()) {
      if ((top >>> bit) & 1) check ^= factor
    }
  }
  return check === 1 || check === 0x2bc830a3
}
