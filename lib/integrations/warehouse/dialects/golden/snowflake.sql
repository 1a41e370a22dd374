-- scout
SELECT COUNT(*) AS "rows",
  COUNT("a number") AS "c0_present",
  COUNT(DISTINCT "a number") AS "c0_distinct",
  COUNT("a moment") AS "c1_present",
  COUNT(DISTINCT "a moment") AS "c1_distinct",
  COUNT("a flag") AS "c2_present",
  COUNT(DISTINCT "a flag") AS "c2_distinct",
  COUNT("a text") AS "c3_present",
  COUNT(DISTINCT CASE WHEN OCTET_LENGTH(TO_VARCHAR("a text")) <= 1024 THEN "a text" END) AS "c3_distinct",
  MAX(OCTET_LENGTH(TO_VARCHAR("a text"))) AS "c3_bytes",
  COUNT("a document") AS "c4_present",
  COUNT("a binary") AS "c5_present"
FROM "crm"."or""d`er" SAMPLE BERNOULLI (4.0) SEED (17) WHERE "_fivetran_synced" > '2026-01-02T03:04:05.678Z'::TIMESTAMP_TZ

-- quantiles
SELECT ARRAY_CONSTRUCT(APPROX_PERCENTILE("a number"::FLOAT, 0.02), APPROX_PERCENTILE("a number"::FLOAT, 0.5)) AS "c0",
  ARRAY_CONSTRUCT(APPROX_PERCENTILE(DATE_PART(EPOCH_MICROSECOND, "a moment") / 1e6, 0.02), APPROX_PERCENTILE(DATE_PART(EPOCH_MICROSECOND, "a moment") / 1e6, 0.5)) AS "c1"
FROM "crm"."or""d`er" SAMPLE BERNOULLI (4.0) SEED (17) WHERE "_fivetran_synced" > '2026-01-02T03:04:05.678Z'::TIMESTAMP_TZ

-- top values
SELECT * FROM (
  SELECT "position", "value", "ending", "rows", ROW_NUMBER() OVER (PARTITION BY "position" ORDER BY "rows" DESC, "value") AS "place",
    COUNT(*) OVER (PARTITION BY "position") AS "seen", COUNT(CASE WHEN "rows" = 1 THEN 1 END) OVER (PARTITION BY "position") AS "once",
    COUNT(CASE WHEN "rows" = 2 THEN 1 END) OVER (PARTITION BY "position") AS "twice", SUM("rows") OVER (PARTITION BY "position") AS "out_of"
  FROM (
    SELECT CASE WHEN GROUPING("c0") = 0 THEN CASE WHEN "c0" IS NOT NULL THEN 0 END WHEN GROUPING("c1") = 0 THEN CASE WHEN "c1" IS NOT NULL THEN 1 END WHEN GROUPING("c2") = 0 THEN CASE WHEN "c2" IS NOT NULL THEN 2 END WHEN GROUPING("c3") = 0 THEN CASE WHEN "c3" IS NOT NULL THEN 3 END END AS "position", CASE WHEN GROUPING("c0") = 0 THEN LEFT(TO_VARCHAR("c0"), 200) WHEN GROUPING("c1") = 0 THEN LEFT(TO_VARCHAR("c1"), 200) WHEN GROUPING("c2") = 0 THEN '' WHEN GROUPING("c3") = 0 THEN LEFT(TO_VARCHAR("c3"), 200) END AS "value", NULL AS "ending", COUNT(*) AS "rows"
    FROM (SELECT "a number" AS "c0", "a moment" AS "c1", "a flag" AS "c2", CASE WHEN OCTET_LENGTH(TO_VARCHAR("a text")) <= 1024 THEN "a text" END AS "c3" FROM "crm"."or""d`er" SAMPLE BERNOULLI (4.0) SEED (17) WHERE "_fivetran_synced" > '2026-01-02T03:04:05.678Z'::TIMESTAMP_TZ) AS "chosen"
    GROUP BY GROUPING SETS (("c0"), ("c1"), ("c2"), ("c3"))
  ) AS "counted" WHERE "position" IS NOT NULL
) AS "ranked" WHERE "place" <= 20

