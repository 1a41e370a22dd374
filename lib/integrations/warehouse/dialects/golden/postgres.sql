-- scout
SELECT COUNT(*) AS "rows",
  COUNT("a number") AS "c0_present",
  COUNT(DISTINCT "a number") AS "c0_distinct",
  COUNT("a moment") AS "c1_present",
  COUNT(DISTINCT "a moment") AS "c1_distinct",
  COUNT("a flag") AS "c2_present",
  COUNT(DISTINCT "a flag") AS "c2_distinct",
  COUNT("a text") AS "c3_present",
  COUNT(DISTINCT CASE WHEN octet_length("a text") <= 1024 THEN "a text" END) AS "c3_distinct",
  MAX(octet_length("a text")) AS "c3_bytes",
  COUNT("a document") AS "c4_present",
  COUNT("a binary") AS "c5_present"
FROM "crm"."or""d`er" TABLESAMPLE BERNOULLI (4.0) REPEATABLE (17) WHERE "_fivetran_synced" > TIMESTAMPTZ '2026-01-02T03:04:05.678Z'

-- quantiles
SELECT percentile_disc(ARRAY[0.02, 0.5]::float8[]) WITHIN GROUP (ORDER BY "a number"::float8) AS "c0",
  percentile_disc(ARRAY[0.02, 0.5]::float8[]) WITHIN GROUP (ORDER BY date_part('epoch', "a moment")) AS "c1"
FROM "crm"."or""d`er" TABLESAMPLE BERNOULLI (4.0) REPEATABLE (17) WHERE "_fivetran_synced" > TIMESTAMPTZ '2026-01-02T03:04:05.678Z'

-- top values
SELECT * FROM (
  SELECT "position", "value", "ending", "rows", ROW_NUMBER() OVER (PARTITION BY "position" ORDER BY "rows" DESC, "value") AS "place",
    COUNT(*) OVER (PARTITION BY "position") AS "seen", COUNT(CASE WHEN "rows" = 1 THEN 1 END) OVER (PARTITION BY "position") AS "once",
    COUNT(CASE WHEN "rows" = 2 THEN 1 END) OVER (PARTITION BY "position") AS "twice", SUM("rows") OVER (PARTITION BY "position") AS "out_of"
  FROM (
    SELECT CASE WHEN GROUPING("c0") = 0 THEN CASE WHEN "c0" IS NOT NULL THEN 0 END WHEN GROUPING("c1") = 0 THEN CASE WHEN "c1" IS NOT NULL THEN 1 END WHEN GROUPING("c2") = 0 THEN CASE WHEN "c2" IS NOT NULL THEN 2 END WHEN GROUPING("c3") = 0 THEN CASE WHEN "c3" IS NOT NULL THEN 3 END END AS "position", CASE WHEN GROUPING("c0") = 0 THEN left("c0"::text, 200) WHEN GROUPING("c1") = 0 THEN left("c1"::text, 200) WHEN GROUPING("c2") = 0 THEN '' WHEN GROUPING("c3") = 0 THEN left("c3"::text, 200) END AS "value", CASE WHEN GROUPING("c0") = 0 THEN (hash_numeric_extended("c0", 0) & 63) WHEN GROUPING("c1") = 0 THEN (hashfloat8extended(date_part('epoch', "c1"), 0) & 63) WHEN GROUPING("c2") = 0 THEN (hashtextextended("c2"::text, 0) & 63) WHEN GROUPING("c3") = 0 THEN (hashtextextended("c3"::text, 0) & 63) END AS "ending", COUNT(*) AS "rows"
    FROM (SELECT "a number" AS "c0", "a moment" AS "c1", "a flag" AS "c2", CASE WHEN octet_length("a text") <= 1024 THEN "a text" END AS "c3" FROM "crm"."or""d`er" TABLESAMPLE BERNOULLI (4.0) REPEATABLE (17) WHERE "_fivetran_synced" > TIMESTAMPTZ '2026-01-02T03:04:05.678Z') AS "chosen"
    GROUP BY GROUPING SETS (("c0"), ("c1"), ("c2"), ("c3"))
  ) AS "counted" WHERE "position" IS NOT NULL
) AS "ranked" WHERE "place" <= 20

