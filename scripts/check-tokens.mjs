// Measures tokens.css: contrast of every text and UI pair in both themes, gamut, and colour-blind distance of the chart series.
// Run: node scripts/check-tokens.mjs   (exits 1 when a law is broken; --md prints the contrast table)
import { readFileSync } from 'node:fs'

const css = readFileSync(new URL('../app/tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
const tokens = new Map(
  [...css.matchAll(/(--hg-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [
    name.slice(5),
    value.trim().replace(/\s+/g, ' ').replace(/\( /g, '(').replace(/ \)/g, ')'),
  ]),
)

function resolve(name, theme) {
  const value = tokens.get(name)
  if (value === undefined) throw new Error(`unknown token ${name}`)
  const alias = value.match(/^var\(--hg-([\w-]+)\)$/)
  if (alias) return resolve(alias[1], theme)
  const pair = value.match(/^light-dark\(oklch\(([^)]+)\),\s*oklch\(([^)]+)\)\)$/)
  if (!pair) throw new Error(`not a colour: ${name}`)
  return pair[theme === 'light' ? 1 : 2].split('/')[0].trim().split(/\s+/).map(Number)
}

const gammaIn = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
const gammaOut = (v) => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055)
const clamp = (rgb) => rgb.map((v) => Math.min(1, Math.max(0, v)))

function linear([L, C, h]) {
  const a = C * Math.cos((h * Math.PI) / 180)
  const b = C * Math.sin((h * Math.PI) / 180)
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}
const displayed = (lch) => clamp(linear(lch)).map((v) => gammaIn(Math.round(gammaOut(v) * 255) / 255))
const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b
function contrast(one, two) {
  const [x, y] = [luminance(displayed(one)), luminance(displayed(two))]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}
const hex = (lch) =>
  '#' +
  clamp(linear(lch))
    .map((v) =>
      Math.round(gammaOut(v) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')

function oklab([r, g, b]) {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
const sight = {
  // Machado, Oliveira, Fernandes 2009, severity 1.0
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}
const seen = (lch, kind) =>
  oklab(clamp(sight[kind].map((row) => row.reduce((sum, w, i) => sum + w * displayed(lch)[i], 0))))
const distance = (a, b) => 100 * Math.hypot(...a.map((v, i) => v - b[i]))

const grounds = ['surface', 'canvas', 'surface-2', 'surface-3', 'raised']
const washes = ['water-bg', 'good-bg', 'warn-bg', 'bad-bg', 'wait-bg', 'mark-bg']
const rows = []
const text = (name, on) => rows.push({ name, on, need: 4.5 })
const ui = (name, on) => rows.push({ name, on, need: 3 })
for (const name of ['ink', 'ink-2', 'ink-3']) text(name, grounds)
text('on-ink', ['ink-fill', 'ink-fill-2'])
text('on-water', ['water', 'water-2'])
for (const name of ['water', 'good', 'warn', 'bad', 'wait', 'mark']) text(`${name}-ink`, [`${name}-bg`, ...grounds])
for (const name of ['ink', 'ink-2', 'ink-3']) text(name, washes)
text('wait-ink', ['good-bg', 'bad-bg', 'mark-bg']) // follow-up on a diff row
for (const name of ['good', 'warn', 'bad']) text(`${name}-ink`, ['good-bg', 'bad-bg', 'mark-bg', 'wait-bg']) // risk and severity on diff and ghost rows
text('ink', ['added-word', 'removed-word'])
ui('line-control', ['surface', 'canvas', 'surface-2'])
ui('focus', grounds)
ui('water', grounds)
for (let n = 1; n <= 8; n++) ui(`chart-${n}`, ['surface'])
ui('chart-ref', ['surface'])
for (const n of [2, 3, 4]) ui(`level-${n}`, ['surface', 'level-track'])

let broken = 0
const markdown = process.argv.includes('--md')
for (const { name, on, need } of rows) {
  const cells = ['light', 'dark'].map((theme) =>
    on.map((ground) => contrast(resolve(name, theme), resolve(ground, theme))),
  )
  const worst = cells.map((list) => Math.min(...list))
  const ok = worst.every((value) => value >= need)
  if (!ok) broken++
  if (markdown)
    console.log(
      `| ${name} | ${on.join(', ')} | ${need} | ${cells[0].map((v) => v.toFixed(2)).join(' · ')} | ${cells[1].map((v) => v.toFixed(2)).join(' · ')} |`,
    )
  else
    console.log(
      ok ? 'ok  ' : 'FAIL',
      name.padEnd(13),
      `>=${need}`,
      'light',
      worst[0].toFixed(2).padStart(6),
      'dark',
      worst[1].toFixed(2).padStart(6),
      hex(resolve(name, 'light')),
      hex(resolve(name, 'dark')),
      ' on',
      on.join(', '),
    )
}
for (const [name, value] of tokens) {
  if (!value.startsWith('light-dark(')) continue
  for (const theme of ['light', 'dark']) {
    if (linear(resolve(name, theme)).some((v) => v < -0.002 || v > 1.002)) {
      console.log('FAIL out of sRGB:', name, theme)
      broken++
    }
  }
}
for (const theme of ['light', 'dark']) {
  for (const kind of Object.keys(sight)) {
    let least = { value: Infinity, pair: '' }
    for (let i = 1; i <= 8; i++)
      for (let j = i + 1; j <= 8; j++) {
        const value = distance(seen(resolve(`chart-${i}`, theme), kind), seen(resolve(`chart-${j}`, theme), kind))
        if (value < least.value) least = { value, pair: `${i}-${j}` }
      }
    const ok = least.value >= (kind === 'tritan' ? 7 : 8)
    if (!ok) broken++
    console.log(
      ok ? 'ok  ' : 'FAIL',
      `charts ${theme} ${kind}: least distance ${least.value.toFixed(1)} between ${least.pair}`,
    )
  }
}
console.log(broken ? `${broken} broken` : 'all laws hold')
process.exit(broken ? 1 : 0)
