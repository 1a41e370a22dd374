'use client'

import type { ReactNode } from 'react'
import { type CatalogTablePath, catalogTableHref } from '@/components/catalog/catalog-table-href'
import { PageFrame } from '@/components/layout/page-frame'
import { PageHeader } from '@/components/layout/page-header'
import { PathName } from '@/components/ui/path-name'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { TableTabs } from './table-tabs'

export type TableFrameProps = {
  path: CatalogTablePath
  part: string
  meta?: string
  actions?: ReactNode
  children: ReactNode
}

/** A part of a table's page under the table's name. */
export function TableFrame({ path, part, meta, actions, children }: TableFrameProps) {
  return (
    <PageFrame
      crumbs={[
        { label: 'Catalog', href: '/catalog' },
        { label: revealInvisible(path.table), href: catalogTableHref(path) },
        { label: part },
      ]}
    >
      <PageHeader title={<PathName path={[path.schema, path.table]} size="title" />} meta={meta} actions={actions} />
      <TableTabs path={path} />
      {children}
    </PageFrame>
  )
}
