import type { Action, ActionKind } from './action'
import type { DraftSide } from './drafting'
import { settingKey, settingOfAction } from './setting-of-action'

export interface MergedDrafts {
  actions: Action[]
  sides: DraftSide[]
  /** How many actions only the model has. */
  fromModel: number
}

/**
 * Lays the rules' draft and a model's checked one side by side, setting by setting. What the rules say stays, unless the model says something
 * that lets fewer plain values through; what only the model says is added; that the model leaves something out takes nothing away. So a model can
 * narrow and add, and can never take a protection out. What is no setting a model may draft (bookkeeping) is the rules' alone and comes last.
 */
export function mergeDrafts(
  rules: readonly Action[],
  model: readonly Action[],
  modelKinds: readonly ActionKind[],
): MergedDrafts {
  const byKey = new Map(model.map((action) => [settingKey(action), action]))
  const actions: Action[] = []
  const bookkeeping: Action[] = []
  const sides: DraftSide[] = []
  for (const ruled of rules) {
    const setting = settingOfAction(ruled)
    if (setting === null || !modelKinds.includes(ruled.kind)) {
      bookkeeping.push(ruled)
      continue
    }
    const other = byKey.get(settingKey(ruled))
    byKey.delete(settingKey(ruled))
    const said = other ? settingOfAction(other) : null
    const { path } = setting
    const side = { path, setting: setting.setting, rules: setting.value, model: said?.value ?? null }
    if (other === undefined || said === null) {
      actions.push(ruled)
      sides.push({ ...side, taken: 'rules', because: 'only the rules say it' })
    } else if (said.value === setting.value) {
      actions.push(ruled)
      sides.push({ ...side, taken: 'both', because: 'both say so' })
    } else if (said.isProtective) {
      actions.push(other)
      sides.push({ ...side, taken: 'model', because: 'the more cautious of the two' })
    } else {
      actions.push(ruled)
      const because = setting.isProtective ? 'the more cautious of the two' : 'the rules stand where drafts differ'
      sides.push({ ...side, taken: 'rules', because })
    }
  }
  for (const action of byKey.values()) {
    const setting = settingOfAction(action)
    if (setting === null) continue
    actions.push(action)
    const { path, value } = setting
    sides.push({
      path,
      setting: setting.setting,
      rules: null,
      model: value,
      taken: 'model',
      because: 'only the model says it',
    })
  }
  return {
    actions: [...actions, ...bookkeeping],
    sides,
    fromModel: sides.filter(({ taken }) => taken === 'model').length,
  }
}
