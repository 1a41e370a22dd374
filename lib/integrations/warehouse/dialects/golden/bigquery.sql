-- scout
SELECT COUNT(*) AS `rows`,
  COUNT(`a number`) AS `c0_present`,
  COUNT(DISTINCT `a number`) AS `c0_distinct`,
  COUNT(`a moment`) AS `c1_present`,
  COUNT(DISTINCT `a moment`) AS `c1_distinct`,
  COUNT(`a flag`) AS `c2_present`,
  COUNT(DISTINCT `a flag`) AS `c2_distinct`,
  COUNT(`a text`) AS `c3_present`,
  COUNT(DISTINCT CASE WHEN BYTE_LENGTH(CAST(`a text` AS STRING)) <= 1024 THEN `a text` END) AS `c3_distinct`,
  MAX(BYTE_LENGTH(CAST(`a text` AS STRING))) AS `c3_bytes`,
  COUNT(`a document`) AS `c4_present`,
  COUNT(`a binary`) AS `c5_present`
FROM (SELECT * FROM `crm`.`or"d\`er` WHERE RAND() < 0.04) WHERE `_fivetran_synced` > TIMESTAMP '2026-01-02T03:04:05.678Z'

-- quantiles
SELECT [APPROX_QUANTILES(CAST(`a number` AS FLOAT64), 100)[OFFSET(2)], APPROX_QUANTILES(CAST(`a number` AS FLOAT64), 100)[OFFSET(50)]] AS `c0`,
  [APPROX_QUANTILES(UNIX_MICROS(CAST(`a moment` AS TIMESTAMP)) / 1e6, 100)[OFFSET(2)], APPROX_QUANTILES(UNIX_MICROS(CAST(`a moment` AS TIMESTAMP)) / 1e6, 100)[OFFSET(50)]] AS `c1`
FROM (SELECT * FROM `crm`.`or"d\`er` WHERE RAND() < 0.04) WHERE `_fivetran_synced` > TIMESTAMP '2026-01-02T03:04:05.678Z'

-- top values
SELECT * FROM (
  SELECT `position`, `value`, `ending`, `rows`, ROW_NUMBER() OVER (PARTITION BY `position` ORDER BY `rows` DESC, `value`) AS `place`,
    COUNT(*) OVER (PARTITION BY `position`) AS `seen`, COUNT(CASE WHEN `rows` = 1 THEN 1 END) OVER (PARTITION BY `position`) AS `once`,
    COUNT(CASE WHEN `rows` = 2 THEN 1 END) OVER (PARTITION BY `position`) AS `twice`, SUM(`rows`) OVER (PARTITION BY `position`) AS `out_of`
  FROM (
    SELECT CASE WHEN GROUPING(`c0`) = 0 THEN CASE WHEN `c0` IS NOT NULL THEN 0 END WHEN GROUPING(`c1`) = 0 THEN CASE WHEN `c1` IS NOT NULL THEN 1 END WHEN GROUPING(`c2`) = 0 THEN CASE WHEN `c2` IS NOT NULL THEN 2 END WHEN GROUPING(`c3`) = 0 THEN CASE WHEN `c3` IS NOT NULL THEN 3 END END AS `position`, CASE WHEN GROUPING(`c0`) = 0 THEN LEFT(CAST(`c0` AS STRING), 200) WHEN GROUPING(`c1`) = 0 THEN LEFT(CAST(`c1` AS STRING), 200) WHEN GROUPING(`c2`) = 0 THEN '' WHEN GROUPING(`c3`) = 0 THEN LEFT(CAST(`c3` AS STRING), 200) END AS `value`, NULL AS `ending`, COUNT(*) AS `rows`
    FROM (SELECT `a number` AS `c0`, `a moment` AS `c1`, `a flag` AS `c2`, CASE WHEN BYTE_LENGTH(CAST(`a text` AS STRING)) <= 1024 THEN `a text` END AS `c3` FROM (SELECT * FROM `crm`.`or"d\`er` WHERE RAND() < 0.04) WHERE `_fivetran_synced` > TIMESTAMP '2026-01-02T03:04:05.678Z') AS `chosen`
    GROUP BY GROUPING SETS ((`c0`), (`c1`), (`c2`), (`c3`))
  ) AS `counted` WHERE `position` IS NOT NULL
) AS `ranked` WHERE `place` <= 20

-- masks
SELECT * FROM (
  SELECT `position`, `mask`, `rows`, ROW_NUMBER() OVER (PARTITION BY `position` ORDER BY `rows` DESC, `mask`) AS `place`,
    SUM(`rows`) OVER (PARTITION BY `position`) AS `out_of`
  FROM (
    SELECT CASE WHEN GROUPING(`c3`) = 0 THEN 3 END AS `position`, CASE WHEN GROUPING(`c3`) = 0 THEN LEFT(`c3`, 60) END AS `mask`, COUNT(*) AS `rows`
    FROM (SELECT REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(TRANSLATE(LEFT(`a text`, 60), 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 'AAAAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaa9999999999'), r'[^ -~]', 'x'), r'a{2,}', 'a+'), r'A{2,}', 'A+') AS `c3` FROM (SELECT * FROM `crm`.`or"d\`er` WHERE RAND() < 0.04) WHERE `_fivetran_synced` > TIMESTAMP '2026-01-02T03:04:05.678Z') AS `formed`
    GROUP BY GROUPING SETS ((`c3`))
  ) AS `counted` WHERE `mask` IS NOT NULL
) AS `ranked` WHERE `place` <= 20

