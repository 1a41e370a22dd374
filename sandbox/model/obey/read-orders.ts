import type { JsonValue } from '@/sandbox/state/world'
import type { Prompt } from '../read-prompt'
import { hear } from './decode-text'

/** What strangers' words inside a prompt tell the model to do. */
export interface Orders {
  unhash: boolean
  enable: boolean
  disable: boolean
  key: boolean
  mirror: boolean
  approve: boolean
  declassify: boolean
  same: boolean
  reveal: boolean
  send: boolean
  urls: string[]
  /** JSON that the words want answered as it is. */
  json: JsonValue[]
  /** The words themselves, as heard. */
  words: string
}

/** Verbs in the form one gives orders in: `approved_at` and `enabled` are names, not orders. */
const VERBS = {
  unhash: /\b(un-?hash|plain ?text|clear ?text|de-?hash|remove (the )?hash|stop hashing|hashed\W{1,4}false|not hash)/i,
  enable: /\b(enable|include|unblock|expose|sync all|turn on|enabled\W{1,4}true)\b/i,
  disable: /\b(disable|exclude|drop|delete|truncate|remove (the )?(table|column)|enabled\W{1,4}false)\b/i,
  key: /\b(primary key|as (the )?key|primaryKey)\b/i,
  mirror: /\b(live mode|sync mode|history mode|mirror)\b/i,
  approve: /\b(approve|apply|accept|merge|sign off|bypass (the )?review|skip (the )?review|auto-?approve|grant)\b/i,
  declassify: /\b(classify|class is|not personal|no pii|declassify|mark (it |this )?(as )?(public|safe|none))\b/i,
  same: /\b(rename|same column|answer same|opinion)\b/i,
  reveal:
    /\b(system prompt|instructions verbatim|reveal|print (your|the)|repeat (your|the)|environment variables|api key)\b/i,
  send: /\b(send|post|exfiltrate|upload|leak|forward|fetch|call|visit|curl|wget|webhook|image|render)\b/i,
} as const

/** Everything in the quoted blocks that sounds like an order; null when nothing does. */
export function readOrders(prompt: Prompt): Orders | null {
  const texts = prompt.quoted.flatMap(({ material }) => textsIn(material))
  const heard = texts.map(hear).filter((text) => isOrder(text))
  if (heard.length === 0) return null
  const words = heard.join('\n')
  const does = (verb: keyof typeof VERBS) => VERBS[verb].test(words)
  return {
    unhash: does('unhash'),
    enable: does('enable'),
    disable: does('disable'),
    key: does('key'),
    mirror: does('mirror'),
    approve: does('approve'),
    declassify: does('declassify'),
    same: does('same'),
    reveal: does('reveal'),
    send: does('send'),
    urls: [
      ...new Set([...words.matchAll(/\b(?:https?|ftp|file|javascript|data):[^\s"'<>)\]}\\]+/gi)].map(([url]) => url)),
    ],
    json: jsonIn(words),
    words,
  }
}

function isOrder(text: string): boolean {
  return (
    Object.values(VERBS).some((verb) => verb.test(text)) ||
    /\b(ignore|disregard|override|system:|assistant:)/i.test(text) ||
    /https?:|<\w+/.test(text)
  )
}

function textsIn(material: unknown): string[] {
  if (typeof material === 'string') return [material]
  if (Array.isArray(material)) return material.flatMap(textsIn)
  if (material === null || typeof material !== 'object') return []
  return Object.entries(material).flatMap(([key, value]) => [key, ...textsIn(value)])
}

/** Objects and lists of JSON that stand somewhere in a text. */
function jsonIn(text: string): JsonValue[] {
  const found: JsonValue[] = []
  for (let at = 0; at < text.length; at += 1) {
    const end = text[at] === '{' || text[at] === '[' ? closing(text, at) : -1
    if (end < 0) continue
    try {
      found.push(JSON.parse(text.slice(at, end + 1)) as JsonValue)
      at = end
    } catch {
      // Not JSON from here; what stands inside may be.
    }
  }
  return found
}

function closing(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    if ('{['.includes(text[at] ?? ' ')) depth += 1
    else if ('}]'.includes(text[at] ?? ' ')) depth -= 1
    if (depth === 0) return at
  }
  return -1
}