-- masks
SELECT * FROM (
  SELECT "position", "mask", "rows", ROW_NUMBER() OVER (PARTITION BY "position" ORDER BY "rows" DESC, "mask") AS "place",
    SUM("rows") OVER (PARTITION BY "position") AS "out_of"
  FROM (
    SELECT CASE WHEN GROUPING("c3") = 0 THEN 3 END AS "position", CASE WHEN GROUPING("c3") = 0 THEN left("c3", 60) END AS "mask", COUNT(*) AS "rows"
    FROM (SELECT regexp_replace(regexp_replace(regexp_replace(translate(left("a text", 60) COLLATE "C", 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 'AAAAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaa9999999999'), '[^ -~]', 'x', 'g'), 'a{2,}', 'a+', 'g'), 'A{2,}', 'A+', 'g') AS "c3" FROM "crm"."or""d`er" TABLESAMPLE BERNOULLI (4.0) REPEATABLE (17) WHERE "_fivetran_synced" > TIMESTAMPTZ '2026-01-02T03:04:05.678Z') AS "formed"
    GROUP BY GROUPING SETS (("c3"))
  ) AS "counted" WHERE "mask" IS NOT NULL
) AS "ranked" WHERE "place" <= 20

-- aggregates
SELECT "rows" AS "rows", "synced" AS "synced", "deleted" AS "deleted", "c0_present" AS "c0_present", "c0_min" AS "c0_min", "c0_max" AS "c0_max", "c0_mean" AS "c0_mean", "c0_deviation" AS "c0_deviation", (SELECT count(DISTINCT kept) FROM unnest("c0_kept") AS kept) AS "c0_kept", "c1_present" AS "c1_present", "c1_min" AS "c1_min", "c1_max" AS "c1_max", "c2_present" AS "c2_present", "c3_present" AS "c3_present", "c3_min" AS "c3_min", "c3_max" AS "c3_max", "c3_shortest" AS "c3_shortest", "c3_longest" AS "c3_longest", "c3_length" AS "c3_length", (SELECT count(DISTINCT kept) FROM unnest("c3_kept") AS kept) AS "c3_kept", "c4_present" AS "c4_present", "c4_shortest" AS "c4_shortest", "c4_longest" AS "c4_longest", "c4_length" AS "c4_length", "c5_present" AS "c5_present", "c5_shortest" AS "c5_shortest", "c5_longest" AS "c5_longest", "c5_length" AS "c5_length"
FROM (SELECT COUNT(*) AS "rows",
  MAX(date_part('epoch', "_fivetran_synced")) AS "synced",
  COUNT(CASE WHEN "_fivetran_deleted" THEN 1 END) AS "deleted",
  COUNT("a number") AS "c0_present",
  MIN("a number")::text AS "c0_min",
  MAX("a number")::text AS "c0_max",
  AVG("a number"::float8) AS "c0_mean",
  stddev_samp("a number"::float8) AS "c0_deviation",
  array_agg(hash_numeric_extended("a number", 0)) FILTER (WHERE hash_numeric_extended("a number", 0) & 63 = 3) AS "c0_kept",
  COUNT("a moment") AS "c1_present",
  MIN("a moment")::text AS "c1_min",
  MAX("a moment")::text AS "c1_max",
  COUNT("a flag") AS "c2_present",
  COUNT("a text") AS "c3_present",
  left(min("a text" COLLATE "C"), 200) AS "c3_min",
  left(max("a text" COLLATE "C"), 200) AS "c3_max",
  MIN(char_length("a text")) AS "c3_shortest",
  MAX(char_length("a text")) AS "c3_longest",
  AVG(char_length("a text")) AS "c3_length",
  array_agg(hashtextextended("a text"::text, 0)) FILTER (WHERE hashtextextended("a text"::text, 0) & 63 = 3) AS "c3_kept",
  COUNT("a document") AS "c4_present",
  MIN(octet_length("a document"::text)) AS "c4_shortest",
  MAX(octet_length("a document"::text)) AS "c4_longest",
  AVG(octet_length("a document"::text)) AS "c4_length",
  COUNT("a binary") AS "c5_present",
  MIN(octet_length("a binary")) AS "c5_shortest",
  MAX(octet_length("a binary")) AS "c5_longest",
  AVG(octet_length("a binary")) AS "c5_length"
FROM "crm"."or""d`er") AS "measured"

