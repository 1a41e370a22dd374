import { type Db, db, type Tx } from '@/lib/platform/db/client'
import { keepRecord, type Tally } from '../domain/track-record'
import { loadHistory } from './load-history'

/** Automation stands on the last so many proposals: an old record says little about the sources of today. */
export const historyMax = 2000

/** What was earned so far, for each effect and type of source. */
export async function readTrackRecord(from: Db | Tx = db): Promise<Map<string, Tally>> {
  return keepRecord((await loadHistory(historyMax, from)).endings)
}
