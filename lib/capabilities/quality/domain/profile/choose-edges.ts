import { BINS_MAX } from './profile-request'

/** The shares of rows at which edges are asked for: every fiftieth, the ends left out. */
export const edgePoints: readonly number[] = Array.from({ length: BINS_MAX - 1 }, (_, index) => (index + 1) / BINS_MAX)

/**
 * Inner edges of a histogram from values at `edgePoints`: ascending, each once. Bins of equal share rather than equal width, because a
 * distribution's shift is seen as finely in its tail as in its middle; a value that fills many bins gets one. Values that are not finite are left out.
 */
export function chooseEdges(values: readonly number[]): number[] {
  return [...new Set(values.filter(Number.isFinite))].sort((one, other) => one - other)
}