-- aggregates of finite values
SELECT "rows" AS "rows", "c0_present" AS "c0_present", "c0_min" AS "c0_min", "c0_max" AS "c0_max", "c0_mean" AS "c0_mean", "c0_deviation" AS "c0_deviation", "c0_nan" AS "c0_nan", "c0_above" AS "c0_above", "c0_below" AS "c0_below"
FROM (SELECT COUNT(*) AS "rows",
  COUNT("a number") AS "c0_present",
  MIN(CASE WHEN "a number"::float8 BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN "a number"::float8 END)::text AS "c0_min",
  MAX(CASE WHEN "a number"::float8 BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN "a number"::float8 END)::text AS "c0_max",
  AVG(CASE WHEN "a number"::float8 BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN "a number"::float8 END) AS "c0_mean",
  stddev_samp(CASE WHEN "a number"::float8 BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN "a number"::float8 END) AS "c0_deviation",
  COUNT(CASE WHEN "a number"::float8 = 'NaN' THEN 1 END) AS "c0_nan",
  COUNT(CASE WHEN "a number"::float8 = 'Infinity' THEN 1 END) AS "c0_above",
  COUNT(CASE WHEN "a number"::float8 = '-Infinity' THEN 1 END) AS "c0_below"
FROM "crm"."or""d`er") AS "measured"

-- bins
SELECT code AS "code", count(*) AS "rows"
FROM (SELECT unnest(ARRAY[0 + width_bucket("a"::float8, '{0.0,1.5}'::float8[]), 3 + width_bucket("b"::float8, '{}'::float8[])]) AS code FROM "crm"."or""d`er" TABLESAMPLE BERNOULLI (4.0) REPEATABLE (17) WHERE "_fivetran_synced" > TIMESTAMPTZ '2026-01-02T03:04:05.678Z') AS coded
WHERE code IS NOT NULL GROUP BY code

-- duplicates of a key
SELECT COALESCE(SUM("rows" - 1), 0) AS "duplicates" FROM (
  SELECT COUNT(*) AS "rows" FROM "crm"."or""d`er" TABLESAMPLE BERNOULLI (4.0) REPEATABLE (17) WHERE "_fivetran_synced" > TIMESTAMPTZ '2026-01-02T03:04:05.678Z' AND "a number" IS NOT NULL AND "a moment" IS NOT NULL AND (coalesce(hash_numeric_extended("a number", 0), 0) # coalesce(hashfloat8extended(date_part('epoch', "a moment"), 0), 0)) & 63 = 0
  GROUP BY "a number", "a moment" HAVING COUNT(*) > 1
) AS "repeated"

-- is-null
SELECT COUNT(*) AS "rows", COUNT(CASE WHEN t."a" IS NULL THEN 1 END) AS "failing" FROM "crm"."or""d`er" AS t
-- with []

-- not-among
SELECT COUNT(*) AS "rows", COUNT(CASE WHEN t."a"::text NOT IN ($1, $2) THEN 1 END) AS "failing" FROM "crm"."or""d`er" AS t
-- with ["it's","b"]

-- outside-range
SELECT COUNT(*) AS "rows", COUNT(CASE WHEN (t."a"::float8 < $1::float8 OR t."a"::float8 > $2::float8) THEN 1 END) AS "failing" FROM "crm"."or""d`er" AS t
-- with [0,10]

-- not-matching
SELECT COUNT(*) AS "rows", COUNT(CASE WHEN (t."a"::text IS NOT NULL AND NOT (t."a"::text ~ $1)) THEN 1 END) AS "failing" FROM "crm"."or""d`er" AS t
-- with ["^x$"]

-- length-outside
SELECT COUNT(*) AS "rows", COUNT(CASE WHEN (char_length(t."a"::text) < $1::float8) THEN 1 END) AS "failing" FROM "crm"."or""d`er" AS t
-- with [1]

-- repeated
SELECT COUNT(*) AS "rows", COUNT(CASE WHEN t."headgate_count" > 1 THEN 1 END) AS "failing" FROM (SELECT *, CASE WHEN "a" IS NOT NULL AND "b" IS NOT NULL THEN COUNT(*) OVER (PARTITION BY "a", "b") END AS "headgate_count" FROM "crm"."or""d`er") AS t
-- with []

-- without-parent
SELECT COUNT(*) AS "rows", COUNT(CASE WHEN (t."a" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "crm"."account" AS p WHERE p."id" = t."a")) THEN 1 END) AS "failing" FROM "crm"."or""d`er" AS t
-- with []

-- a sample of failing rows
SELECT left(t."a"::text, 200) AS "c0", left(t."b"::text, 200) AS "c1" FROM "crm"."or""d`er" AS t WHERE t."a"::text NOT IN ($1, $2) LIMIT 100
-- with ["it's","b"]
