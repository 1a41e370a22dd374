import { z } from 'zod'

export const renameOpinions = ['same', 'different', 'cannot-tell'] as const

/** An opinion on a suspected rename. A person decides. */
export const judgeRenameOutput = z.object({ opinion: z.enum(renameOpinions), reason: z.string() })
export type JudgeRenameOutput = z.infer<typeof judgeRenameOutput>
