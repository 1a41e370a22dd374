import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { toAnswerSchema } from './answer-schema'

describe('toAnswerSchema', () => {
  it('closes objects, requires everything, and says only what every server knows', () => {
    const schema = z.strictObject({
      rationale: z.string().min(1).max(100),
      actions: z
        .array(
          z.discriminatedUnion('kind', [
            z.object({ kind: z.literal('a'), on: z.boolean() }),
            z.object({ kind: z.literal('b') }),
          ]),
        )
        .max(5),
      note: z.string().nullable().default(null),
    })
    expect(toAnswerSchema(schema)).toEqual({
      type: 'object',
      additionalProperties: false,
      required: ['rationale', 'actions', 'note'],
      properties: {
        rationale: { type: 'string' },
        actions: {
          type: 'array',
          items: {
            anyOf: [
              {
                type: 'object',
                additionalProperties: false,
                required: ['kind', 'on'],
                properties: { kind: { type: 'string', const: 'a' }, on: { type: 'boolean' } },
              },
              {
                type: 'object',
                additionalProperties: false,
                required: ['kind'],
                properties: { kind: { type: 'string', const: 'b' } },
              },
            ],
          },
        },
        note: { type: ['string', 'null'] },
      },
    })
  })
})
