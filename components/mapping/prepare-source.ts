import type { SourceKind } from '@/lib/capabilities/mapping/contract'
import type { ProblemError } from '@/lib/platform/http/fetch-json'

/** `documentation` is read by a model first; the rest by rules. */
export type TextKind = Exclude<SourceKind, 'connection' | 'document'> | 'documentation'

/** What a text is, by the name of its file and its beginning; null when neither says. */
export function guessKind(fileName: string | null, text: string): TextKind | null {
  if (fileName !== null && /\.(?:sql|ddl)$/i.test(fileName)) return 'ddl'
  if (fileName !== null && /\.(?:csv|tsv|psv|ndjson|jsonl)$/i.test(fileName)) return 'records'
  const start = text.slice(0, 4_000)
  if (/^\uFEFF?\s*(?:--[^\n]*\s+|\/\*[\s\S]*?\*\/\s*)*(?:create|alter|comment)\s/i.test(start)) return 'ddl'
  if (/^\uFEFF?\s*\{/.test(start) && /"(?:openapi|swagger|\$schema|\$defs)"\s*:/.test(start)) return 'openapi'
  return /^\uFEFF?\s*[[{]/.test(start) ? 'records' : null
}

/** A file's name without folder and extension, as the name of a source. */
export function sourceNameOf(fileName: string): string {
  return (fileName.split(/[\\/]/).at(-1) ?? fileName).replace(/\.[^.]+$/, '') || fileName
}

/** Bytes as people read them: `812 B`, `12.4 KiB`, `7.9 MiB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const inKib = bytes / 1024
  return inKib < 1024 ? `${inKib.toFixed(1)} KiB` : `${(inKib / 1024).toFixed(1)} MiB`
}

/** The line a refusal names, counted from 1; null when it names none. */
export function faultLine(error: Pick<ProblemError, 'detail'>): number | null {
  const issues = error.detail?.issues
  const first: unknown = Array.isArray(issues) ? issues[0] : null
  if (typeof first !== 'object' || first === null || !('path' in first)) return null
  const found = /^line (\d+)$/.exec(String(first.path))
  return found === null ? null : Number(found[1])
}

/** Where a line stands within a text; null when there is no such line. */
export function findLine(text: string, line: number): { from: number; to: number } | null {
  let from = 0
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', from)
    if (end === -1) return null
    from = end + 1
  }
  const end = text.indexOf('\n', from)
  return { from, to: end === -1 ? text.length : end }
}
