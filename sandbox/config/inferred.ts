/**
 * Choices the public documents leave open. Each is one constant, so that whoever has seen the real behaviour changes one line.
 */
export const INFERRED = {
  /** Answer to switching off a column that is locked (key or system column) at table or column level. */
  lockedColumn: { status: 400, code: 'InvalidInput' },
  /** Bulk edits (root and schema level) skip locked columns in silence instead of refusing. */
  bulkSkipsLockedColumns: true,
  /** A column gone from the source is listed in the stored config (observed: marked DELETED) … */
  storedConfigListsDeletedColumns: true,
  /** … and not in the live answer of the columns endpoint, which asks the source. */
  liveColumnsListDeletedColumns: false,
  /** Reading columns of a connection that is not connected. */
  columnsOfDisconnected: { status: 409, code: 'IllegalState' },
  /** `sync_mode` on a table that cannot switch. */
  unsupportedSyncMode: { status: 400, code: 'InvalidInput' },
  /** Sending `group_id`, `service`, `schema` or a destination-schema key in a PATCH of a connection. */
  immutableField: { status: 400, code: 'InvalidInput' },
  /** `status` of the first `sync_end` of a type promotion: observed as FAILED, while documents say FAILURE. */
  promotionStatus: 'FAILED',
  /** Re-sync of a table that is switched off or gone. */
  resyncOfExcludedTable: { status: 400, code: 'InvalidInput' },
  /** Columns that are gone from the source can be dropped from the destination like blocked ones. */
  deletedColumnsCanBeDropped: true,
  /** A destination schema that another connection of the group has. */
  takenSchema: { status: 409, code: 'Conflict' },
  /** Pre-creating a schema config when there is one already. */
  precreateTooLate: { status: 409, code: 'IllegalState' },
  /** Writing the state of a connection that is not paused. */
  stateOfUnpaused: { status: 400, code: 'BadRequest' },
  /** `POST /sync` on a paused connection answers 200 and starts nothing. */
  syncOnPausedStarts: false,
  /** `exclude_mode` value of reload that switches everything on. */
  reloadIncludeMode: 'INCLUDE',
  /** Code of a 401. */
  unauthorizedCode: 'AuthFailed',
} as const
