import { createDuckdbWarehouse } from '@/lib/integrations/warehouse/duckdb/create-duckdb-warehouse'
import type { WarehousePort } from '@/lib/integrations/warehouse/port'

interface WarehouseFile {
  file: string
  format: 'database' | 'parquet' | 'csv'
  /** What the rows of a Parquet or CSV file are called. */
  table: string
  memoryMbMax: number
}

/** Opens a file as a warehouse, in this process, read-only and with nothing else in reach. The caller closes it. */
export function openWarehouseFile(file: WarehouseFile): WarehousePort {
  return createDuckdbWarehouse(file)
}