-- aggregates
SELECT `rows` AS `rows`, `synced` AS `synced`, `deleted` AS `deleted`, `c0_present` AS `c0_present`, `c0_min` AS `c0_min`, `c0_max` AS `c0_max`, `c0_mean` AS `c0_mean`, `c0_deviation` AS `c0_deviation`, `c0_kept` AS `c0_kept`, `c1_present` AS `c1_present`, `c1_min` AS `c1_min`, `c1_max` AS `c1_max`, `c2_present` AS `c2_present`, `c3_present` AS `c3_present`, `c3_min` AS `c3_min`, `c3_max` AS `c3_max`, `c3_shortest` AS `c3_shortest`, `c3_longest` AS `c3_longest`, `c3_length` AS `c3_length`, `c3_kept` AS `c3_kept`, `c4_present` AS `c4_present`, `c4_shortest` AS `c4_shortest`, `c4_longest` AS `c4_longest`, `c4_length` AS `c4_length`, `c5_present` AS `c5_present`, `c5_shortest` AS `c5_shortest`, `c5_longest` AS `c5_longest`, `c5_length` AS `c5_length`
FROM (SELECT COUNT(*) AS `rows`,
  MAX(UNIX_MICROS(CAST(`_fivetran_synced` AS TIMESTAMP)) / 1e6) AS `synced`,
  COUNT(CASE WHEN `_fivetran_deleted` THEN 1 END) AS `deleted`,
  COUNT(`a number`) AS `c0_present`,
  CAST(MIN(`a number`) AS STRING) AS `c0_min`,
  CAST(MAX(`a number`) AS STRING) AS `c0_max`,
  AVG(CAST(`a number` AS FLOAT64)) AS `c0_mean`,
  STDDEV_SAMP(CAST(`a number` AS FLOAT64)) AS `c0_deviation`,
  APPROX_COUNT_DISTINCT(`a number`) AS `c0_kept`,
  COUNT(`a moment`) AS `c1_present`,
  CAST(MIN(`a moment`) AS STRING) AS `c1_min`,
  CAST(MAX(`a moment`) AS STRING) AS `c1_max`,
  COUNT(`a flag`) AS `c2_present`,
  COUNT(`a text`) AS `c3_present`,
  LEFT(MIN(`a text`), 200) AS `c3_min`,
  LEFT(MAX(`a text`), 200) AS `c3_max`,
  MIN(CHAR_LENGTH(`a text`)) AS `c3_shortest`,
  MAX(CHAR_LENGTH(`a text`)) AS `c3_longest`,
  AVG(CHAR_LENGTH(`a text`)) AS `c3_length`,
  APPROX_COUNT_DISTINCT(`a text`) AS `c3_kept`,
  COUNT(`a document`) AS `c4_present`,
  MIN(BYTE_LENGTH(TO_JSON_STRING(`a document`))) AS `c4_shortest`,
  MAX(BYTE_LENGTH(TO_JSON_STRING(`a document`))) AS `c4_longest`,
  AVG(BYTE_LENGTH(TO_JSON_STRING(`a document`))) AS `c4_length`,
  COUNT(`a binary`) AS `c5_present`,
  MIN(BYTE_LENGTH(`a binary`)) AS `c5_shortest`,
  MAX(BYTE_LENGTH(`a binary`)) AS `c5_longest`,
  AVG(BYTE_LENGTH(`a binary`)) AS `c5_length`
FROM `crm`.`or"d\`er`) AS `measured`

