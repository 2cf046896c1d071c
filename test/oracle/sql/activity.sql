-- R-34: Registered partners who did nothing in the last full quarter; instants are days in the programme's zone.
CREATE TABLE activity_review AS
SELECT d.partner, strftime(q.ends_on, '%Y') || '-Q' || quarter(q.ends_on) AS quarter
FROM decision d
JOIN account a ON a.id = d.partner
CROSS JOIN last_quarter q
WHERE d.tier_after = 1
  AND a.enrolled_on <= q.ends_on - 90
  AND NOT EXISTS (
    FROM registration r
    WHERE r.partner = d.partner AND program_day(r.submitted_at) BETWEEN q.starts_on AND q.ends_on
  )
  AND NOT EXISTS (
    FROM attribution t
    WHERE t.partner = d.partner AND program_day(t.created_at) BETWEEN q.starts_on AND q.ends_on
  )
  AND NOT EXISTS (
    FROM training t
    WHERE t.partner = d.partner AND t.completed_on BETWEEN q.starts_on AND q.ends_on
  );
