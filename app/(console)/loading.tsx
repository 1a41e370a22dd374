import { PageFrame } from '@/components/layout/page-frame'
import { Skeleton } from '@/components/ui/skeleton'

/** Any page of the console whose server part is late. */
export default function Loading() {
  return (
    <PageFrame crumbs={[]}>
      <Skeleton label="Reading the page" rows={12} />
    </PageFrame>
  )
}