-- aggregates of finite values
SELECT `rows` AS `rows`, `c0_present` AS `c0_present`, `c0_min` AS `c0_min`, `c0_max` AS `c0_max`, `c0_mean` AS `c0_mean`, `c0_deviation` AS `c0_deviation`, `c0_nan` AS `c0_nan`, `c0_above` AS `c0_above`, `c0_below` AS `c0_below`
FROM (SELECT COUNT(*) AS `rows`,
  COUNT(`a number`) AS `c0_present`,
  CAST(MIN(IF(IS_NAN(CAST(`a number` AS FLOAT64)) OR IS_INF(CAST(`a number` AS FLOAT64)), NULL, CAST(`a number` AS FLOAT64))) AS STRING) AS `c0_min`,
  CAST(MAX(IF(IS_NAN(CAST(`a number` AS FLOAT64)) OR IS_INF(CAST(`a number` AS FLOAT64)), NULL, CAST(`a number` AS FLOAT64))) AS STRING) AS `c0_max`,
  AVG(IF(IS_NAN(CAST(`a number` AS FLOAT64)) OR IS_INF(CAST(`a number` AS FLOAT64)), NULL, CAST(`a number` AS FLOAT64))) AS `c0_mean`,
  STDDEV_SAMP(IF(IS_NAN(CAST(`a number` AS FLOAT64)) OR IS_INF(CAST(`a number` AS FLOAT64)), NULL, CAST(`a number` AS FLOAT64))) AS `c0_deviation`,
  COUNT(CASE WHEN IS_NAN(CAST(`a number` AS FLOAT64)) THEN 1 END) AS `c0_nan`,
  COUNT(CASE WHEN CAST(`a number` AS FLOAT64) = CAST('inf' AS FLOAT64) THEN 1 END) AS `c0_above`,
  COUNT(CASE WHEN CAST(`a number` AS FLOAT64) = CAST('-inf' AS FLOAT64) THEN 1 END) AS `c0_below`
FROM `crm`.`or"d\`er`) AS `measured`

-- bins
SELECT COUNT(CAST(`a` AS FLOAT64)) AS `b0_all`, COUNT(CASE WHEN CAST(`a` AS FLOAT64) < 0.0 THEN 1 END) AS `b0_0`, COUNT(CASE WHEN CAST(`a` AS FLOAT64) < 1.5 THEN 1 END) AS `b0_1`, COUNT(CAST(`b` AS FLOAT64)) AS `b1_all` FROM (SELECT * FROM `crm`.`or"d\`er` WHERE RAND() < 0.04) WHERE `_fivetran_synced` > TIMESTAMP '2026-01-02T03:04:05.678Z'

-- duplicates of a key
SELECT COALESCE(SUM(`rows` - 1), 0) AS `duplicates` FROM (
  SELECT COUNT(*) AS `rows` FROM (SELECT * FROM `crm`.`or"d\`er` WHERE RAND() < 0.04) WHERE `_fivetran_synced` > TIMESTAMP '2026-01-02T03:04:05.678Z' AND `a number` IS NOT NULL AND `a moment` IS NOT NULL AND FARM_FINGERPRINT(TO_JSON_STRING([CAST(`a number` AS STRING), CAST(`a moment` AS STRING)])) & 63 = 0
  GROUP BY `a number`, `a moment` HAVING COUNT(*) > 1
) AS `repeated`

-- is-null
SELECT COUNT(*) AS `rows`, COUNT(CASE WHEN t.`a` IS NULL THEN 1 END) AS `failing` FROM `crm`.`or"d\`er` AS t
-- with []

-- not-among
SELECT COUNT(*) AS `rows`, COUNT(CASE WHEN CAST(t.`a` AS STRING) NOT IN (?, ?) THEN 1 END) AS `failing` FROM `crm`.`or"d\`er` AS t
-- with ["it's","b"]

-- outside-range
SELECT COUNT(*) AS `rows`, COUNT(CASE WHEN (CAST(t.`a` AS FLOAT64) < CAST(? AS FLOAT64) OR CAST(t.`a` AS FLOAT64) > CAST(? AS FLOAT64)) THEN 1 END) AS `failing` FROM `crm`.`or"d\`er` AS t
-- with [0,10]

-- not-matching
SELECT COUNT(*) AS `rows`, COUNT(CASE WHEN (CAST(t.`a` AS STRING) IS NOT NULL AND NOT (REGEXP_CONTAINS(CAST(t.`a` AS STRING), ?))) THEN 1 END) AS `failing` FROM `crm`.`or"d\`er` AS t
-- with ["^x$"]

-- length-outside
SELECT COUNT(*) AS `rows`, COUNT(CASE WHEN (CHAR_LENGTH(CAST(t.`a` AS STRING)) < CAST(? AS FLOAT64)) THEN 1 END) AS `failing` FROM `crm`.`or"d\`er` AS t
-- with [1]

-- repeated
SELECT COUNT(*) AS `rows`, COUNT(CASE WHEN t.`headgate_count` > 1 THEN 1 END) AS `failing` FROM (SELECT *, CASE WHEN `a` IS NOT NULL AND `b` IS NOT NULL THEN COUNT(*) OVER (PARTITION BY `a`, `b`) END AS `headgate_count` FROM `crm`.`or"d\`er`) AS t
-- with []

-- without-parent
SELECT COUNT(*) AS `rows`, COUNT(CASE WHEN (t.`a` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `crm`.`account` AS p WHERE p.`id` = t.`a`)) THEN 1 END) AS `failing` FROM `crm`.`or"d\`er` AS t
-- with []

-- a sample of failing rows
SELECT LEFT(CAST(t.`a` AS STRING), 200) AS `c0`, LEFT(CAST(t.`b` AS STRING), 200) AS `c1` FROM `crm`.`or"d\`er` AS t WHERE CAST(t.`a` AS STRING) NOT IN (?, ?) LIMIT 100
-- with ["it's","b"]
