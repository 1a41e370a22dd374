'use client'

import './globals.css'
import { ErrorState } from '@/components/ui/error-state'
import { Mark } from '@/components/ui/mark'

/** The last resort, when even the document could not be drawn: no providers stand here, so nothing may need one. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Not drawn · Headgate</title>
        <main className="min-h-dvh bg-surface px-5 py-14 md:px-24">
          <div className="px-6">
            <Mark hasWordmark />
          </div>
          <ErrorState
            title="Headgate could not be drawn."
            cause="Something went wrong on our side."
            holds="Nothing was changed: a page only reads."
            remedy="Try again. If it stays, give the id to whoever runs Headgate."
            actions={
              <button type="button" onClick={reset} className="h-7 rounded-2 border border-line-2 px-2.5 font-medium">
                Try again
              </button>
            }
            correlationId={error.digest}
          />
        </main>
      </body>
    </html>
  )
}
