import { driftBars } from '../column/drift-bars'
import { adjustForMany } from '../column/judge-table'
import { twoSharesTail } from '../statistics/two-shares'
import type { DocumentProfile, JsonType, PathProfile } from './profile-documents'

export interface DocumentFinding {
  kind:
    | 'path-appeared'
    | 'path-disappeared'
    | 'path-share-changed'
    | 'type-appeared'
    | 'type-disappeared'
    | 'type-share-changed'
  path: string
  type: JsonType | null
  baselineRate: number
  currentRate: number
  /** After correction across all paths and types. */
  p: number
}

export interface DocumentJudgement {
  verdict: 'drift' | 'stable' | 'cannot-tell'
  findings: DocumentFinding[]
  why: string
}

/** A share has to move by this much to matter where it stays above zero on both sides. */
const shareMin = 0.05
/** A path or type that comes or goes matters from this share of the documents on. */
const arrivalMin = 0.01

/**
 * What changed in the shape of JSON documents: paths and types that came, went, or hold another share of them. A type's share is of the documents that
 * have its path. Each needs significance, corrected across everything compared, and a floor of effect; too few documents is `cannot-tell`. A whole
 * number where the baseline has fractions is no other type. What is below a path that came or went is not listed by itself.
 */
export function judgeDocuments(
  baseline: DocumentProfile,
  current: DocumentProfile,
  level: number = driftBars.level,
): DocumentJudgement {
  const [n, m] = [baseline.documents, current.documents]
  if (Math.min(n, m) < driftBars.rowsMin) {
    const why = `${n} documents before and ${m} now are too few: it takes ${driftBars.rowsMin} on each side`
    return { verdict: 'cannot-tell', findings: [], why }
  }
  const paths = [...new Set([...baseline.paths.keys(), ...current.paths.keys()])].sort()
  const compared = paths.flatMap((path) => {
    const [before, after] = [baseline.paths.get(path), current.paths.get(path)]
    const presence = compare(path, null, [before?.present ?? 0, n], [after?.present ?? 0, m])
    const types = before === undefined || after === undefined ? [] : compareTypes(path, before, after)
    return [presence, ...types]
  })
  const adjusted = adjustForMany(compared.map(({ p }) => p))
  const found = compared
    .map((one, index) => ({ ...one, p: adjusted[index] ?? 1 }))
    .filter((one) => one.p <= level && isLarge(one))
  const findings = found.filter(({ path, kind }) => !found.some((other) => isWithin(path, kind, other)))
  const why =
    findings.length === 0
      ? `The shape of ${m.toLocaleString('en')} documents is that of the baseline`
      : findings.slice(0, 3).map(describe).join('; ') + (findings.length > 3 ? `; and ${findings.length - 3} more` : '')
  return { verdict: findings.length === 0 ? 'stable' : 'drift', findings, why }
}

function compareTypes(path: string, before: PathProfile, after: PathProfile): DocumentFinding[] {
  // Where the baseline had fractions a whole number is one of them; where it had none, a fraction is another type.
  const hadNumbers = (before.types.number ?? 0) > 0
  const [one, other] = [countTypes(before, hadNumbers), countTypes(after, hadNumbers)]
  const types = [...new Set([...one.keys(), ...other.keys()])].sort()
  // One of two types tells what the other would; the one that came or went says it best.
  const cameOrWent = types.filter((type) => !one.has(type) || !other.has(type))
  const told = types.length !== 2 ? types : cameOrWent.length > 0 ? cameOrWent : types.slice(0, 1)
  return told.map((type) =>
    compare(path, type, [one.get(type) ?? 0, before.present], [other.get(type) ?? 0, after.present]),
  )
}

function countTypes({ types, present }: PathProfile, isWholeANumber: boolean): Map<JsonType, number> {
  const counts = new Map(Object.entries(types) as [JsonType, number][])
  const whole = counts.get('integer')
  if (whole === undefined || !isWholeANumber) return counts
  counts.delete('integer')
  // A document with both within one list counts once.
  counts.set('number', Math.min(present, (counts.get('number') ?? 0) + whole))
  return counts
}

function compare(
  path: string,
  type: JsonType | null,
  [count, of]: readonly [number, number],
  [countNow, ofNow]: readonly [number, number],
): DocumentFinding {
  const what = type === null ? 'path' : 'type'
  const kind = count === 0 ? 'appeared' : countNow === 0 ? 'disappeared' : 'share-changed'
  return {
    kind: `${what}-${kind}`,
    path,
    type,
    baselineRate: of === 0 ? 0 : count / of,
    currentRate: ofNow === 0 ? 0 : countNow / ofNow,
    p: twoSharesTail(count, of, countNow, ofNow) ?? 1,
  }
}

function isLarge({ kind, baselineRate, currentRate }: DocumentFinding): boolean {
  const difference = Math.abs(currentRate - baselineRate)
  return difference >= (kind.endsWith('share-changed') ? shareMin : arrivalMin)
}

/** Whether a finding only says again, of a part, what another says of the whole. */
function isWithin(path: string, kind: DocumentFinding['kind'], other: DocumentFinding): boolean {
  const isBelow = path.startsWith(`${other.path}.`) || path.startsWith(`${other.path}[]`)
  return isBelow && kind === other.kind && other.type === null
}

function describe({ kind, path, type, baselineRate, currentRate }: DocumentFinding): string {
  const what = type === null ? path : `${path} as ${type}`
  const verb = kind.endsWith('disappeared') ? 'is gone' : kind.endsWith('appeared') ? 'is there now' : 'changed'
  return `${what} ${verb} (${percent(baselineRate)} → ${percent(currentRate)})`
}

const percent = (rate: number) => `${Number((rate * 100).toPrecision(3))} %`
