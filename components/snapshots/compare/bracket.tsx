export type BracketProps = { part: 'top' | 'middle' | 'bottom' }

const parts = {
  top: 'top-1/2 -bottom-px border-s-[1.5px] border-t-[1.5px] rounded-ss-2',
  middle: '-top-px -bottom-px border-s-[1.5px]',
  bottom: '-top-px h-[calc(50%+1px)] border-s-[1.5px] border-b-[1.5px] rounded-es-2',
} as const

/** Its part of the line that joins two names which may be one object. The words beside it say the same. */
export function Bracket({ part }: BracketProps) {
  return (
    <>
      <span aria-hidden="true" className={`absolute -end-1.5 w-2.5 border-ink-2 ${parts[part]}`} />
      {part === 'middle' && (
        <span aria-hidden="true" className="absolute -end-1.5 top-1/2 w-2.5 border-t-[1.5px] border-ink-2" />
      )}
    </>
  )
}
