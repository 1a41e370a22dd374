import { createReadStream } from 'node:fs'
import { type CliStreams, InputError } from './command'

/** The bytes of a file, or of standard input when it is `-`. */
export function openBytes(file: string, streams: CliStreams): AsyncIterable<Uint8Array> {
  return file === '-' ? streams.stdin : createReadStream(file, { highWaterMark: 1 << 18 })
}

/**
 * The text of a stream of bytes in pieces, as UTF-8, or UTF-16 where a byte order mark says so. Refuses bytes that are no such text and
 * names their line, because a replaced character would silently become part of a name.
 */
export async function* readText(bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let line = 1
  try {
    for await (const chunk of bytes) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
      const text = decodeChunk(decoder, chunk, file, line)
      line += countLines(text)
      if (text !== '') yield text
    }
    decoder?.decode()
  } catch (error) {
    if (error instanceof InputError) throw error
    if (error instanceof TypeError) throw new InputError(`${nameOf(file)}:${line}: the text ends within a character`)
    throw new InputError(`${nameOf(file)}: ${error instanceof Error ? error.message : 'cannot be read'}`)
  }
}

/** The lines of a text with their numbers, blank ones left out. */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<{ line: number; text: string }> {
  let rest = ''
  let line = 0
  for await (const piece of readText(bytes, file)) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) {
      line += 1
      if (text.trim() !== '') yield { line, text }
    }
  }
  if (rest.trim() !== '') yield { line: line + 1, text: rest }
}

/** Everything at once. */
export async function readWhole(bytes: AsyncIterable<Uint8Array>, file: string): Promise<string> {
  const pieces: string[] = []
  for await (const piece of readText(bytes, file)) pieces.push(piece)
  return pieces.join('')
}

/** A file as messages name it. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function decodeChunk(decoder: TextDecoder, chunk: Uint8Array, file: string, line: number): string {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch {
    // Read leniently once more only to say where: the first replacement character stands for the bad byte.
    const text = new TextDecoder(decoder.encoding).decode(chunk)
    const at = text.indexOf('\uFFFD')
    const bad = line + countLines(at === -1 ? '' : text.slice(0, at))
    throw new InputError(`${nameOf(file)}:${bad}: not ${decoder.encoding.toUpperCase()} text`)
  }
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
