'use client'

import { useMutation } from '@tanstack/react-query'
import type { CatalogTablePath } from '@/components/catalog/catalog-table-href'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast'
import { readCheckFileMutation } from '@/lib/capabilities/quality/queries'
import { ProblemError } from '@/lib/platform/http/fetch-json'
import { downloadText } from './download-text'

export type CheckFilesProps = { path: CatalogTablePath }

const formats = [
  { id: 'dbt', word: 'dbt' },
  { id: 'great-expectations', word: 'Great Expectations' },
  { id: 'soda', word: 'Soda' },
  { id: 'odcs', word: 'ODCS' },
] as const

/** The checks in force as files for other tools; what a tool cannot say is told. */
export function CheckFiles({ path }: CheckFilesProps) {
  const read = useMutation({
    ...readCheckFileMutation(path),
    onSuccess: ({ name, mediaType, text, leftOut }) => {
      downloadText(name, mediaType, text)
      if (leftOut.length > 0)
        showToast(
          `${leftOut.length === 1 ? '1 check is' : `${leftOut.length} checks are`} not in the file: ${leftOut.join('; ').replaceAll('`', '')}.`,
        )
    },
    onError: (error) => showToast(error instanceof ProblemError ? error.sentence : 'The file was not made.'),
  })
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <span>Export</span>
      {formats.map(({ id, word }) => (
        <Button key={id} size="sm" isDisabled={read.isPending} onPress={() => read.mutate(id)}>
          {word}
        </Button>
      ))}
    </span>
  )
}
