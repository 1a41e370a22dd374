import { z } from 'zod'

/** A setting of one object, with what each drafter says of it. `null`: it says nothing. */
export const draftSideSchema = z.object({
  /** Formatted path of the object. */
  path: z.string(),
  setting: z.enum(['synced', 'hashed', 'key', 'sync mode']),
  rules: z.string().nullable(),
  model: z.string().nullable(),
  taken: z.enum(['both', 'rules', 'model']),
  /** Why that one, in a few words. */
  because: z.string(),
})
export type DraftSide = z.infer<typeof draftSideSchema>

/** Something a model drafted that the checker took out. */
export const droppedActionSchema = z.object({
  /** The action as far as it could be read, e.g. `Hash crm.contact.email`. */
  what: z.string(),
  reason: z.string(),
})
export type DroppedAction = z.infer<typeof droppedActionSchema>

/** What a model would call or note, where no action can carry it out. Shown, never applied. */
export const draftSuggestionSchema = z.object({
  path: z.string(),
  about: z.enum(['standard-name', 'description', 'type', 'target-column']),
  value: z.string(),
  reason: z.string(),
})
export type DraftSuggestion = z.infer<typeof draftSuggestionSchema>

/**
 * How a revision came about where a model was asked: both drafts side by side, what was taken, what was dropped. Stored in
 * `proposal_revision.drafting`: changing it needs a migration.
 */
export const draftingSchema = z.object({
  /** null: no answer of a model went into it. */
  model: z.object({ name: z.string(), promptVersion: z.string(), callId: z.string() }).nullable(),
  /** Why the rules' draft stands alone; null when a model answered. */
  withoutModel: z.object({ why: z.string(), reason: z.string() }).nullable(),
  sides: z.array(draftSideSchema),
  dropped: z.array(droppedActionSchema),
  suggestions: z.array(draftSuggestionSchema),
  /** What the rules wrote, also where a model's text is shown in its place. */
  rulesRationale: z.string(),
})
export type Drafting = z.infer<typeof draftingSchema>
