-- R-22 to R-24: which rows exist, and which of them are valid. No amounts here.

-- R-23: only Approved counts; the registration's own partner and opportunity decide, never a link. It must have been
-- submitted no later than the close moment; later, or without a submission time, it needs an approved late claim.
CREATE TABLE approved_registration AS
SELECT
  r.partner, r.opportunity,
  bool_or(r.is_late_claim_approved OR coalesce(r.submitted_at <= o.closed_at, false)) AS is_in_time
FROM registration r
JOIN opportunity o ON o.id = r.opportunity
JOIN account a ON a.id = r.partner
WHERE r.status = 'Approved' AND a.status IS NOT NULL
GROUP BY r.partner, r.opportunity;

CREATE TABLE attribution AS
SELECT
  t.rowid AS ordinal, t.Id AS id, t.Opportunity__c AS opportunity, t.Partner__c AS partner,
  t.Source__c AS source, t.Role__c AS role, t.CreatedDate::TIMESTAMPTZ AS created_at, false AS is_added
FROM raw_Opportunity_Partner__c t
JOIN opportunity o ON o.id = t.Opportunity__c
WHERE NOT is_true(t.IsDeleted);

-- R-23: approval adds the partner where it has no row there: open, lost and won, for any partner status.
INSERT INTO attribution
SELECT
  NULL, 'added ' || r.opportunity || '/' || r.partner, r.opportunity, r.partner,
  'Deal Registration', 'Influenced', run.moment, true
FROM approved_registration r, run
WHERE NOT EXISTS (FROM attribution t WHERE t.partner = r.partner AND t.opportunity = r.opportunity);

CREATE TABLE participation AS
WITH way AS (
  SELECT
    t.*, o.is_won, o.is_closed, o.closed_on,
    -- R-22: of source Twilio Sales, created no later than the close moment; the same instant counts.
    t.source = 'Twilio Sales' AND t.created_at <= o.closed_at AS is_added_in_time,
    r.partner IS NOT NULL AS has_approved_registration,
    coalesce(r.is_in_time, false) AS is_registered_in_time
  FROM attribution t
  JOIN opportunity o ON o.id = t.opportunity
  JOIN account a ON a.id = t.partner
  LEFT JOIN approved_registration r ON r.partner = t.partner AND r.opportunity = t.opportunity
  WHERE a.status IS NOT NULL
)
SELECT *, is_added_in_time OR is_registered_in_time AS is_valid FROM way;

-- R-24: the earliest valid row, by creation, then id; while there is one, every other row of the pair is a duplicate.
CREATE TABLE first_valid AS
SELECT opportunity, partner, arg_min(id, (created_at, coalesce(ordinal, 1e9::BIGINT))) AS id
FROM participation
WHERE is_valid
GROUP BY opportunity, partner;
