import { type MeteredTask, meteredTasks, taskLabels } from '@/lib/capabilities/model/domain/task'

export type TaskFace = { word: string; fill: string; purpose: string }

const looks: Record<MeteredTask, Omit<TaskFace, 'word'>> = {
  'draft-mapping': {
    fill: 'var(--hg-chart-1)',
    purpose: 'Drafts what to include, exclude, hash and key when tables or columns appear.',
  },
  'describe-tables': {
    fill: 'var(--hg-chart-2)',
    purpose: 'Writes what a table and its columns hold.',
  },
  'explain-changes': {
    fill: 'var(--hg-chart-3)',
    purpose: 'Says in words what a set of changes means.',
  },
  'classify-columns': {
    fill: 'var(--hg-chart-4)',
    purpose: 'Gives a second opinion on what columns hold.',
  },
  'read-source': {
    fill: 'var(--hg-chart-5)',
    purpose: 'Reads documentation, SQL or samples of a source into tables and settings.',
  },
  'judge-rename': {
    fill: 'var(--hg-chart-6)',
    purpose: 'Weighs whether a column that went and one that came are the same.',
  },
  'advise-sync-mode': {
    fill: 'var(--hg-chart-7)',
    purpose: 'Advises how a table is synced.',
  },
  'embed-texts': {
    fill: 'var(--hg-chart-8)',
    purpose: 'Turns texts into vectors.',
  },
  'test-provider': {
    fill: 'var(--hg-chart-ref)',
    purpose: 'Asks a provider for one word, to see that it answers.',
  },
}

/** What a task is called, its colour in charts (the same everywhere), and what it does in one sentence. */
export function taskFace(task: MeteredTask): TaskFace {
  return { word: taskLabels[task], ...looks[task] }
}

/** The order in which tasks are stacked and listed. */
export const taskOrder: readonly MeteredTask[] = [...meteredTasks].sort((one, other) =>
  looks[one].fill.localeCompare(looks[other].fill),
)
