-- R-10, R-11, R-12: every window ends no later than the as-of date, so a later close is outside all of them.
CREATE TABLE revenue_window AS
-- R-10: exactly 365 dates, both ends included.
SELECT 'Trailing' AS name, as_of - 364 AS starts_on, as_of AS ends_on FROM run
UNION ALL
SELECT 'Annual', make_date(as_of_year - 1, 1, 1), make_date(as_of_year - 1, 12, 31) FROM run
UNION ALL
SELECT 'Year To Date', make_date(as_of_year, 1, 1), as_of FROM run;

-- R-34: the last calendar quarter that ended on or before the as-of date.
CREATE TABLE last_quarter AS
WITH next_quarter AS (SELECT date_trunc('quarter', as_of + 1)::DATE AS starts_on FROM run)
SELECT (starts_on - INTERVAL 3 MONTH)::DATE AS starts_on, starts_on - 1 AS ends_on FROM next_quarter;
