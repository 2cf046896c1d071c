-- What a programme met: verdicts, statuses, reviews, and on which side of each threshold it stood.
CREATE MACRO side(distance) AS
  CASE distance WHEN -1 THEN 'below' WHEN 0 THEN 'at' WHEN 1 THEN 'above' END;

CREATE TABLE met AS
SELECT 'verdict' AS kind, status || coalesce(': ' || reason, '') AS what FROM credit
UNION ALL
SELECT 'resale', CASE
  WHEN NOT is_resale_unauthorized THEN 'authorised' WHEN resold = 0 THEN 'not authorised' ELSE 'authorised in part'
END
FROM credit WHERE is_resale_unauthorized OR resold <> 0
UNION ALL
SELECT 'row added', status FROM credit WHERE is_added
UNION ALL
SELECT 'benefit', status FROM partner_benefit
UNION ALL
SELECT 'review', type || ' to ' || tier FROM review JOIN tier_rank USING (rank) WHERE type IN ('Annual', 'Mid-Year')
UNION ALL
SELECT 'review', type FROM review
UNION ALL
SELECT 'registration', b.status || ' to ' || a.status FROM registration_after a JOIN registration b USING (id)
WHERE a.status <> b.status
UNION ALL
SELECT 'activity', 'listed for review' FROM activity_review;

-- A cent: each window's revenue against each requirement.
INSERT INTO met
SELECT 'cent', v.revenue_window || ' eARR ' || side(v.amount - q.amount) || ' ' || q.tier
FROM partner_revenue v
JOIN decision d ON d.partner = v.partner
JOIN requirement q ON q.rank > 1 AND abs(v.amount - q.amount) <= 1
WHERE v.revenue_window <> 'Year To Date';

-- A person: resources against each requirement.
INSERT INTO met
SELECT 'person', 'technical ' || side(r.technical - q.technical) || ' ' || q.tier
FROM partner_resources r JOIN decision d USING (partner) JOIN requirement q ON q.rank > 1
WHERE abs(r.technical - q.technical) <= 1
UNION ALL
SELECT 'person', 'sales-trained ' || side(r.sales - q.sales) || ' ' || q.tier
FROM partner_resources r JOIN decision d USING (partner) JOIN requirement q ON q.rank > 1
WHERE abs(r.sales - q.sales) <= 1;

-- A day: below = the day before, above = the day after.
INSERT INTO met
SELECT 'day', 'close ' || side(c.closed_on - w.starts_on) || ' start of ' || w.name
FROM credit c CROSS JOIN revenue_window w WHERE c.status = 'Counted' AND abs(c.closed_on - w.starts_on) <= 1
UNION ALL
SELECT 'day', 'close ' || side(c.closed_on - w.ends_on) || ' end of ' || w.name
FROM credit c CROSS JOIN revenue_window w WHERE c.status = 'Counted' AND abs(c.closed_on - w.ends_on) <= 1
UNION ALL
SELECT 'day', g.type || ' starts ' || side(g.starts_on - run.as_of) || ' as-of date'
FROM agreement g, run WHERE abs(g.starts_on - run.as_of) <= 1
UNION ALL
SELECT 'day', g.type || ' ends ' || side(g.ends_on - run.as_of) || ' as-of date'
FROM agreement g, run WHERE abs(g.ends_on - run.as_of) <= 1
UNION ALL
SELECT 'day', 'addendum starts ' || side(g.starts_on - c.closed_on) || ' close'
FROM agreement g JOIN verdict c ON c.partner = g.partner AND c.role = 'Resold' AND c.status = 'Counted'
WHERE g.type = 'Resale Partner Addendum' AND abs(g.starts_on - c.closed_on) <= 1
UNION ALL
SELECT 'day', 'addendum ends ' || side(g.ends_on - c.closed_on) || ' close'
FROM agreement g JOIN verdict c ON c.partner = g.partner AND c.role = 'Resold' AND c.status = 'Counted'
WHERE g.type = 'Resale Partner Addendum' AND abs(g.ends_on - c.closed_on) <= 1
UNION ALL
SELECT 'day', 'invitation starts ' || side(i.starts_on - run.as_of) || ' as-of date'
FROM invitation i, run WHERE abs(i.starts_on - run.as_of) <= 1
UNION ALL
SELECT 'day', 'invitation ends ' || side(i.ends_on - run.as_of) || ' as-of date'
FROM invitation i, run WHERE abs(i.ends_on - run.as_of) <= 1
UNION ALL
SELECT 'day', 'resale invitation starts ' || side(i.starts_on - c.closed_on) || ' close'
FROM invitation i JOIN verdict c ON c.partner = i.partner AND c.role = 'Resold' AND c.status = 'Counted'
WHERE i.benefit = 'Reseller_Program' AND abs(i.starts_on - c.closed_on) <= 1
UNION ALL
SELECT 'day', 'resale invitation ends ' || side(i.ends_on - c.closed_on) || ' close'
FROM invitation i JOIN verdict c ON c.partner = i.partner AND c.role = 'Resold' AND c.status = 'Counted'
WHERE i.benefit = 'Reseller_Program' AND abs(i.ends_on - c.closed_on) <= 1
UNION ALL
SELECT 'day', 'training completed ' || side(t.completed_on - run.as_of) || ' as-of date'
FROM training t, run WHERE abs(t.completed_on - run.as_of) <= 1
UNION ALL
SELECT 'day', 'training expires ' || side(t.expires_on - run.as_of) || ' as-of date'
FROM training t, run WHERE abs(t.expires_on - run.as_of) <= 1
UNION ALL
SELECT 'day', 'rate starts ' || side(r.starts_on - o.closed_on) || ' close'
FROM dated_rate r JOIN opportunity o ON o.currency = r.currency WHERE abs(r.starts_on - o.closed_on) <= 1
UNION ALL
SELECT 'day', 'enrolled ' || side(a.enrolled_on - (q.ends_on - 90)) || ' 90 days before the quarter ends'
FROM account a JOIN decision d ON d.partner = a.id CROSS JOIN last_quarter q
WHERE d.tier_after = 1 AND abs(a.enrolled_on - (q.ends_on - 90)) <= 1
UNION ALL
SELECT 'day', 'registration submitted 90 days and ' || side(run.as_of - program_day(r.submitted_at) - 90) || ' as-of date'
FROM registration r, run
WHERE r.status IN ('Submitted', 'Action Required') AND r.expires_on IS NULL
  AND abs(run.as_of - program_day(r.submitted_at) - 90) <= 1
