'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { QueryProblem } from '@/components/console/query-problem'
import { RefetchBar } from '@/components/ui/refetch-bar'
import { Skeleton } from '@/components/ui/skeleton'
import { documentKinds, type Renderings } from '@/lib/capabilities/mapping/contract'
import { DocumentView } from './document-view'
import { documentWords } from './mapping-words'

export type DocumentsPaneProps = {
  query: Pick<UseQueryResult<Renderings>, 'data' | 'error' | 'isFetching' | 'refetch'>
  /** What is shown is of an older edit. */
  isBehind: boolean
  hasCollisions: boolean
}

/** The mapping in the words of the five programs that take it. The last documents stay while those of an edit are made. */
export function DocumentsPane({ query, isBehind, hasCollisions }: DocumentsPaneProps) {
  const [kind, setKind] = useQueryState('document', parseAsStringLiteral(documentKinds).withDefault('schema-config'))
  const { data, error, isFetching, refetch } = query
  return (
    <Tabs
      selectedKey={kind}
      onSelectionChange={(key) => setKind(documentKinds.find((one) => one === key) ?? null)}
      className="relative flex min-h-0 grow flex-col"
    >
      <RefetchBar isFetching={isFetching || isBehind} label="Writing the documents" />
      <TabList
        aria-label="Documents"
        className="flex h-11 shrink-0 items-end gap-0.5 overflow-x-auto overflow-y-hidden border-b border-line px-2"
      >
        {documentKinds.map((id) => (
          <Tab
            key={id}
            id={id}
            data-inset-focus=""
            className="relative flex h-9 cursor-default items-center px-2 whitespace-nowrap text-ink-2 hover:text-ink data-selected:font-medium data-selected:text-ink data-selected:after:absolute data-selected:after:inset-x-2 data-selected:after:bottom-0 data-selected:after:h-0.5 data-selected:after:bg-ink"
          >
            {documentWords[id].tab}
          </Tab>
        ))}
      </TabList>
      {documentKinds.map((id) => {
        const document = data?.documents.find((one) => one.kind === id)
        return (
          <TabPanel key={id} id={id} className="flex min-h-0 grow flex-col">
            {error ? (
              <QueryProblem
                title="The documents were not written."
                error={error}
                holds="Your edits are kept."
                onRetry={() => refetch()}
                isRetrying={isFetching}
              />
            ) : document === undefined ? (
              <Skeleton label="Writing the documents" look="block" rows={10} />
            ) : (
              <DocumentView document={document} isBehind={isBehind} hasCollisions={hasCollisions} />
            )}
          </TabPanel>
        )
      })}
    </Tabs>
  )
}
