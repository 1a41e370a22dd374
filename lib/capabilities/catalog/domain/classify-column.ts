import type { Evidence } from '@/lib/control-loop/proposal/domain/evidence'
import type { LogicalType } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { classifyName, type NameReading } from './classify-name'
import type { DataClass } from './data-class'
import { findEmbedded } from './find-embedded'
import { recogniseAmongOthers, type ValueForm, valueForms } from './recognise-value'

export interface ColumnToClassify {
  table: string
  column: string
  type: LogicalType | null
  /** Values as text, nulls left out; a handful is enough, a few hundred is better. */
  samples?: readonly string[] | undefined
  /** The connector type the column comes from. */
  connector?: string | undefined
}

export interface Classification {
  class: DataClass | null
  /** 0 to 1; 0 with no class. */
  confidence: number
  evidence: Evidence[]
  /** The form the values have, when they decided. */
  form: ValueForm['form'] | null
}

/** Below it the column has no class: a wrong class costs more trust than a missing one. */
const confidenceMin = 0.5
/** Values decide alone only when nearly all agree. */
const shareMin = 0.8
const samplesMin = 3
/** One value is enough where its form leaves nothing to chance; the confidence stays low. */
const tellingSamplesMin = 1

/**
 * The class of one column from its name in its table, its type, and the form of sample values. Name and values are independent witnesses:
 * agreeing they are surer than either, disagreeing the values win, because a name is only a promise. Every reason is in the evidence.
 */
export function classifyColumn({ table, column, type, samples = [], connector }: ColumnToClassify): Classification {
  const values = samples.map((value) => value.trim()).filter((value) => value !== '')
  if (values.length >= samplesMin && type === null && values.every(isYesOrNo)) {
    return none([{ verdict: 'against', text: 'values are yes or no', measure: countOf(values.length, values.length) }])
  }
  const name = classifyName({ connector, table, column, type })
  const byForm = countForms(values)
  const [form, matching] = byForm[0] ?? [null, 0]
  const enough = form?.isTelling === false ? samplesMin : tellingSamplesMin
  const valueClass = form !== null && values.length >= enough && matching / values.length >= shareMin ? form : null
  if (valueClass !== null) return fromValues(valueClass, matching, values.length, name)
  if (name !== null) return fromName(name, values, byForm)
  return fromEmbedded(values)
}

function fromValues(form: ValueForm, matching: number, all: number, name: NameReading | null): Classification {
  const evidence: Evidence[] = [{ verdict: 'for', text: `values match ${form.words}`, measure: countOf(matching, all) }]
  const byValues = lowerBound(matching, all)
  if (name === null) return { class: form.dataClass, confidence: byValues, evidence, form: form.form }
  const agrees = name.dataClass === form.dataClass
  evidence.push({
    verdict: agrees ? 'for' : 'neutral',
    text: agrees ? name.because : `${name.because}, the values say otherwise`,
    measure: null,
  })
  const confidence = agrees ? 1 - (1 - byValues) * (1 - name.confidence) : byValues
  return { class: form.dataClass, confidence, evidence, form: form.form }
}

function fromName(
  name: NameReading,
  values: readonly string[],
  byForm: readonly (readonly [ValueForm, number])[],
): Classification {
  const evidence: Evidence[] = [{ verdict: 'for', text: name.because, measure: null }]
  const hasForm = valueForms.some((form) => form.dataClass === name.dataClass)
  let confidence = name.confidence
  if (hasForm && values.length >= samplesMin && name.dataClass !== 'address' && name.dataClass !== 'phone') {
    const matching = byForm
      .filter(([form]) => form.dataClass === name.dataClass)
      .reduce((sum, [, count]) => sum + count, 0)
    const isHidden = values.every(looksHashed)
    const text = isHidden ? 'values are hashed or random' : `values have the form of this class`
    evidence.push({
      verdict: isHidden ? 'neutral' : 'against',
      text,
      measure: countOf(isHidden ? values.length : matching, values.length),
    })
    // A name that says e-mail over values that are not is still a column meant for e-mails.
    if (!isHidden) confidence *= 0.75
  }
  if (confidence < confidenceMin) return none(evidence)
  return { class: name.dataClass, confidence, evidence, form: null }
}

/** Text that is about something else but has personal values inside. */
function fromEmbedded(values: readonly string[]): Classification {
  const found = findEmbedded(values)
  if (found === null) return none([])
  const evidence: Evidence[] = [
    { verdict: 'for', text: `values contain ${found.words}`, measure: countOf(found.count, values.length) },
  ]
  return {
    class: found.dataClass,
    confidence: Math.max(confidenceMin, lowerBound(found.count, values.length)),
    evidence,
    form: null,
  }
}

function countForms(values: readonly string[]): [ValueForm, number][] {
  const counts = new Map<ValueForm, number>()
  for (const value of values) {
    const form = recogniseAmongOthers(value)
    if (form !== null) counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  return [...counts].sort(([, one], [, other]) => other - one)
}

/** The share that can be relied on after so few values: the lower end of Wilson's interval at one standard deviation. */
function lowerBound(matching: number, all: number): number {
  const share = matching / all
  const spread = Math.sqrt((share * (1 - share) + 1 / (4 * all)) / all)
  return (share + 1 / (2 * all) - spread) / (1 + 1 / all)
}

const isYesOrNo = (value: string) => /^(?:true|false|yes|no|t|f|y|n)$/i.test(value)
const looksHashed = (value: string) => /^[0-9a-f]{32,128}$/i.test(value) || /^[A-Za-z0-9+/]{22,86}={1,2}$/.test(value)
const countOf = (part: number, all: number) => `${part} of ${all}`
const none = (evidence: Evidence[]): Classification => ({ class: null, confidence: 0, evidence, form: null })
