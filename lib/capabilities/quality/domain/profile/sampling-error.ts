/**
 * Greatest distance between the share of rows at or below any value in a random sample and in the table, at 99 %: the Dvoretzky–Kiefer–Wolfowitz
 * inequality with Massart's constant, sqrt(ln(2 / 0.01) / 2n). `rows` is the size of the sample; 1 for an empty one.
 */
export function rankErrorMax(rows: number): number {
  return rows <= 0 ? 1 : Math.min(1, Math.sqrt(Math.log(2 / 0.01) / (2 * rows)))
}

/** Half the width of the 95 % interval of a share in a random sample of that many rows, at its widest: 1.96 · sqrt(0.25 / n). */
export function shareErrorMax(rows: number): number {
  return rows <= 0 ? 1 : Math.min(1, 1.96 * Math.sqrt(0.25 / rows))
}
