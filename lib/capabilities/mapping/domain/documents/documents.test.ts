import { describe, expect, it } from 'vitest'
import { fieldName, type InferredTable } from '../inferred-table'
import { parseDdl } from './parse-ddl'
import { readJsonSchema } from './read-json-schema'

const shown = (table: InferredTable | undefined) =>
  Object.fromEntries(
    table?.fields.map((field) => [fieldName(field), `${field.logical}${field.nullable ? '' : '!'}`]) ?? [],
  )

describe('parseDdl', () => {
  it('reads Postgres', () => {
    const [customers, orders] = parseDdl(`
      -- people who buy
      CREATE TABLE IF NOT EXISTS "shop"."Customers" (
        id bigserial PRIMARY KEY,
        email character varying(255) NOT NULL UNIQUE,
        born date DEFAULT '1970-01-01',
        tags text[] DEFAULT '{}'::text[],
        score double precision CHECK (score > 0 AND (score < 10)),
        balance numeric(12, 2) NOT NULL DEFAULT 0.00
      );
      CREATE TABLE orders (
        order_id uuid NOT NULL,
        line integer NOT NULL,
        customer bigint REFERENCES shop."Customers" (id) ON DELETE CASCADE,
        placed timestamp(6) with time zone,
        local timestamp without time zone,
        CONSTRAINT pk PRIMARY KEY (order_id, line)
      ) PARTITION BY RANGE (placed);
      CREATE FUNCTION f() RETURNS int AS $$ CREATE TABLE no (a int); $$ LANGUAGE sql;
      ALTER TABLE ONLY orders ADD CONSTRAINT u UNIQUE (customer, placed);
      COMMENT ON COLUMN orders.placed IS 'When it''s placed';
    `)
    expect(customers?.name).toBe('Customers')
    expect(shown(customers)).toEqual({
      id: 'LONG!',
      email: 'STRING!',
      born: 'LOCALDATE',
      tags: 'JSON',
      score: 'DOUBLE',
      balance: 'BIGDECIMAL!',
    })
    expect(shown(orders)).toEqual({
      order_id: 'STRING!',
      line: 'INT!',
      customer: 'LONG',
      placed: 'INSTANT',
      local: 'LOCALDATETIME',
    })
    expect(orders?.primaryKey).toEqual(['order_id', 'line'])
    expect(orders?.foreignKeys[0]).toMatchObject({ columns: ['customer'], table: 'Customers', references: ['id'] })
    expect(orders?.fields.find((field) => fieldName(field) === 'placed')?.description).toBe("When it's placed")
  })

  it('reads MySQL', () => {
    const [table] = parseDdl(
      "CREATE TABLE `users` (\n `id` int(10) unsigned NOT NULL AUTO_INCREMENT,\n `key` varchar(20) CHARACTER SET utf8 COLLATE utf8_bin NOT NULL DEFAULT '' COMMENT 'a, b (c)',\n `kind` enum('a','b, c') DEFAULT NULL,\n `on` tinyint(1) NOT NULL,\n `at` datetime(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),\n PRIMARY KEY (`id`),\n UNIQUE KEY `uk` (`key`(10)),\n KEY `k` (`kind`,`on`),\n CONSTRAINT `f` FOREIGN KEY (`kind`) REFERENCES `kinds` (`code`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8 /* end */;",
    )
    expect(shown(table)).toEqual({ id: 'LONG!', key: 'STRING!', kind: 'STRING', on: 'BOOLEAN!', at: 'LOCALDATETIME' })
    expect(table?.primaryKey).toEqual(['id'])
    expect(table?.primaryKeyCandidates.map(({ columns }) => columns)).toContainEqual(['key'])
  })

  it('reads Snowflake', () => {
    const [table] = parseDdl(
      'create or replace transient table DB.RAW.EVENTS (EVENT_ID NUMBER(38,0) NOT NULL autoincrement, AMOUNT NUMBER(10,2), BODY VARIANT, AT TIMESTAMP_TZ(9), NTZ TIMESTAMP_NTZ(9), constraint PK primary key (EVENT_ID)) cluster by (AT)',
    )
    expect(shown(table)).toEqual({
      EVENT_ID: 'LONG!',
      AMOUNT: 'BIGDECIMAL',
      BODY: 'JSON',
      AT: 'INSTANT',
      NTZ: 'LOCALDATETIME',
    })
  })

  it('guesses a key where none is declared', () => {
    expect(parseDdl('create table Invoice (InvoiceID int, Total money)')[0]?.primaryKey).toEqual(['InvoiceID'])
  })

  it.each([
    ['select 1', 'line 1: no CREATE TABLE statement'],
    ['create table t (\n a int,\n a text)', 'line 3: `t` has the column `a` twice'],
    ['create table t (a int)\n;\ncreate table t (b int)', 'line 3: the table `t` is defined twice'],
    ['create table t (a int, b', 'is not closed'],
    ["create table t (a int default 'x)", 'line 1: a text is never closed'],
    ['create table t (a int) /* x', 'line 1: a comment is never closed'],
    ['create table t (a int, primary key (z))', 'the key names `z`, which is no column'],
    ['create table (a int)', 'CREATE TABLE without a name'],
  ])('%j is refused: %s', (sql, message) => {
    expect(() => parseDdl(sql)).toThrow(message)
  })

  it('takes ten thousand brackets and hostile names as they come', () => {
    expect(() => parseDdl(`create table t (a int ${'('.repeat(10_000)}`)).toThrow('is not closed')
    expect(parseDdl('create table "__proto__" ("constructor" int, "a""b" text)')[0]?.fields.map(fieldName)).toEqual([
      'constructor',
      'a"b',
    ])
  })
})

