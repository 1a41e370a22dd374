import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { libraryStyleHashes } from './style-hashes'

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
const read = (path: string) => readFileSync(`node_modules/${path}`, 'utf8')

/** The template literal a react-aria file assigns to `style.textContent`, with its one placeholder filled. */
function styleOf(path: string): string {
  const source = read(path)
  const [, text] = /style\.textContent = `([\s\S]*?)`\.trim\(\)/.exec(source) ?? []
  const [, attribute] = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(source) ?? []
  return (text ?? '').replace(/\$\{[^}]+\}/g, attribute ?? '').trim()
}

it('allows exactly the styles that the installed libraries insert', () => {
  const [, sonner] = /__insertCSS\("((?:[^"\\]|\\.)*)"\)/.exec(read('sonner/dist/index.mjs')) ?? []
  expect(libraryStyleHashes).toEqual({
    empty: hashOf(''),
    sonner: hashOf(JSON.parse(`"${sonner}"`)),
    reactAriaPress: hashOf(styleOf('react-aria/dist/private/interactions/usePress.mjs')),
    reactAriaScroll: hashOf(styleOf('react-aria/dist/private/overlays/usePreventScroll.mjs')),
  })
})
