import type { Failure } from './failure'

const kinds: Readonly<Record<string, Failure['kind']>> = {
  '57014': 'stopped',
  '42501': 'permission',
  '42P01': 'missing',
  '42703': 'missing',
  '3F000': 'missing',
  // Out of range; not a number; not a moment.
  '22003': 'value',
  '22P02': 'value',
  '22007': 'value',
  // No such database.
  '3D000': 'credentials',
}

/** What a SQLSTATE means (PostgreSQL's appendix A, whose protocol Redshift speaks); a fault for any that says nothing to a reader. */
export function judgeSqlState(state: string): Failure {
  const detail = state
  const kind = kinds[state]
  if (kind) return { kind, detail }
  // 28: wrong user or password.
  if (state.startsWith('28')) return { kind: 'credentials', detail }
  // 08: connection, 53: out of resources, 57P: shutting down.
  return { kind: /^(08|53|57P)/.test(state) ? 'unreachable' : 'fault', detail }
}
