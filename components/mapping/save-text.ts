const types: Record<string, string> = { json: 'application/json', py: 'text/x-python', yml: 'application/yaml' }

/** Hands a text to the browser as a file of this name; the browser asks or saves as its person set it. */
export function saveText(name: string, text: string): void {
  const type = types[name.split('.').at(-1) ?? ''] ?? 'text/plain'
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has its own hold on the bytes once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
