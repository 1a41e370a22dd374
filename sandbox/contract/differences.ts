import type { ShapeRule } from './validate-shape'

export interface Difference {
  /** Operations it holds for: `METHOD /path`, a pattern. */
  operation: RegExp
  /** Places in the reply, a pattern over paths such as `.data.items.*.failed_at`. */
  path: RegExp
  rule: ShapeRule
  reason: string
}

/** Where the sandbox answers something else than the service's document says, on purpose. Nothing else may differ. */
export const DIFFERENCES: readonly Difference[] = [
  {
    operation: /connections/,
    path: /\.(connected_by|succeeded_at|failed_at|daily_sync_time)$/,
    rule: 'null',
    reason: 'The document knows no null; the service answers null for what has not happened or is not set.',
  },
  {
    operation: /connections/,
    path: /\.status\.rescheduled_for$/,
    rule: 'null',
    reason: 'Documented as a time in the state rescheduled only, and null otherwise.',
  },
  {
    operation: /users/,
    path: /\.(picture|phone)$/,
    rule: 'null',
    reason: 'People without a picture or a phone have null there.',
  },
  {
    operation: /roles/,
    path: /\.replacement_role_name$/,
    rule: 'null',
    reason: 'The document requires the name of the role that replaces this one; only deprecated roles have one.',
  },
  {
    operation: /^GET .*connections$/,
    path: /\.items\.\*\.config\.\*$/,
    rule: 'type',
    reason: 'The list is documented with objects as values of config; they are whatever the field is.',
  },
  {
    operation: /connections/,
    path: /\.config\.(schema|schema_prefix|table)$/,
    rule: 'unknown',
    reason: 'Names of the destination schema are documented for the request only; the service echoes them in config.',
  },
  {
    operation: /destinations/,
    path: /\.setup_status$/,
    rule: 'enum',
    reason: 'Documented in capitals, while every example of the same document is in small letters.',
  },
  {
    operation: /schemas/,
    path: /^\.data\.is_type_locked$/,
    rule: 'unknown',
    reason: "Part of the request in the document, a readable attribute in the service's documentation.",
  },
  {
    operation: /^POST .*\/schemas$/,
    path: /^\.data\./,
    rule: 'missing',
    reason: 'Pre-creating echoes the request as it came; the document gives it the reply of a stored config.',
  },
]
