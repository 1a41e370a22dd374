import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ProblemError } from '@/lib/platform/http/fetch-json'
import { issuesOfProblem, issuesOfSchema } from './field-issues'

describe('issuesOfProblem', () => {
  it('takes the first sentence of each field', () => {
    const detail = {
      issues: [
        { path: 'email', message: 'Somebody has this address.' },
        { path: 'email', message: 'Second.' },
      ],
    }
    const problem = new ProblemError(422, 'invalid-input', 'The body is not as agreed.', detail, null)
    expect(issuesOfProblem(problem)).toEqual({ email: 'Somebody has this address.' })
  })

  it('is empty for a refusal of the whole and for a fault', () => {
    expect(issuesOfProblem(new ProblemError(409, 'conflict', 'Changed meanwhile.', null, null))).toEqual({})
    expect(issuesOfProblem(new Error('x'))).toEqual({})
  })
})

describe('issuesOfSchema', () => {
  it('prefers the words of the form', () => {
    const parsed = z.object({ host: z.string().min(1), port: z.number() }).safeParse({ host: '', port: 'x' })
    const issues = parsed.success ? {} : issuesOfSchema(parsed.error, { host: 'Give the host.' })
    expect(issues.host).toBe('Give the host.')
    expect(issues.port).toContain('number')
  })
})
