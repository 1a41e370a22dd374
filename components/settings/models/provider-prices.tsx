'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { formatMoney } from '@/components/ui/format-money'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { ProviderView } from '@/lib/capabilities/model/contract'
import { PricesForm } from './prices-form'

export type ProviderPricesProps = { provider: ProviderView; mayEdit: boolean }

/** What each model of a provider costs. A model without a price is never asked. */
export function ProviderPrices({ provider, mayEdit }: ProviderPricesProps) {
  const [isEditing, setIsEditing] = useState(false)
  const { prices } = provider
  return (
    <div className="mt-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-2xs font-medium text-ink-3">Prices, US dollars a million tokens</h3>
        {!isEditing && (
          <Button size="sm" kind="quiet" onPress={() => setIsEditing(true)} isDisabled={!mayEdit}>
            {prices.length === 0 ? 'Add a price…' : 'Edit the prices…'}
          </Button>
        )}
      </div>
      {isEditing ? (
        <PricesForm provider={provider} onDone={() => setIsEditing(false)} />
      ) : prices.length === 0 ? (
        <p className="text-xs text-warn-ink">No model has a price: none of this provider is asked.</p>
      ) : (
        <div className="max-sm:[&_table]:min-w-[460px]">
          <Table
            label={`Prices of ${revealInvisible(provider.name)}`}
            density="compact"
            gutter="narrow"
            widths={[null, '92px', '92px', '104px']}
          >
            <TableHead>
              <HeadCell>Model</HeadCell>
              <HeadCell align="end">In</HeadCell>
              <HeadCell align="end">Out</HeadCell>
              <HeadCell>For</HeadCell>
            </TableHead>
            <TableBody>
              {prices.map((price) => (
                <Row key={price.model}>
                  <Cell text="mono" isRowHead>
                    {revealInvisible(price.model)}
                  </Cell>
                  <Cell align="end">{formatMoney(price.inputMicrosPerMillion)}</Cell>
                  <Cell align="end">{price.isEmbedding ? 'none' : formatMoney(price.outputMicrosPerMillion)}</Cell>
                  <Cell text="small" tone="ink-3">
                    {price.isEmbedding ? 'embeddings' : 'answers'}
                  </Cell>
                </Row>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </div>
  )
}
