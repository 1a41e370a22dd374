import { explainNoAnswer } from '@/lib/capabilities/model/domain/explain-no-answer'
import { noAnswerReasons } from '@/lib/capabilities/model/domain/model-answer'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import type { Drafting, DraftSide } from '@/lib/control-loop/proposal/domain/drafting'
import { describeTrackRecord } from '@/lib/control-loop/proposal/domain/track-record'

/** True where rules and model say different things of one setting, in so many words. */
export function differs({ rules, model }: DraftSide): boolean {
  return rules !== null && model !== null && rules !== model
}

/** True when a reviewer should see both sides at once: they differ, only one of them speaks, or the checker took something out. */
export function isContested({ sides, dropped }: Drafting): boolean {
  return dropped.length > 0 || sides.some((side) => side.taken !== 'both')
}

/** The fold's line: who is laid beside the rules and how far they agree. */
export function draftingNote({ sides, dropped, suggestions }: Drafting): string {
  const count = (number: number, words: string) => (number === 0 ? [] : [`${number} ${words}`])
  const alone = sides.filter((side) => !differs(side))
  return [
    ...count(sides.filter(({ taken }) => taken === 'both').length, 'the same'),
    ...count(sides.filter(differs).length, 'where they differ'),
    ...count(alone.filter(({ model }) => model === null).length, 'from the rules only'),
    ...count(alone.filter(({ rules }) => rules === null).length, 'from the model only'),
    ...count(dropped.length, 'dropped by the checker'),
    ...count(suggestions.length, suggestions.length === 1 ? 'note' : 'notes'),
  ].join(', ')
}

/** Why the rules drafted alone although a model was to be asked, to go on after "Rules only:"; null when a model answered or none is set up. */
export function rulesOnlyReason(drafting: Drafting | null): string | null {
  if (!drafting?.withoutModel) return null
  const { why, reason } = drafting.withoutModel
  const known = noAnswerReasons.find((name) => name === why)
  return known ? explainNoAnswer(known) : reason
}

/** What became of others like it, in place of a drafter's own confidence; null where people drafted. */
export function recordSentence({
  trackRecord,
  drafters,
}: Pick<ProposalDetail, 'trackRecord' | 'drafters'>): string | null {
  if (trackRecord) return trackRecord.drafter === 'person' ? null : `${describeTrackRecord(trackRecord)}.`
  return drafters[0] && drafters[0].source !== 'person' ? 'New kind: no record yet.' : null
}

/** A setting as the change table calls it. */
const fieldOfSetting: Record<DraftSide['setting'], string> = {
  synced: 'synced',
  hashed: 'hashed',
  key: 'primary key',
  'sync mode': 'sync mode',
}

/** Which rows of the change table a model wrote, with the value it gave them: one that a person changed since is theirs. */
export function modelRows(drafting: Drafting | null): ReadonlySet<string> {
  const rows = (drafting?.sides ?? [])
    .filter(({ taken }) => taken === 'model')
    .map(({ path, setting, model }) => rowKey({ path, field: fieldOfSetting[setting], proposed: model ?? '' }))
  return new Set(rows)
}

/** One text for one row of the change table as it is proposed. */
export function rowKey({ path, field, proposed }: { path: string; field: string; proposed: string }): string {
  return JSON.stringify([path, field, proposed])
}
