import { describe, expect, it } from 'vitest'
import { parseCappedJson } from './parse-capped-json'
import { ReplyRefusedError } from './transport-errors'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('parseCappedJson', () => {
  it('parses what is within the depth', () => {
    expect(parseCappedJson(bytes('{"a":[{"b":"]]]}}}\\"[[["}]}'), 3)).toEqual({ a: [{ b: ']]]}}}"[[[' }] })
  })

  it('refuses deeper nesting without parsing it', () => {
    expect(() => parseCappedJson(bytes('['.repeat(1_000_000)), 64)).toThrow('nested deeper than 64')
    expect(() => parseCappedJson(bytes('[[1]]'), 1)).toThrow(ReplyRefusedError)
  })

  it.each(['', '{"a":1', '<html>', '{"a":1}x'])('refuses %j', (text) => {
    expect(() => parseCappedJson(bytes(text), 64)).toThrow('not complete JSON')
  })

  it('refuses bytes that are not UTF-8', () => {
    expect(() => parseCappedJson(new Uint8Array([0x22, 0xff, 0x22]), 64)).toThrow(ReplyRefusedError)
  })
})
