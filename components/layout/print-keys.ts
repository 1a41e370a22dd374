const named: Record<string, string> = {
  Escape: 'Esc',
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
}

/** The keys of a shortcut as they are printed on caps: "g a" becomes "G A". */
export function printKeys(keys: string): string {
  return keys
    .split(' ')
    .map((key) => named[key] ?? key.toUpperCase())
    .join(' ')
}
