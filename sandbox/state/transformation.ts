import type { JsonObject } from './world'

export interface Transformation {
  id: string
  type: 'DBT_CORE' | 'QUICKSTART'
  status: string
  paused: boolean
  schedule: JsonObject
  config: JsonObject
  groupId: string
  createdAt: string
  createdBy: string
  lastStartedAt: string | null
  lastEndedAt: string | null
  outputModels: string[]
  run: { startedAt: string; endsAt: string; fails: boolean } | null
  /** How the next run ends; a command sets it. */
  nextOutcome: 'SUCCEEDED' | 'FAILED'
  upgradeAvailable: boolean
}

export interface TransformationProject {
  id: string
  groupId: string
  type: 'DBT_CORE'
  status: 'NOT_READY' | 'READY' | 'ERROR'
  errors: string[]
  config: JsonObject
  createdAt: string
  createdBy: string
}
