'use client'

import { useState } from 'react'
import type { CatalogTablePath } from '@/components/catalog/catalog-table-href'
import { rightReason } from '@/components/connections/right-reason'
import { Button } from '@/components/ui/button'
import { Sentence } from '@/components/ui/sentence'
import type { TableChecks } from '@/lib/capabilities/quality/contract'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { describeBackTest } from './describe-back-test'
import { ProposeCheckDialog } from './propose-check-dialog'

export type SuggestionRowProps = {
  suggestion: TableChecks['suggestions'][number]
  path: CatalogTablePath
  role: Role | null
}

/** One suggested check: what speaks for it, what it would have said of the past, and the way to propose it. */
export function SuggestionRow({ suggestion, path, role }: SuggestionRowProps) {
  const [isOpen, setOpen] = useState(false)
  const { title, bound, why, backTest, terms } = suggestion
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b border-line px-5 py-2.5">
      <div className="min-w-60 grow basis-0">
        <p className="font-medium">
          <Sentence text={title} />
        </p>
        <p className="text-xs text-ink-2">{why.join(' ')}</p>
        <p className="text-xs text-ink-3">{describeBackTest(backTest)}</p>
      </div>
      <p className="w-36 shrink-0 text-xs text-ink-2">
        {bound}, {terms.severity === 'fail' ? 'else it fails' : 'else it warns'}
      </p>
      <Button
        size="sm"
        aria-label={`Accept: ${title.replaceAll('`', '')}`}
        disabledReason={rightReason(role, 'proposals.write', 'propose checks')}
        onPress={() => setOpen(true)}
      >
        Accept
      </Button>
      {isOpen && (
        <ProposeCheckDialog
          kind="add-check"
          path={path}
          title={title}
          terms={terms}
          reason={`${why.join(' ')} ${describeBackTest(backTest)}`}
          isOpen
          onOpenChange={setOpen}
        />
      )}
    </li>
  )
}
