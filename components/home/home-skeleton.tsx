import { Skeleton } from '@/components/ui/skeleton'

/** Home greyed: the channel, then two columns of rows. */
export function HomeSkeleton() {
  return (
    <>
      <div className="h-[120px] border-b border-ink-3" />
      <div className="grid xl:grid-cols-[minmax(0,1fr)_376px]">
        <Skeleton label="Reading what waits for you" rows={12} />
        <div className="hidden border-s border-line xl:block">
          <Skeleton label="Reading the pipelines" rows={8} look="two-line" />
        </div>
      </div>
    </>
  )
}
