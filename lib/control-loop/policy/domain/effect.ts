import { type Action, type ActionKind, applyPathOf } from '@/lib/control-loop/proposal/domain/action'

/**
 * What an action does, finer than its kind where the two directions differ in danger: including is not excluding. Policies speak of effects,
 * and automation is earned for each of them. Words are verb phrases that begin a sentence.
 */
export const effectWords = {
  'include-column': 'including a column',
  'exclude-column': 'excluding a column',
  'hash-column': 'hashing a column',
  'unhash-column': 'letting plain values land',
  'set-column-key': 'changing a key',
  'include-table': 'including a table',
  'exclude-table': 'switching a table off',
  'set-sync-mode': 'switching the sync mode',
  'include-schema': 'including a schema',
  'exclude-schema': 'switching a schema off',
  'set-change-handling': 'changing what happens with new things',
  'resync-table': 'a re-sync',
  'pause-connection': 'pausing a connection',
  'resume-connection': 'resuming a connection',
  'accept-changes': 'accepting changes into the baseline',
  'confirm-rename': 'confirming a rename',
  'add-check': 'adding a check of rows',
  'retire-check': 'retiring a check of rows',
  'move-baseline': 'moving what rows are compared with',
  'create-connection': 'creating a connection',
  'preset-change-handling': 'setting beforehand what happens with new things',
  'preset-table': 'setting a table beforehand',
  'preset-column': 'setting a column beforehand',
} as const

export type Effect = keyof typeof effectWords
export const effects = Object.keys(effectWords) as Effect[]

/** The effect of one action. */
export function effectOf(action: Action): Effect {
  switch (action.kind) {
    case 'set-column-enabled':
      return action.enabled ? 'include-column' : 'exclude-column'
    case 'set-column-hashed':
      return action.hashed ? 'hash-column' : 'unhash-column'
    case 'set-table-enabled':
      return action.enabled ? 'include-table' : 'exclude-table'
    case 'set-schema-enabled':
      return action.enabled ? 'include-schema' : 'exclude-schema'
    default:
      return action.kind
  }
}

const kindOfSplit: Partial<Record<Effect, ActionKind>> = {
  'include-column': 'set-column-enabled',
  'exclude-column': 'set-column-enabled',
  'hash-column': 'set-column-hashed',
  'unhash-column': 'set-column-hashed',
  'include-table': 'set-table-enabled',
  'exclude-table': 'set-table-enabled',
  'include-schema': 'set-schema-enabled',
  'exclude-schema': 'set-schema-enabled',
}

/** True when something outside Headgate changes by it. An effect nobody knows any more counts as one that does. */
export function leavesHeadgate(effect: string): boolean {
  if (!Object.hasOwn(effectWords, effect)) return true
  const known = effect as Effect
  return applyPathOf(kindOfSplit[known] ?? (known as ActionKind)) !== 'catalog'
}

/** An effect in words; one of an older version reads as its own name. */
export function effectWord(effect: string): string {
  return Object.hasOwn(effectWords, effect) ? effectWords[effect as Effect] : effect.replaceAll('-', ' ')
}
