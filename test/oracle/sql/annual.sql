-- R-4, R-13 to R-16: what becomes of every Enrolled partner's tier in this run.
CREATE TABLE decision AS
WITH standing AS (
  SELECT
    a.id AS partner, a.is_designated, a.tier IS NULL AS is_new,
    -- R-13: who has no tier enters as Registered.
    coalesce(t.rank, 1) AS entered,
    -- R-13, R-15: enrolled in this run or imported without a year: the as-of date's, so a gap never demotes.
    CASE WHEN a.tier IS NULL THEN run.as_of_year ELSE coalesce(a.program_year, run.as_of_year) END AS program_year,
    run.as_of_year,
    (SELECT rank FROM qualified q WHERE q.partner = a.id AND q.revenue_window = 'Trailing') AS trailing_result,
    (SELECT rank FROM qualified q WHERE q.partner = a.id AND q.revenue_window = 'Annual') AS annual_rank,
    (SELECT rank FROM qualified q WHERE q.partner = a.id AND q.revenue_window = 'Year To Date') AS projected_rank
  FROM account a
  CROSS JOIN run
  LEFT JOIN tier_rank t ON t.tier = a.tier
  WHERE a.status = 'Enrolled'
),
moved AS (
  SELECT
    *,
    program_year < as_of_year AS is_due,
    CASE
      WHEN is_designated THEN 5
      -- R-4: a designation removed acts at once, also while a review is due.
      WHEN entered = 5 THEN trailing_result
      -- R-16: who is due makes no mid-year moves.
      WHEN program_year < as_of_year THEN entered
      -- R-14: mid-year never lowers a tier.
      ELSE greatest(entered, trailing_result)
    END AS tier_after
  FROM standing
)
SELECT
  *,
  CASE WHEN is_due THEN CASE WHEN is_designated THEN 5 ELSE annual_rank END END AS annual_result,
  CASE WHEN is_designated THEN 5 ELSE projected_rank END AS projected_result
FROM moved;

-- R-13: a review is of the programme year in which it is decided, the as-of date's, whatever year is stored.
CREATE TABLE review AS
SELECT partner, 'Enrollment' AS type, 'Published' AS status, NULL::INTEGER AS previous, 1 AS rank, as_of_year AS program_year,
  'Trailing' AS revenue_window
FROM decision WHERE is_new
UNION ALL
SELECT partner, 'Designation', 'Published', entered, tier_after, as_of_year, 'Trailing'
FROM decision WHERE (entered = 5) <> is_designated
UNION ALL
SELECT partner, 'Mid-Year', 'Published', entered, tier_after, as_of_year, 'Trailing'
FROM decision WHERE NOT is_designated AND entered < 5 AND tier_after > entered
UNION ALL
-- R-15, R-16: one for the partner and the as-of date's year; it waits for approval.
SELECT partner, 'Annual', 'Provisional', tier_after, annual_result, as_of_year, 'Annual'
FROM decision WHERE is_due;
