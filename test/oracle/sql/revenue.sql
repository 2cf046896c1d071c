-- R-19 to R-21: what a won opportunity is worth in US dollars.

-- A rate is units for one unit of the corporate currency, in millionths here. Of overlapping ones the one that started
-- last is in force; the corporate currency is worth one of itself.
CREATE TABLE dated_rate AS
SELECT
  IsoCode AS currency, StartDate::DATE AS starts_on, NextStartDate::DATE AS next_starts_on,
  (ConversionRate::DECIMAL(38, 6) * 1000000)::HUGEINT AS rate
FROM raw_DatedConversionRate;

CREATE TABLE rate_on_close AS
WITH wanted AS (
  SELECT id AS opportunity, closed_on, currency FROM opportunity WHERE currency IS NOT NULL
  UNION
  SELECT id, closed_on, 'USD' FROM opportunity
),
found AS (
  SELECT w.opportunity, w.currency, arg_max(r.rate, r.starts_on) AS rate
  FROM wanted w
  JOIN dated_rate r
    ON r.currency = w.currency AND r.starts_on <= w.closed_on
   AND (r.next_starts_on IS NULL OR w.closed_on < r.next_starts_on)
  GROUP BY w.opportunity, w.currency
),
corporate AS (SELECT IsoCode AS currency FROM raw_CurrencyType WHERE is_true(IsCorporate))
SELECT
  w.opportunity, w.currency,
  coalesce(f.rate, CASE WHEN w.currency IN (FROM corporate) THEN 1000000::HUGEINT END) AS rate
FROM wanted w
LEFT JOIN found f ON f.opportunity = w.opportunity AND f.currency = w.currency;

-- R-21: amount / rate * rate of the dollar, rounded once, half away from zero: // cuts whole numbers towards zero.
CREATE MACRO converted(amount, rate, usd_rate) AS
  sign(amount)::HUGEINT * ((2 * abs(amount) * usd_rate + rate) // (2 * rate));

-- R-20: the lines but professional services, or without lines the opportunity's own field.
CREATE TABLE recorded_revenue AS
WITH line AS (
  SELECT
    opportunity, earr,
    coalesce(family = 'Professional Services', false) AS is_service,
    coalesce(family IN ('Segment', 'Engage', 'SendGrid'), false) AS is_never_resold
  FROM line_item
),
summed AS (
  SELECT
    opportunity,
    bool_and(is_service) AS is_services_only,
    sum(earr) FILTER (NOT is_service) AS amount,
    coalesce(sum(earr) FILTER (NOT is_service AND NOT is_never_resold), 0) AS resalable,
    count(earr) FILTER (NOT is_service AND is_never_resold) > 0 AS has_never_resold
  FROM line
  GROUP BY opportunity
)
SELECT
  o.id AS opportunity, o.currency,
  coalesce(s.is_services_only, false) AS is_services_only,
  CASE WHEN s.opportunity IS NULL THEN o.earr ELSE s.amount END AS amount,
  CASE WHEN s.opportunity IS NULL THEN o.earr ELSE s.resalable END AS resalable,
  coalesce(s.has_never_resold, false) AS has_never_resold
FROM opportunity o
LEFT JOIN summed s ON s.opportunity = o.id
WHERE o.is_won;

-- R-21: without multi-currency all is in dollars; a dollar needs no rate; a null currency or a rate <= 0 is a missing one.
CREATE TABLE revenue AS
WITH rated AS (
  SELECT
    r.*,
    NOT run.is_multi_currency OR r.currency IS NOT DISTINCT FROM 'USD' AS is_in_dollars,
    CASE WHEN own.rate > 0 AND usd.rate > 0 THEN own.rate END AS rate,
    CASE WHEN own.rate > 0 AND usd.rate > 0 THEN usd.rate END AS usd_rate
  FROM recorded_revenue r
  CROSS JOIN run
  LEFT JOIN rate_on_close own ON own.opportunity = r.opportunity AND own.currency = r.currency
  LEFT JOIN rate_on_close usd ON usd.opportunity = r.opportunity AND usd.currency = 'USD'
)
SELECT
  opportunity, is_services_only, has_never_resold, amount IS NULL AS is_unrecorded,
  NOT is_in_dollars AND rate IS NULL AS is_rate_missing,
  CASE WHEN is_in_dollars THEN amount ELSE converted(amount, rate, usd_rate) END AS amount,
  CASE WHEN is_in_dollars THEN resalable ELSE converted(resalable, rate, usd_rate) END AS resalable
FROM rated;
