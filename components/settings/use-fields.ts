'use client'

import { useState } from 'react'
import type { z } from 'zod'
import { type FieldIssues, issuesOfProblem, issuesOfSchema } from './field-issues'

export type Fields<Name extends string> = {
  values: Record<Name, string>
  /** The props of a field: its value, its change and what is wrong with it. */
  bind: (name: Name) => { name: Name; value: string; onChange: (value: string) => void; error: string | null }
  /** Parses a request; null when it is refused, with the sentences at their fields. */
  parse: <S extends z.ZodType>(schema: S, request: unknown) => z.output<S> | null
  /** Puts what the server refused at its fields. */
  refuse: (error: unknown) => void
  reset: () => void
}

/**
 * The text of a form's fields and what is wrong with each. The contract's schema decides on both sides; `sentences` says it in
 * the product's voice. Editing a field takes its error away.
 */
export function useFields<Name extends string>(
  initial: Record<Name, string>,
  sentences: Partial<Record<Name, string>>,
): Fields<Name> {
  const [values, setValues] = useState(initial)
  const [issues, setIssues] = useState<FieldIssues>({})
  return {
    values,
    bind: (name) => ({
      name,
      value: values[name],
      onChange: (value) => {
        setValues((current) => ({ ...current, [name]: value }))
        setIssues(({ [name]: _fixed, ...rest }) => rest)
      },
      error: issues[name] ?? null,
    }),
    parse: (schema, request) => {
      const parsed = schema.safeParse(request)
      setIssues(parsed.success ? {} : issuesOfSchema(parsed.error, sentences))
      return parsed.success ? parsed.data : null
    },
    refuse: (error) => setIssues(issuesOfProblem(error)),
    reset: () => {
      setValues(initial)
      setIssues({})
    },
  }
}
