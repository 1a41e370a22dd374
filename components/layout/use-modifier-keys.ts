import { useEffect } from 'react'
import { showToast } from '@/components/ui/toast'

/** The two keys with a modifier: the palette, and copying the address of what is shown. */
export function useModifierKeys(openPalette: () => void) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey || event.defaultPrevented) return
      if (event.key === 'k') {
        event.preventDefault()
        openPalette()
      } else if (event.key === '.') {
        event.preventDefault()
        navigator.clipboard.writeText(window.location.href).then(
          () => showToast('Link copied.'),
          () => showToast('The browser did not allow copying.'),
        )
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [openPalette])
}
