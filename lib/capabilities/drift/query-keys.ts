import type { ColumnDriftQuery, DriftQuery, IncidentListQuery } from './contract'

export const driftKeys = {
  all: ['drift'] as const,
  overview: (asked: DriftQuery) => ['drift', 'overview', asked] as const,
  column: (asked: ColumnDriftQuery | null) => ['drift', 'column', asked] as const,
  incidents: (asked: IncidentListQuery) => ['drift', 'incidents', asked] as const,
  retraining: ['drift', 'retraining'] as const,
}
