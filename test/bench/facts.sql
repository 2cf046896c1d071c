-- The facts of a made-up programme of any size: every value follows from a row's number, so a size always gives the same
-- bytes. Four fifths of the attributions are on opportunities of their own; one fifth joins another one. A quarter of the
-- opportunities closes in the windows, each with two line items.

CREATE MACRO digit(n, k) AS substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ((n // k) % 62)::INTEGER + 1, 1);
CREATE MACRO five(n) AS digit(n, 14776336) || digit(n, 238328) || digit(n, 3844) || digit(n, 62) || digit(n, 1);
CREATE MACRO capital(t, place) AS (substr(t, place, 1) BETWEEN 'A' AND 'Z')::INTEGER;
CREATE MACRO suffix(t) AS substr('ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
  1 + capital(t, 1) + 2 * capital(t, 2) + 4 * capital(t, 3) + 8 * capital(t, 4) + 16 * capital(t, 5), 1);
-- The record id of a number below 62^5.
CREATE MACRO record_id(prefix, n) AS prefix || '0000000' || five(n) || suffix(prefix || '00') || 'A' || suffix(five(n));
-- A number below another that looks like chance.
CREATE MACRO chance(n, salt, below) AS (hash(n * 1000 + salt) % below)::BIGINT;
CREATE MACRO instant_text(moment) AS strftime(moment, '%Y-%m-%dT%H:%M:%S.000Z');
CREATE MACRO cents_text(cents) AS (cents::DECIMAL(22, 2) * 0.01::DECIMAL(3, 2))::DECIMAL(22, 2)::VARCHAR;

CREATE TABLE opportunity AS
SELECT
  o, record_id('006', o) AS id, stage = 'won' AS is_won, stage <> 'open' AS is_closed, closed_on, created_at, currency,
  CASE WHEN chance(o, 1, 100) < 1 THEN NULL ELSE moved_at END AS moved_at,
  CASE WHEN chance(o, 2, 50) = 0 THEN NULL WHEN currency = 'JPY' THEN (chance(o, 3, 9000000) + 10000) * 100 ELSE chance(o, 3, 6000000) + 1000 END AS earr
FROM (
  SELECT
    o, closed_on,
    CASE WHEN chance(o, 4, 100) < 75 THEN 'won' WHEN chance(o, 4, 100) < 90 THEN 'lost' ELSE 'open' END AS stage,
    closed_on::TIMESTAMP + to_seconds(54000 + chance(o, 5, 28800)) AS moved_at,
    closed_on::TIMESTAMP - to_days((30 + chance(o, 6, 200))::INTEGER) + to_hours(12) AS created_at,
    CASE WHEN chance(o, 7, 10) < 4 THEN 'USD' WHEN chance(o, 7, 10) < 7 THEN 'EUR' WHEN chance(o, 7, 10) < 9 THEN 'GBP' ELSE 'JPY' END AS currency
  FROM (
    SELECT o, CASE
      WHEN chance(o, 8, 2000) = 0 THEN DATE '2024-01-10'
      WHEN o % 4 = 1 THEN DATE '2022-01-01' + chance(o, 9, 714)::INTEGER
      ELSE DATE '2016-01-01' + chance(o, 9, 2192)::INTEGER END AS closed_on
    FROM range(getvariable('opportunities')::BIGINT) AS numbers(o)
  )
);

CREATE TABLE line_item AS
SELECT
  l, record_id('00k', l) AS id, o,
  [NULL, 'Communications', 'Flex', 'Segment', 'Engage', 'SendGrid', 'Professional Services', 'Communications'][1 + chance(l, 11, 8)] AS family,
  CASE WHEN chance(l, 12, 30) = 0 THEN NULL ELSE chance(l, 13, 4000000) - 100000 END AS earr
FROM (SELECT unnest([o * 2, o * 2 + 1]) AS l, o FROM opportunity WHERE o % 4 = 1);

CREATE TABLE attribution AS
SELECT
  a, o, record_id('a0B', a) AS id, source, role, is_registered,
  CASE WHEN is_second AND chance(a, 21, 5) > 0 THEN (chance(o, 22, 1000000) + 1 + chance(a, 23, 1000)) % getvariable('partners')
       ELSE chance(o, 22, 1000000) % getvariable('partners') END AS p,
  coalesce(moved_at, opportunity.created_at) + to_seconds(CASE WHEN chance(a, 24, 100) < 93 THEN -86400 - chance(a, 25, 2000000) ELSE 86400 * 20 + chance(a, 25, 2000000) END) AS created_at
FROM (
  SELECT
    a, a >= getvariable('opportunities') AS is_second, a % 500 = 0 AS is_registered,
    CASE WHEN a < getvariable('opportunities') THEN a ELSE (a - getvariable('opportunities')) * 4 + chance(a, 26, 4) END AS o,
    CASE WHEN a % 500 = 0 OR chance(a, 27, 10) = 0 THEN 'Deal Registration' ELSE 'Twilio Sales' END AS source,
    CASE WHEN chance(a, 28, 10) = 0 THEN 'Resold' ELSE 'Influenced' END AS role
  FROM range(getvariable('attributions')::BIGINT) AS numbers(a)
) JOIN opportunity USING (o);

-- Submitted long before any close.
CREATE TABLE registration AS SELECT a, o, p FROM attribution WHERE is_registered;

-- Monthly rates of three currencies, in millionths; the pound's begin too late for the oldest deals.
CREATE TABLE dated_rate AS
SELECT
  currency, starts_on, (starts_on + INTERVAL 1 MONTH)::DATE AS next_starts_on,
  base + chance(epoch(starts_on)::BIGINT // 86400, base % 97, base // 10) AS rate
FROM (VALUES ('EUR', 900000, DATE '2015-01-01'), ('GBP', 780000, DATE '2017-01-01'), ('JPY', 130000000, DATE '2015-01-01')) AS codes(currency, base, since),
  (SELECT unnest(generate_series(DATE '2015-01-01', DATE '2024-12-01', INTERVAL 1 MONTH))::DATE AS starts_on)
WHERE starts_on >= since;
