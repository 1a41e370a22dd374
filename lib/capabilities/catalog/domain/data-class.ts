import { z } from 'zod'

/** What a column's values say of a person. The closed list; stored as text, so a removed member needs a migration. */
export const dataClasses = [
  'email',
  'phone',
  'person-name',
  'username',
  'address',
  'date-of-birth',
  'government-id',
  'payment-card',
  'bank-account',
  'crypto-wallet',
  'ip-address',
  'device-id',
  'geo-location',
  'credential',
  'health',
  'special-category',
  'social-profile',
  'free-text',
] as const
export const dataClassSchema = z.enum(dataClasses)
export type DataClass = z.infer<typeof dataClassSchema>

/** The class as people read it. */
export const dataClassLabels: Record<DataClass, string> = {
  email: 'e-mail address',
  phone: 'phone number',
  'person-name': "person's name",
  username: 'user name',
  address: 'postal address',
  'date-of-birth': 'date of birth',
  'government-id': 'government id',
  'payment-card': 'payment card number',
  'bank-account': 'bank account number',
  'crypto-wallet': 'wallet address',
  'ip-address': 'IP address',
  'device-id': 'device id',
  'geo-location': 'position on earth',
  credential: 'password, key or token',
  health: 'fact about health',
  'special-category': 'specially protected fact',
  'social-profile': 'social profile',
  'free-text': 'free text',
}

/**
 * True when values of the class identify, contact or locate a person, open a door, or state a protected fact. Free text is not sensitive by
 * itself: where its values are seen to hold one of the others, the column gets that class.
 */
export function isSensitive(dataClass: DataClass): boolean {
  return dataClass !== 'free-text'
}
