import type { DataClass } from './data-class'

/**
 * A value as it may be shown: its shape stays, what identifies does not. The last four digits of card and account numbers go too: with a name
 * beside them they identify. Never returns the value itself, and nothing of a secret, a fact or free text.
 */
export function maskValue(value: string, dataClass: DataClass): string {
  switch (dataClass) {
    case 'email':
      return maskEmail(value)
    case 'person-name':
    case 'username':
    case 'address':
    case 'social-profile':
      return value.replace(/[\p{L}\p{N}]+/gu, keepFirst)
    case 'phone':
      return maskDigits(value, 2)
    case 'government-id':
    case 'payment-card':
    case 'bank-account':
    case 'device-id':
    case 'date-of-birth':
    case 'geo-location':
    case 'ip-address':
      return maskDigits(value, 0)
    case 'crypto-wallet':
    case 'credential':
    case 'health':
    case 'special-category':
    case 'free-text':
      return '***'
  }
}

function maskEmail(value: string): string {
  const at = value.lastIndexOf('@')
  if (at < 1) return keepFirst(value)
  const labels = value.slice(at + 1).split('.')
  const last = labels.length > 1 ? labels.pop() : undefined
  const domain = labels.map(keepFirst).join('.')
  return `${keepFirst(value.slice(0, at))}@${domain}${last === undefined ? '' : `.${last}`}`
}

/** One letter is no more than one letter in an alphabet; a one-letter word keeps nothing. */
function keepFirst(word: string): string {
  const letters = [...word]
  return letters.length > 1 ? `${letters[0]}***` : '***'
}

/** Letters and digits become stars, punctuation stays, and of the start `shown` characters do. */
function maskDigits(value: string, shown: number): string {
  let seen = 0
  return value.replace(/[\p{L}\p{N}]/gu, (character) => {
    seen += 1
    return seen <= shown ? character : '*'
  })
}
