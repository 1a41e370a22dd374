import type { WarehouseDoor } from '@/lib/control-loop/connection/domain/warehouse-access'

export type AccessField = {
  name: string
  label: string
  kind: 'text' | 'number' | 'secret'
  /** What it is and where to find it. */
  hint?: string
  /** Said at the field when it is refused. */
  sentence: string
  initial?: string
}

const database: AccessField = { name: 'database', label: 'Database', kind: 'text', sentence: 'Give the database.' }
const user: AccessField = { name: 'user', label: 'User', kind: 'text', sentence: 'Give a user who may only read.' }

function wireFields(port: string, hint?: string): AccessField[] {
  return [
    { name: 'host', label: 'Host', kind: 'text', hint, sentence: 'Give the host, without a protocol.' },
    { name: 'port', label: 'Port', kind: 'number', sentence: 'Give a port between 1 and 65535.', initial: port },
    database,
    user,
    { name: 'password', label: 'Password', kind: 'secret', sentence: 'A password has at most 500 characters.' },
  ]
}

/** What the form asks for, by the way into the warehouse, in the order it is asked. */
export const accessFields: Readonly<Record<WarehouseDoor, readonly AccessField[]>> = {
  postgres: wireFields('5432'),
  redshift: wireFields('5439', 'The endpoint of the cluster or workgroup, without port and database.'),
}

/** The request of a form's texts: numbers as numbers. The contract's schema judges it. */
export function prepareAccess(
  door: WarehouseDoor,
  values: Readonly<Record<string, string>>,
  hasTls: boolean,
): Record<string, unknown> {
  const fields = accessFields[door].map(({ name, kind }) => {
    const text = values[name] ?? ''
    return [name, kind === 'number' ? Number(text) : text]
  })
  return { engine: door, ...Object.fromEntries(fields), tls: hasTls }
}
