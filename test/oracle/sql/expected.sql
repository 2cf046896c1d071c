-- Everything the run leaves behind, one row a value: object, label, field, expected (blank = '').
CREATE TABLE expected (object VARCHAR, label VARCHAR, field VARCHAR, value VARCHAR);

-- R-6: Applicants' and Deactivated partners' tier and figures are cleared; Suspended ones' and other accounts' stay.
CREATE TABLE account_after AS
SELECT
  a.id AS label,
  t.tier AS Partner_Tier__c,
  CASE WHEN t.tier IS NOT DISTINCT FROM a.tier THEN s.Partner_Tier_Since_Date__c ELSE run.as_of::VARCHAR END
    AS Partner_Tier_Since_Date__c,
  d.program_year::VARCHAR AS Partner_Program_Year__c,
  q.tier AS Qualified_Tier__c, n.tier AS Annual_Tier__c, p.tier AS Projected_Annual_Tier__c,
  dollars(last_365.amount) AS Trailing_eARR__c,
  dollars(last_365.amount - last_365.resold) AS Trailing_Influenced_eARR__c,
  dollars(last_365.resold) AS Trailing_Resold_eARR__c,
  dollars(last_year.amount) AS Annual_Window_eARR__c, dollars(this_year.amount) AS Year_To_Date_eARR__c,
  r.technical::VARCHAR AS Technical_Resources__c, r.sales::VARCHAR AS Sales_Trained_Resources__c,
  g.tier AS Next_Tier__c, dollars(g.amount) AS Next_Tier_eARR_Gap__c,
  g.technical::VARCHAR AS Next_Tier_Technical_Gap__c, g.sales::VARCHAR AS Next_Tier_Sales_Gap__c,
  v.quarter AS Partner_Activity_Review__c
FROM account a
CROSS JOIN run
JOIN raw_Account s ON s.Id = a.id
JOIN decision d ON d.partner = a.id
JOIN tier_rank t ON t.rank = d.tier_after
JOIN tier_rank q ON q.rank = d.trailing_result
LEFT JOIN tier_rank n ON n.rank = d.annual_result
JOIN tier_rank p ON p.rank = d.projected_result
JOIN partner_revenue last_365 ON last_365.partner = a.id AND last_365.revenue_window = 'Trailing'
JOIN partner_revenue last_year ON last_year.partner = a.id AND last_year.revenue_window = 'Annual'
JOIN partner_revenue this_year ON this_year.partner = a.id AND this_year.revenue_window = 'Year To Date'
JOIN partner_resources r ON r.partner = a.id
LEFT JOIN gap g ON g.partner = a.id
LEFT JOIN activity_review v ON v.partner = a.id;

INSERT INTO account_after BY NAME
SELECT a.id AS label, s.* EXCLUDE (Id)
FROM account a
JOIN (FROM stored_figures) s ON s.Id = a.id
WHERE coalesce(a.status, '') NOT IN ('Enrolled', 'Applicant', 'Deactivated');
INSERT INTO account_after BY NAME
SELECT a.id AS label FROM account a WHERE a.status IN ('Applicant', 'Deactivated');

INSERT INTO expected
SELECT 'Account', label, field, coalesce(value, '')
FROM account_after UNPIVOT INCLUDE NULLS (value FOR field IN (COLUMNS(* EXCLUDE label)));

-- R-27: rows of accounts that are no partners keep what they have.
CREATE TABLE attribution_after AS
SELECT
  id AS label, status AS Credit_Status__c, reason AS Credit_Reason__c, dollars(amount) AS Credit_eARR__c,
  is_resale_unauthorized::VARCHAR AS Is_Resale_Unauthorized__c
FROM credit
UNION ALL
SELECT
  t.id, s.Credit_Status__c, s.Credit_Reason__c, s.Credit_eARR__c::DECIMAL(38, 2)::VARCHAR,
  is_true(s.Is_Resale_Unauthorized__c)::VARCHAR
FROM attribution t
JOIN raw_Opportunity_Partner__c s ON s.Id = t.id
WHERE t.id NOT IN (SELECT id FROM credit);
INSERT INTO expected
SELECT 'Opportunity_Partner__c', label, field, coalesce(value, '')
FROM attribution_after UNPIVOT INCLUDE NULLS (value FOR field IN (COLUMNS(* EXCLUDE label)));

INSERT INTO expected
SELECT 'Partner_Benefit__c', partner || '/' || key, 'Status__c', status FROM partner_benefit
UNION ALL
SELECT 'Partner_Benefit__c', partner || '/' || key, 'Is_Available__c', (status = 'Available')::VARCHAR
FROM partner_benefit;

-- R-6: rows of accounts that are no partners keep what they have, here nothing.
INSERT INTO expected
SELECT 'Partner_Benefit__c', i.partner || '/' || i.benefit, field, value
FROM invitation i
JOIN account a ON a.id = i.partner AND a.status IS NULL
CROSS JOIN (VALUES ('Status__c', ''), ('Is_Available__c', 'false')) untouched (field, value);

INSERT INTO expected
SELECT 'Deal_Registration__c', id, 'Status__c', status FROM registration_after;

CREATE TABLE review_after AS
SELECT
  r.partner || '/' || r.type AS label, r.status AS Status__c, t.tier AS Tier__c, p.tier AS Previous_Tier__c,
  r.program_year::VARCHAR AS Program_Year__c, dollars(v.amount) AS eARR__c
FROM review r
JOIN tier_rank t ON t.rank = r.rank
LEFT JOIN tier_rank p ON p.rank = r.previous
JOIN partner_revenue v ON v.partner = r.partner AND v.revenue_window = r.revenue_window;
INSERT INTO expected
SELECT 'Partner_Tier_Review__c', label, field, coalesce(value, '')
FROM review_after UNPIVOT INCLUDE NULLS (value FOR field IN (COLUMNS(* EXCLUDE label)));
