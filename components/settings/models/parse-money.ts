const money = /^\$?\s*(\d{1,9})(?:[.,](\d{1,6}))?$/

/** What a person typed as dollars in, whole millionths of a dollar out; null when it is no amount. Spaces between thousands are read over. */
export function parseMoney(text: string): number | null {
  const found = money.exec(text.trim().replace(/(?<=\d)[\u00a0\u202f ](?=\d{3})/g, ''))
  if (!found) return null
  return Number(found[1]) * 1_000_000 + Number((found[2] ?? '').padEnd(6, '0'))
}

/** Millionths in, the text of a field out: `0.15`, `250`. What `parseMoney` reads back to the same. */
export function moneyText(micros: number): string {
  const whole = Math.floor(micros / 1_000_000)
  const rest = String(micros % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return rest === '' ? String(whole) : `${whole}.${rest.length === 1 ? `${rest}0` : rest}`
}
