import { hash, verify } from '@node-rs/argon2'
import { PASSWORD_LENGTH_MAX } from './contract'

/** OWASP's floor for Argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let dummy: Promise<string> | null = null

/** The stored form of a password: Argon2id with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/**
 * True when the password is the stored one. With no stored hash (unknown person, single sign-on only) it does the same
 * work and answers false, so that timing does not tell who exists. Longer texts than any password are cut, not hashed.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  dummy ??= hashPassword('nobody has this password')
  const matches = await verify(stored ?? (await dummy), password.slice(0, PASSWORD_LENGTH_MAX))
  return matches && stored !== null
}
