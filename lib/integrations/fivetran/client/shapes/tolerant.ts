import { z } from 'zod'

/**
 * Building blocks for reading the service's payloads: lenient where it is careless (null for absent, casing of enums, numbers as
 * text), strict about what is then relied upon.
 */

/** A boolean that may be null or missing. */
export const flag = (absent: boolean) =>
  z
    .boolean()
    .nullish()
    .transform((value) => value ?? absent)

/** A text that may be null or missing. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null)

/** An enum of ours found by the service's spelling in any case; anything unknown becomes `unknown`. */
export function word<Known extends string>(known: readonly Known[]) {
  return z
    .unknown()
    .optional()
    .transform((value): Known | 'unknown' => {
      const spelled = typeof value === 'string' ? value.toLowerCase() : null
      return known.find((one) => one === spelled) ?? 'unknown'
    })
}

/** An instant with up to microseconds. Absent is null; a text that is no instant is an error, since freshness is judged by it. */
export const instant = z
  .string()
  .nullish()
  .transform((value, context) => {
    if (value === null || value === undefined || value === '') return null
    // Without a zone the service means UTC; the parser would take it as local time.
    const date = new Date(/(Z|[+-]\d\d:?\d\d)$/i.test(value) ? value : `${value}Z`)
    if (Number.isNaN(date.getTime())) {
      context.addIssue({ code: 'custom', message: `"${value.slice(0, 40)}" is not an instant` })
      return z.NEVER
    }
    return date
  })

/** A whole number that may come as text; anything else is null. */
export const wholeNumber = z
  .unknown()
  .optional()
  .transform((value) => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    return typeof number === 'number' && Number.isInteger(number) ? number : null
  })

/** The first complaint of a failed reading as one phrase: `status.tasks: expected array`. */
export function describeIssue(error: z.ZodError): string {
  const [issue] = error.issues
  if (!issue) return 'unreadable'
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`
}
