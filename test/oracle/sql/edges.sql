-- What a campaign must have met often enough, whether it came up or not: see counts.sql for what each one means.
CREATE TABLE side (name VARCHAR);
INSERT INTO side VALUES ('below'), ('at'), ('above');

CREATE TABLE edge AS
SELECT 'verdict' AS kind, unnest([
  'Counted', 'Pending', 'Lost', 'Excluded: Duplicate', 'Excluded: Added After Close',
  'Excluded: Registration Not Approved', 'Excluded: Registration Submitted After Close', 'Excluded: No eARR',
  'Excluded: Professional Services Only', 'Excluded: Currency Rate Missing'
]) AS what
UNION ALL
SELECT 'resale', unnest(['authorised', 'not authorised', 'authorised in part'])
UNION ALL
SELECT 'row added', unnest(['Counted', 'Pending', 'Lost', 'Excluded'])
UNION ALL
SELECT 'benefit', unnest([
  'Available', 'Agreement Needed', 'Invitation Needed', 'Not In Scope', 'Tier Too Low', 'Membership Blocked'
])
UNION ALL
SELECT 'review', unnest(['Enrollment', 'Mid-Year', 'Annual', 'Designation'])
UNION ALL
SELECT 'review', 'Annual to ' || tier FROM tier_rank
UNION ALL
SELECT 'review', 'Mid-Year to ' || tier FROM requirement WHERE rank > 1
UNION ALL
SELECT 'registration', unnest(['Submitted to Expired', 'Action Required to Expired'])
UNION ALL
SELECT 'activity', 'listed for review'
UNION ALL
SELECT 'cent', w.name || ' eARR ' || s.name || ' ' || q.tier
FROM revenue_window w, side s, requirement q WHERE w.name <> 'Year To Date' AND q.rank > 1
UNION ALL
SELECT 'person', class || ' ' || s.name || ' ' || q.tier
FROM (VALUES ('technical'), ('sales-trained')) class (class), side s, requirement q WHERE q.rank > 1
UNION ALL
SELECT 'day', 'close ' || s.name || ' ' || ending || ' of ' || w.name
FROM side s, (VALUES ('start'), ('end')) bound (ending), revenue_window w
UNION ALL
SELECT 'day', type || ' ' || verb || ' ' || s.name || ' as-of date'
FROM side s, (VALUES ('starts'), ('ends')) bound (verb), (VALUES
  ('Baseline Partner Agreement'), ('Resale Partner Addendum'), ('MDF/POC Program Terms'), ('Partner Referral Addendum'),
  ('invitation')
) paper (type)
UNION ALL
SELECT 'day', type || ' ' || verb || ' ' || s.name || ' close'
FROM side s, (VALUES ('starts'), ('ends')) bound (verb), (VALUES ('addendum'), ('resale invitation')) paper (type)
UNION ALL
SELECT 'day', start || ' ' || s.name || ' ' || point
FROM side s, (VALUES
  ('training completed', 'as-of date'), ('training expires', 'as-of date'), ('rate starts', 'close'),
  ('enrolled', '90 days before the quarter ends'), ('registration submitted 90 days and', 'as-of date'),
  ('recorded expiry', 'as-of date'), ('recorded expiry beyond two lifetimes,', 'as-of date')
) bound (start, point)
UNION ALL
SELECT 'second', start || ' ' || s.name || ' ' || point
FROM side s, (VALUES
  ('attribution added', 'close'), ('registration submitted', 'close'),
  ('registration submitted', 'start of the quarter'), ('attribution added', 'end of the quarter')
) bound (start, point);

CREATE TABLE counts AS
SELECT coalesce(e.kind, m.kind) AS kind, coalesce(e.what, m.what) AS what, count(m.what)::VARCHAR AS count
FROM edge e
FULL JOIN met m ON m.kind = e.kind AND m.what = e.what
GROUP BY ALL
ORDER BY ALL;
