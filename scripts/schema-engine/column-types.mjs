import { ColumnTypeEnum as Type } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const BY_OID = {
  16: Type.Boolean,
  17: Type.Bytes,
  18: Type.Character,
  19: Type.Text,
  20: Type.Int64,
  21: Type.Int32,
  23: Type.Int32,
  25: Type.Text,
  26: Type.Int64,
  114: Type.Json,
  700: Type.Float,
  701: Type.Double,
  1042: Type.Text,
  1043: Type.Text,
  1082: Type.Date,
  1083: Type.Time,
  1114: Type.DateTime,
  1184: Type.DateTime,
  1700: Type.Numeric,
  2950: Type.Uuid,
  3802: Type.Json,
  1000: Type.BooleanArray,
  1002: Type.CharacterArray,
  1003: Type.TextArray,
  1005: Type.Int32Array,
  1007: Type.Int32Array,
  1009: Type.TextArray,
  1015: Type.TextArray,
  1016: Type.Int64Array,
  1028: Type.Int64Array,
}

const asText = (value) => value
// The engine reads instants as ISO text in UTC; the session's time zone is set to UTC, so the offset is constant.
const PARSERS = {
  26: asText,
  114: asText,
  1082: asText,
  1083: asText,
  1114: (value) => `${value.replace(' ', 'T')}+00:00`,
  1184: (value) => value.replace(' ', 'T').replace(/[+-]\d\d(:\d\d)?$/, '+00:00'),
  1700: asText,
  3802: asText,
  1003: pg.types.getTypeParser(1009),
}

/** Prisma's column type for a PostgreSQL type id; anything unknown is text. */
export const columnType = (oid) => BY_OID[oid] ?? Type.Text

/** Value parsers in the shape `pg` wants. */
export const valueParsers = { getTypeParser: (oid, format) => PARSERS[oid] ?? pg.types.getTypeParser(oid, format) }