UNION ALL
SELECT 'day', 'recorded expiry beyond two lifetimes, ' || side(program_day(r.submitted_at) + 180 - run.as_of) || ' as-of date'
FROM registration r, run
WHERE r.status IN ('Submitted', 'Action Required') AND r.expires_on > program_day(r.submitted_at) + 180
  AND abs(program_day(r.submitted_at) + 180 - run.as_of) <= 1
UNION ALL
SELECT 'day', 'recorded expiry ' || side(r.expires_on - run.as_of) || ' as-of date'
FROM registration r, run
WHERE r.status IN ('Submitted', 'Action Required') AND abs(r.expires_on - run.as_of) <= 1;

-- A second: what was added or submitted against the close; the quarter's ends in the programme's zone.
INSERT INTO met
SELECT 'second', 'attribution added ' || side(date_diff('second', o.closed_at, t.created_at)) || ' close'
FROM participation t JOIN opportunity o ON o.id = t.opportunity
WHERE o.is_won AND t.source = 'Twilio Sales' AND abs(date_diff('second', o.closed_at, t.created_at)) <= 1
UNION ALL
SELECT 'second', 'registration submitted ' || side(date_diff('second', o.closed_at, r.submitted_at)) || ' close'
FROM registration r JOIN opportunity o ON o.id = r.opportunity
WHERE o.is_won AND r.status = 'Approved' AND abs(date_diff('second', o.closed_at, r.submitted_at)) <= 1
UNION ALL
SELECT 'second', 'registration submitted ' || side(date_diff('second', q.starts_on::TIMESTAMP, r.submitted_at AT TIME ZONE 'America/Los_Angeles'))
  || ' start of the quarter'
FROM registration r JOIN decision d USING (partner) CROSS JOIN last_quarter q
WHERE abs(date_diff('second', q.starts_on::TIMESTAMP, r.submitted_at AT TIME ZONE 'America/Los_Angeles')) <= 1
UNION ALL
SELECT 'second', 'attribution added ' || side(date_diff('second', (q.ends_on + 1)::TIMESTAMP, t.created_at AT TIME ZONE 'America/Los_Angeles'))
  || ' end of the quarter'
FROM attribution t JOIN decision d USING (partner) CROSS JOIN last_quarter q
WHERE abs(date_diff('second', (q.ends_on + 1)::TIMESTAMP, t.created_at AT TIME ZONE 'America/Los_Angeles')) <= 1;
