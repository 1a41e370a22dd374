import type { DiffKind } from '@/components/ui/diff-sign'
import type { ComparedChange } from './prepare-comparison'

/** The drawing of each sign of the contract. */
export const diffKinds: Record<ComparedChange['sign'], DiffKind> = { '+': 'added', '-': 'removed', '~': 'changed' }
