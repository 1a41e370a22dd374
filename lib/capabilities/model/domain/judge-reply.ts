import type { z } from 'zod'

export type ReplyJudgement<Output> = { isValid: true; output: Output } | { isValid: false; errors: string[] }

const ERRORS_MAX = 20
const ERROR_LENGTH_MAX = 300

/**
 * A model's raw text as the answer it claims to be: JSON, of the task's form, with nothing the checker objects to. Errors are sentences for
 * the repair turn; there is no half-valid answer.
 */
export function judgeReply<Output>(
  text: string,
  schema: z.ZodType<Output>,
  check: (output: Output) => string[] = () => [],
): ReplyJudgement<Output> {
  const json = parseJson(text)
  if (!json) return { isValid: false, errors: ['The answer is not JSON.'] }
  const parsed = schema.safeParse(json.value)
  if (!parsed.success) {
    const errors = parsed.error.issues.map(
      (issue) => `${issue.path.map(String).join('.') || 'answer'}: ${issue.message}`,
    )
    return { isValid: false, errors: short(errors) }
  }
  const objections = check(parsed.data)
  return objections.length > 0 ? { isValid: false, errors: short(objections) } : { isValid: true, output: parsed.data }
}

/** Some servers wrap JSON in a fence although a schema was asked for; anything else around it is refused. */
function parseJson(text: string): { value: unknown } | null {
  const bare = /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/.exec(text)?.[1] ?? text
  try {
    return { value: JSON.parse(bare) }
  } catch {
    return null
  }
}

function short(errors: string[]): string[] {
  const shown = errors.slice(0, ERRORS_MAX).map((error) => error.slice(0, ERROR_LENGTH_MAX))
  return errors.length > ERRORS_MAX ? [...shown, `${errors.length - ERRORS_MAX} more of the kind.`] : shown
}
