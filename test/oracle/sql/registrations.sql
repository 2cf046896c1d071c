-- R-36: an undecided registration lives 90 days from its submission, or until the date recorded for it, which counts at
-- most up to one extension by the same; the day after, the run sets Expired. Decided ones never expire.
CREATE TABLE registration_after AS
WITH lived AS (
  SELECT id, status, expires_on, program_day(submitted_at) AS submitted_on FROM registration
)
SELECT
  l.id,
  CASE
    WHEN l.status IN ('Submitted', 'Action Required')
      AND coalesce(least(coalesce(l.expires_on, l.submitted_on + 90), l.submitted_on + 180) < run.as_of, false)
    THEN 'Expired'
    ELSE l.status
  END AS status
FROM lived l, run;
