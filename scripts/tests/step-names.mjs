/** The steps of `npm test`, cheapest first. */
export const STEP_NAMES = ['lockfile', 'lint', 'knip', 'types', 'drift', 'unit', 'services', 'e2e']
