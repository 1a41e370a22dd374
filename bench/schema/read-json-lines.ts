import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'

/** The folder of labelled samples: named by the environment, never part of this repository. */
export function evaluationFolder(): string {
  const folder = process.env.SCHEMA_EVALS
  if (folder === undefined || folder === '') {
    throw new Error(
      'SCHEMA_EVALS must name the folder with the labelled samples (schema-drift, fivetran-shaped, pii-values)',
    )
  }
  return folder
}

/** Every line of a JSON-lines file of the samples, parsed by the given shape; an error names file and line. */
export function readJsonLines<Row>(path: readonly string[], shape: z.ZodType<Row>): Row[] {
  const file = join(evaluationFolder(), ...path)
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return []
      const parsed = shape.safeParse(JSON.parse(line))
      if (!parsed.success) throw new Error(`${file}:${index + 1}: ${parsed.error.message}`)
      return [parsed.data]
    })
}
