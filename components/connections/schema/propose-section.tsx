'use client'

import { Hash, type LucideIcon, SquareCheck } from 'lucide-react'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { Section } from '@/components/ui/section'
import { Sentence } from '@/components/ui/sentence'
import type { ObjectNode } from './schema-node'
import type { Setting } from './stage-action'
import type { Draft } from './use-draft'

export type ProposeSectionProps = { node: ObjectNode; draft: Draft }

/** What can be asked for about this object. Choosing stages it; nothing changes before a person approves. */
export function ProposeSection({ node, draft }: ProposeSectionProps) {
  const isSynced = node.kind === 'schema' ? node.schema.enabled : node.synced === 'on'
  return (
    <Section title="Propose" note="nothing changes before approval" gutter="inspector" isFollowing>
      <div className="flex flex-col px-2 py-1.5">
        <ProposeItem
          node={node}
          draft={draft}
          setting="synced"
          icon={SquareCheck}
          word={isSynced ? 'Exclude' : 'Include'}
          keys="Space"
        />
        {node.kind === 'column' && (
          <ProposeItem
            node={node}
            draft={draft}
            setting="hashed"
            icon={Hash}
            word={node.column.hashed ? 'Unhash' : 'Hash'}
            keys="H"
          />
        )}
      </div>
    </Section>
  )
}

type ProposeItemProps = ProposeSectionProps & { setting: Setting; icon: LucideIcon; word: string; keys: string }

function ProposeItem({ node, draft, setting, icon, word, keys }: ProposeItemProps) {
  const refusal = draft.refusalFor(node, setting)
  const isStaged = draft.stagedFor(node, setting) !== null
  return (
    <>
      <button
        type="button"
        disabled={refusal !== null}
        aria-pressed={isStaged}
        onClick={() => draft.stage(node, setting)}
        className="motion-press flex h-7 items-center gap-2 rounded-2 px-2 text-start hover:bg-surface-2 disabled:text-ink-off disabled:hover:bg-transparent"
      >
        <span className={refusal ? '' : 'text-ink-2'}>
          <Icon of={icon} />
        </span>
        <span className="grow">{isStaged ? `${word}: staged, take it back` : word}</span>
        <Kbd keys={keys} />
      </button>
      {refusal && (
        <p className="px-2 pb-1.5 text-xs text-ink-3">
          <Sentence text={refusal} />
        </p>
      )}
    </>
  )
}