-- masks
SELECT * FROM (
  SELECT "position", "mask", "rows", ROW_NUMBER() OVER (PARTITION BY "position" ORDER BY "rows" DESC, "mask") AS "place",
    SUM("rows") OVER (PARTITION BY "position") AS "out_of"
  FROM (
    SELECT CASE WHEN GROUPING("c3") = 0 THEN 3 END AS "position", CASE WHEN GROUPING("c3") = 0 THEN LEFT("c3", 60) END AS "mask", COUNT(*) AS "rows"
    FROM (SELECT REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(TRANSLATE(LEFT("a text", 60), 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 'AAAAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaa9999999999'), '[^ -~]', 'x'), 'a{2,}', 'a+'), 'A{2,}', 'A+') AS "c3" FROM "crm"."or""d`er" SAMPLE BERNOULLI (4.0) SEED (17) WHERE "_fivetran_synced" > '2026-01-02T03:04:05.678Z'::TIMESTAMP_TZ) AS "formed"
    GROUP BY GROUPING SETS (("c3"))
  ) AS "counted" WHERE "mask" IS NOT NULL
) AS "ranked" WHERE "place" <= 20

-- aggregates
SELECT "rows" AS "rows", "synced" AS "synced", "deleted" AS "deleted", "c0_present" AS "c0_present", "c0_min" AS "c0_min", "c0_max" AS "c0_max", "c0_mean" AS "c0_mean", "c0_deviation" AS "c0_deviation", "c0_kept" AS "c0_kept", "c1_present" AS "c1_present", "c1_min" AS "c1_min", "c1_max" AS "c1_max", "c2_present" AS "c2_present", "c3_present" AS "c3_present", "c3_min" AS "c3_min", "c3_max" AS "c3_max", "c3_shortest" AS "c3_shortest", "c3_longest" AS "c3_longest", "c3_length" AS "c3_length", "c3_kept" AS "c3_kept", "c4_present" AS "c4_present", "c4_shortest" AS "c4_shortest", "c4_longest" AS "c4_longest", "c4_length" AS "c4_length", "c5_present" AS "c5_present", "c5_shortest" AS "c5_shortest", "c5_longest" AS "c5_longest", "c5_length" AS "c5_length"
FROM (SELECT COUNT(*) AS "rows",
  MAX(DATE_PART(EPOCH_MICROSECOND, "_fivetran_synced") / 1e6) AS "synced",
  COUNT(CASE WHEN "_fivetran_deleted" THEN 1 END) AS "deleted",
  COUNT("a number") AS "c0_present",
  TO_VARCHAR(MIN("a number")) AS "c0_min",
  TO_VARCHAR(MAX("a number")) AS "c0_max",
  AVG("a number"::FLOAT) AS "c0_mean",
  STDDEV_SAMP("a number"::FLOAT) AS "c0_deviation",
  APPROX_COUNT_DISTINCT("a number") AS "c0_kept",
  COUNT("a moment") AS "c1_present",
  TO_VARCHAR(MIN("a moment")) AS "c1_min",
  TO_VARCHAR(MAX("a moment")) AS "c1_max",
  COUNT("a flag") AS "c2_present",
  COUNT("a text") AS "c3_present",
  LEFT(MIN("a text"), 200) AS "c3_min",
  LEFT(MAX("a text"), 200) AS "c3_max",
  MIN(LENGTH("a text")) AS "c3_shortest",
  MAX(LENGTH("a text")) AS "c3_longest",
  AVG(LENGTH("a text")) AS "c3_length",
  APPROX_COUNT_DISTINCT("a text") AS "c3_kept",
  COUNT("a document") AS "c4_present",
  MIN(OCTET_LENGTH(TO_VARCHAR("a document"))) AS "c4_shortest",
  MAX(OCTET_LENGTH(TO_VARCHAR("a document"))) AS "c4_longest",
  AVG(OCTET_LENGTH(TO_VARCHAR("a document"))) AS "c4_length",
  COUNT("a binary") AS "c5_present",
  MIN(OCTET_LENGTH("a binary")) AS "c5_shortest",
  MAX(OCTET_LENGTH("a binary")) AS "c5_longest",
  AVG(OCTET_LENGTH("a binary")) AS "c5_length"
FROM "crm"."or""d`er") AS "measured"

