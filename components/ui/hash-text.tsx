import { CopyButton } from './copy-button'
import { shortenHash } from './shorten-hash'

export type HashTextProps = { hash: string; isCopyable?: boolean }

/** A hash with its middle cut, whole in the tooltip and in the clipboard. */
export function HashText({ hash, isCopyable = false }: HashTextProps) {
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      <span title={hash} className="mono">
        {shortenHash(hash)}
      </span>
      {isCopyable && <CopyButton text={hash} label="Copy hash" />}
    </span>
  )
}
