export interface ColumnJudgement {
  /** What the name suggests the column holds; null: nothing personal or secret. */
  dataClass: string | null
  isSecret: boolean
  /** 0 to 1. */
  confidence: number
  words: string
}

interface Sign {
  pattern: RegExp
  dataClass: string
  noun: string
  confidence: number
}

/** Names that speak for themselves. `\b` does not see underscores, so a name is first turned into words. */
const SIGNS: readonly Sign[] = [
  { pattern: /\b(e ?mail|mail address)\b/, dataClass: 'email', noun: 'e-mail addresses', confidence: 0.96 },
  {
    pattern: /\b(phone|mobile|msisdn|fax|telephone)\b/,
    dataClass: 'phone',
    noun: 'telephone numbers',
    confidence: 0.95,
  },
  {
    pattern: /\b(ssn|social security|national id|tax id|passport|nin)\b/,
    dataClass: 'government-id',
    noun: 'numbers that identify a person',
    confidence: 0.97,
  },
  {
    pattern: /\b(card number|pan|cvv|cvc|credit card)\b/,
    dataClass: 'payment-card',
    noun: 'payment card data',
    confidence: 0.94,
  },
  {
    pattern: /\b((first|last|full|given|family|middle|maiden) ?name|surname)\b/,
    dataClass: 'person-name',
    noun: 'names of people',
    confidence: 0.93,
  },
  {
    pattern: /\b(street|address|postal|post code|postcode|zip)\b/,
    dataClass: 'address',
    noun: 'postal addresses',
    confidence: 0.85,
  },
  {
    pattern: /\b(birth|birthday|dob|date of birth)\b/,
    dataClass: 'date-of-birth',
    noun: 'dates of birth',
    confidence: 0.95,
  },
  {
    pattern: /\b(ip|ip address|device id|mac address)\b/,
    dataClass: 'ip-address',
    noun: 'addresses of devices',
    confidence: 0.8,
  },
  {
    pattern: /\b(salary|wage|compensation|income)\b/,
    dataClass: 'special-category',
    noun: 'what people earn',
    confidence: 0.82,
  },
  {
    pattern: /\b(diagnosis|medical|health|disability)\b/,
    dataClass: 'health',
    noun: 'data about health',
    confidence: 0.85,
  },
  {
    pattern: /\b(iban|bic|account number|sort code|routing number)\b/,
    dataClass: 'bank-account',
    noun: 'bank accounts',
    confidence: 0.92,
  },
  { pattern: /\b(user ?name|login|nick ?name)\b/, dataClass: 'username', noun: 'user names', confidence: 0.85 },
  {
    pattern: /\b(latitude|longitude|geo|location)\b/,
    dataClass: 'geo-location',
    noun: 'places of people',
    confidence: 0.6,
  },
]
const SECRET = /\b(password|passwd|secret|token|api key|private key|credential|otp)\b/

/** Words that turn a name into something about the thing rather than the thing: `email_verified`, `phone_count`, `address_id`. */
const ABOUT = /\b(verified|valid|count|id|opt in|consent|status|type|enabled|template( id)?|at)$/

/** Judges a column by its name, as a careful reader would: what it probably holds, and how sure one can be. */
export function judgeColumn(name: string, model: string): ColumnJudgement {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_\-.\s]+/g, ' ')
    .toLowerCase()
  if (SECRET.test(words)) return { dataClass: 'credential', isSecret: true, confidence: 0.97, words: 'secrets' }
  // The small model knows the first two signs only: a choice of model is something one can measure here.
  const known = model.includes('small') ? SIGNS.slice(0, 2) : SIGNS
  const sign = ABOUT.test(words) ? undefined : known.find(({ pattern }) => pattern.test(words))
  if (sign) return { dataClass: sign.dataClass, isSecret: false, confidence: sign.confidence, words: sign.noun }
  return { dataClass: null, isSecret: false, confidence: 0.7, words: 'nothing personal' }
}