describe('readJsonSchema', () => {
  it('reads OpenAPI with references, unions and formats', () => {
    const tables = readJsonSchema(
      {
        openapi: '3.0.0',
        components: {
          schemas: {
            Base: { type: 'object', required: ['id'], properties: { id: { type: 'integer', format: 'int64' } } },
            Pet: {
              allOf: [
                { $ref: '#/components/schemas/Base' },
                {
                  type: 'object',
                  required: ['name'],
                  properties: {
                    name: { type: 'string', description: 'What it is called' },
                    born_on: { type: 'string', format: 'date', nullable: true },
                    owner: { $ref: '#/components/schemas/Base' },
                    toys: { type: 'array', items: { $ref: '#/components/schemas/Base' } },
                    parent: { $ref: '#/components/schemas/Pet' },
                    size: { anyOf: [{ type: 'integer' }, { type: 'number' }] },
                    updated_at: { type: 'string', format: 'date-time' },
                  },
                },
              ],
            },
            Colour: { type: 'string', enum: ['red'] },
          },
        },
      },
      'pets',
    )
    expect(tables.map(({ name }) => name)).toEqual(['Base', 'Pet'])
    const pet = tables[1]
    expect(shown(pet)).toMatchObject({
      id: 'LONG!',
      name: 'STRING!',
      born_on: 'LOCALDATE',
      'owner.id': 'LONG',
      size: 'DOUBLE',
      updated_at: 'INSTANT',
    })
    expect(pet?.primaryKey).toEqual(['id'])
    expect(pet?.fields.find((field) => fieldName(field) === 'toys')?.holdsRecords).toBe(true)
  })

  it('reads a JSON Schema as one table', () => {
    const [table] = readJsonSchema(
      {
        type: 'object',
        properties: { id: { type: ['string', 'null'] }, n: { type: 'number' } },
        required: ['id', 'n'],
      },
      'thing',
    )
    expect([table?.name, shown(table)]).toEqual(['thing', { id: 'STRING', n: 'DOUBLE!' }])
  })

  it.each([
    [{ $defs: { A: { properties: { b: { $ref: '#/$defs/Missing' } } } } }, '`#/$defs/Missing` is not in the document'],
    [{ properties: { b: { $ref: 'https://example.com/x' } } }, 'lies outside the document'],
    [{ openapi: '3.0.0', paths: {} }, '#/components/schemas: is missing'],
    [{ properties: { b: 3 } }, '#/properties/b: must be an object'],
    [{}, '#: has neither properties nor definitions'],
    [[], '#: must be an object'],
  ])('%j is refused: %s', (document, message) => {
    expect(() => readJsonSchema(document, 'x')).toThrow(message)
  })

  it('ends where definitions contain each other', () => {
    const properties = Object.fromEntries(['x', 'y', 'z'].map((name) => [name, { $ref: '#/$defs/A' }]))
    const [table] = readJsonSchema({ $defs: { A: { properties: { ...properties, id: { type: 'integer' } } } } }, 'x')
    expect(table?.fields.length).toBeLessThan(10)
    const loop = readJsonSchema(
      {
        $defs: { A: { $ref: '#/$defs/B' }, B: { $ref: '#/$defs/A' }, C: { properties: { a: { $ref: '#/$defs/A' } } } },
      },
      'x',
    )
    expect(loop.map(({ name }) => name)).toEqual(['C'])
  })
})