-- aggregates of finite values
SELECT "rows" AS "rows", "c0_present" AS "c0_present", "c0_min" AS "c0_min", "c0_max" AS "c0_max", "c0_mean" AS "c0_mean", "c0_deviation" AS "c0_deviation", "c0_nan" AS "c0_nan", "c0_above" AS "c0_above", "c0_below" AS "c0_below"
FROM (SELECT COUNT(*) AS "rows",
  COUNT("a number") AS "c0_present",
  TO_VARCHAR(MIN(IFF("a number"::FLOAT NOT IN ('NaN'::FLOAT, 'inf'::FLOAT, '-inf'::FLOAT), "a number"::FLOAT, NULL))) AS "c0_min",
  TO_VARCHAR(MAX(IFF("a number"::FLOAT NOT IN ('NaN'::FLOAT, 'inf'::FLOAT, '-inf'::FLOAT), "a number"::FLOAT, NULL))) AS "c0_max",
  AVG(IFF("a number"::FLOAT NOT IN ('NaN'::FLOAT, 'inf'::FLOAT, '-inf'::FLOAT), "a number"::FLOAT, NULL)) AS "c0_mean",
  STDDEV_SAMP(IFF("a number"::FLOAT NOT IN ('NaN'::FLOAT, 'inf'::FLOAT, '-inf'::FLOAT), "a number"::FLOAT, NULL)) AS "c0_deviation",
  COUNT(CASE WHEN "a number"::FLOAT = 'NaN'::FLOAT THEN 1 END) AS "c0_nan",
  COUNT(CASE WHEN "a number"::FLOAT = 'inf'::FLOAT THEN 1 END) AS "c0_above",
  COUNT(CASE WHEN "a number"::FLOAT = '-inf'::FLOAT THEN 1 END) AS "c0_below"
FROM "crm"."or""d`er") AS "measured"

-- bins
SELECT COUNT("a"::FLOAT) AS "b0_all", COUNT(CASE WHEN "a"::FLOAT < 0.0 THEN 1 END) AS "b0_0", COUNT(CASE WHEN "a"::FLOAT < 1.5 THEN 1 END) AS "b0_1", COUNT("b"::FLOAT) AS "b1_all" FROM "crm"."or""d`er" SAMPLE BERNOULLI (4.0) SEED (17) WHERE "_fivetran_synced" > '2026-01-02T03:04:05.678Z'::TIMESTAMP_TZ

-- duplicates of a key
SELECT COALESCE(SUM("rows" - 1), 0) AS "duplicates" FROM (
  SELECT COUNT(*) AS "rows" FROM "crm"."or""d`er" SAMPLE BERNOULLI (4.0) SEED (17) WHERE "_fivetran_synced" > '2026-01-02T03:04:05.678Z'::TIMESTAMP_TZ AND "a number" IS NOT NULL AND "a moment" IS NOT NULL AND BITAND(HASH("a number", "a moment"), 63) = 0
  GROUP BY "a number", "a moment" HAVING COUNT(*) > 1
) AS "repeated"

-- is-null
SELECT COUNT(*) AS "rows", COUNT(CASE WHEN t."a" IS NULL THEN 1 END) AS "failing" FROM "crm"."or""d`er" AS t
-- with []

-- not-among
SELECT COUNT(*) AS "rows", COUNT(CASE WHEN TO_VARCHAR(t."a") NOT IN (?, ?) THEN 1 END) AS "failing" FROM "crm"."or""d`er" AS t
-- with ["it's","b"]

-- outside-range
SELECT COUNT(*) AS "rows", COUNT(CASE WHEN (t."a"::FLOAT < ?::FLOAT OR t."a"::FLOAT > ?::FLOAT) THEN 1 END) AS "failing" FROM "crm"."or""d`er" AS t
-- with [0,10]

-- not-matching
SELECT COUNT(*) AS "rows", COUNT(CASE WHEN (TO_VARCHAR(t."a") IS NOT NULL AND NOT (REGEXP_INSTR(TO_VARCHAR(t."a"), ?) > 0)) THEN 1 END) AS "failing" FROM "crm"."or""d`er" AS t
-- with ["^x$"]

-- length-outside
SELECT COUNT(*) AS "rows", COUNT(CASE WHEN (LENGTH(TO_VARCHAR(t."a")) < ?::FLOAT) THEN 1 END) AS "failing" FROM "crm"."or""d`er" AS t
-- with [1]

-- repeated
SELECT COUNT(*) AS "rows", COUNT(CASE WHEN t."headgate_count" > 1 THEN 1 END) AS "failing" FROM (SELECT *, CASE WHEN "a" IS NOT NULL AND "b" IS NOT NULL THEN COUNT(*) OVER (PARTITION BY "a", "b") END AS "headgate_count" FROM "crm"."or""d`er") AS t
-- with []

-- without-parent
SELECT COUNT(*) AS "rows", COUNT(CASE WHEN (t."a" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "crm"."account" AS p WHERE p."id" = t."a")) THEN 1 END) AS "failing" FROM "crm"."or""d`er" AS t
-- with []

-- a sample of failing rows
SELECT LEFT(TO_VARCHAR(t."a"), 200) AS "c0", LEFT(TO_VARCHAR(t."b"), 200) AS "c1" FROM "crm"."or""d`er" AS t WHERE TO_VARCHAR(t."a") NOT IN (?, ?) LIMIT 100
-- with ["it's","b"]
