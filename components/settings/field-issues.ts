import { z } from 'zod'
import { ProblemError } from '@/lib/platform/http/fetch-json'

const issuesSchema = z.object({ issues: z.array(z.object({ path: z.string(), message: z.string() })) })

export type FieldIssues = Record<string, string>

/** What the server refused field by field, first sentence of each; empty when it refused the whole. */
export function issuesOfProblem(error: unknown): FieldIssues {
  if (!(error instanceof ProblemError)) return {}
  const parsed = issuesSchema.safeParse(error.detail)
  return parsed.success ? firstByPath(parsed.data.issues) : {}
}

/** What a schema refused before anything was sent, in the form's own words where it has some for the field. */
export function issuesOfSchema(error: z.ZodError, sentences: Partial<Record<string, string>>): FieldIssues {
  return firstByPath(
    error.issues.map((issue) => {
      const path = issue.path.map(String).join('.')
      return { path, message: sentences[path] ?? issue.message }
    }),
  )
}

function firstByPath(issues: readonly { path: string; message: string }[]): FieldIssues {
  const found: FieldIssues = {}
  for (const { path, message } of issues) found[path] ??= message
  return found
}
