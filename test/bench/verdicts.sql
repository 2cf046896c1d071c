-- The programme's rules (R-19 to R-27) once more, over the tables opportunity, line_item, attribution, registration and
-- dated_rate: written from the rules' text, and sharing no code with the service. Amounts are whole numbers throughout.

CREATE TABLE revenue AS
WITH summed AS (
  SELECT
    o, bool_and(coalesce(family = 'Professional Services', false)) AS is_services_only,
    sum(earr) FILTER (family IS DISTINCT FROM 'Professional Services') AS amount,
    coalesce(sum(earr) FILTER (family IS NULL OR family NOT IN ('Professional Services', 'Segment', 'Engage', 'SendGrid')), 0) AS resalable,
    count(earr) FILTER (family IN ('Segment', 'Engage', 'SendGrid')) > 0 AS has_left_out
  FROM line_item GROUP BY o
),
recorded AS (
  SELECT
    o, currency, closed_on, coalesce(is_services_only, false) AS is_services_only, coalesce(has_left_out, false) AS has_left_out,
    CASE WHEN summed.o IS NULL THEN earr ELSE amount END AS amount,
    CASE WHEN summed.o IS NULL THEN earr ELSE resalable END AS resalable
  FROM opportunity LEFT JOIN summed USING (o)
  WHERE is_won AND is_closed
)
SELECT
  o, is_services_only, has_left_out, amount IS NOT NULL AS has_amount, currency = 'USD' OR rate IS NOT NULL AS has_rate,
  CASE WHEN currency = 'USD' THEN amount ELSE in_dollars(amount, rate) END AS cents,
  CASE WHEN currency = 'USD' THEN resalable ELSE in_dollars(resalable, rate) END AS resalable_cents
FROM recorded LEFT JOIN dated_rate USING (currency)
WHERE dated_rate.currency IS NULL OR (starts_on <= closed_on AND closed_on < next_starts_on)
UNION ALL
SELECT o, is_services_only, has_left_out, amount IS NOT NULL, false, NULL, NULL
FROM recorded
WHERE currency <> 'USD' AND NOT EXISTS (
  FROM dated_rate WHERE dated_rate.currency = recorded.currency AND starts_on <= closed_on AND closed_on < next_starts_on
);

CREATE TABLE verdict AS
WITH part AS (
  SELECT
    a, o, attribution.p, source, role, attribution.created_at, is_won AND is_closed AS is_judged, is_closed, closed_on,
    (source = 'Twilio Sales' AND attribution.created_at <= coalesce(moved_at, opportunity.created_at)) AS was_before,
    registration.o IS NOT NULL AS is_approved
  FROM attribution JOIN opportunity USING (o)
  LEFT JOIN (SELECT DISTINCT o, p FROM registration) AS registration USING (o, p)
),
ranked AS (
  SELECT
    *, was_before OR is_approved AS is_valid,
    bool_or(was_before OR is_approved) OVER mine AS has_valid,
    row_number() OVER (PARTITION BY o, p ORDER BY was_before OR is_approved DESC, created_at, a) AS place
  FROM part WINDOW mine AS (PARTITION BY o, p)
),
reasoned AS (
  SELECT
    ranked.*, revenue.* EXCLUDE (o),
    CASE
      WHEN NOT is_judged THEN NULL
      WHEN has_valid AND place > 1 THEN 'Duplicate'
      WHEN NOT has_valid AND source = 'Twilio Sales' THEN 'Added After Close'
      WHEN NOT has_valid THEN 'Registration Not Approved'
      WHEN is_services_only THEN 'Professional Services Only'
      WHEN NOT has_amount THEN 'No eARR'
      WHEN NOT has_rate THEN 'Currency Rate Missing'
    END AS reason
  FROM ranked LEFT JOIN revenue USING (o)
)
SELECT
  a, o, p, closed_on, reason,
  CASE WHEN NOT is_closed THEN 'Pending' WHEN NOT is_judged THEN 'Lost' WHEN reason IS NULL THEN 'Counted' ELSE 'Excluded' END AS status,
  CASE WHEN is_judged AND reason IS NULL THEN cents ELSE 0 END AS credit,
  CASE
    WHEN NOT is_judged OR reason IS NOT NULL OR role = 'Influenced' OR NOT may_resell(p) THEN 0
    WHEN has_left_out THEN resalable_cents ELSE cents END AS resold,
  is_judged AND reason IS NULL AND role = 'Resold' AND (NOT may_resell(p) OR has_left_out) AS is_unauthorized
FROM reasoned;

CREATE TABLE partner_figures AS
SELECT
  p,
  coalesce(sum(credit - resold) FILTER (closed_on BETWEEN DATE '2022-12-16' AND DATE '2023-12-15'), 0) AS trailing_influenced,
  coalesce(sum(resold) FILTER (closed_on BETWEEN DATE '2022-12-16' AND DATE '2023-12-15'), 0) AS trailing_resold,
  coalesce(sum(credit) FILTER (closed_on BETWEEN DATE '2022-01-01' AND DATE '2022-12-31'), 0) AS annual_window,
  coalesce(sum(credit) FILTER (closed_on BETWEEN DATE '2023-01-01' AND DATE '2023-12-15'), 0) AS year_to_date,
  coalesce(sum(credit) FILTER (closed_on > DATE '2023-12-15'), 0) AS future,
  count(*) FILTER (status = 'Counted' AND closed_on > DATE '2023-12-15') AS future_deals
FROM verdict GROUP BY p;
