'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './button'
import { Icon } from './icon'
import { IconButton } from './icon-button'

export type CopyButtonProps = {
  text: string
  label: string
  /** With its words beside the icon: "Copy link". */
  hasWords?: boolean
}

/** Puts a text on the clipboard and says so for a moment; says as plainly when the browser refuses. */
export function CopyButton({ text, label, hasWords = false }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)

  useEffect(() => {
    if (!outcome) return
    const timer = setTimeout(() => setOutcome(null), 1500)
    return () => clearTimeout(timer)
  }, [outcome])

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      setOutcome('refused')
    }
  }

  const said = outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'The browser did not allow it' : ''
  const icon = <Icon of={outcome === 'copied' ? Check : Copy} />
  return (
    <span className="inline-flex items-center">
      {hasWords ? (
        <Button icon={icon} onPress={copy}>
          {said || label}
        </Button>
      ) : (
        <IconButton icon={icon} label={said || label} size="sm" onPress={copy} />
      )}
      <span role="status" className="sr-only">
        {said}
      </span>
    </span>
  )
}
