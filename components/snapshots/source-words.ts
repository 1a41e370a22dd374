import type { SnapshotSummary } from '@/lib/control-loop/snapshot/contract'

type SourceReading = SnapshotSummary['sources'][number]

const sources: Record<SourceReading['source'], string> = {
  'stored-config': 'stored settings',
  'source-columns': "source's columns",
  'information-schema': 'destination',
}
const outcomes: Record<SourceReading['outcome'], string> = {
  read: 'read',
  partly: 'read in part',
  absent: 'not there yet',
  failed: 'failed',
  'not-configured': 'no access given',
}

/** `destination failed: timed out`: one of the three places a snapshot is made from, and how reading it went. */
export function sourceSentence({ source, outcome, detail }: SourceReading): string {
  return `${sources[source]} ${outcomes[outcome]}${detail ? `: ${detail}` : ''}`
}
