-- The seed's rows, typed. Every raw_* table holds one CSV file as text, blank = NULL, rowid = the file's order,
-- which is the order of the real ids. Deleted rows are out (R-26). Money is whole cents, so that no sum is binary.

-- R-9: a day is a calendar date in the programme's zone; today is the org's.
CREATE MACRO program_day(instant) AS (instant AT TIME ZONE 'America/Los_Angeles')::DATE;
CREATE MACRO is_true(text) AS coalesce(lower(text) IN ('true', '1'), false);
CREATE MACRO cents(text) AS (text::DECIMAL(38, 2) * 100)::HUGEINT;
CREATE MACRO dollars(amount) AS (amount::DECIMAL(36, 0) * 0.01::DECIMAL(2, 2))::VARCHAR;
-- Both ends included; a blank start is never in force, a blank end never ends.
CREATE MACRO in_force(starts, ends, on_day) AS
  starts IS NOT NULL AND starts <= on_day AND (ends IS NULL OR ends >= on_day);

CREATE TABLE run AS
SELECT
  getvariable('now')::TIMESTAMPTZ AS moment,
  program_day(getvariable('now')::TIMESTAMPTZ) AS as_of,
  year(program_day(getvariable('now')::TIMESTAMPTZ)) AS as_of_year,
  (SELECT count(*) > 0 FROM raw_CurrencyType) AS is_multi_currency;

CREATE TABLE account AS
SELECT
  rowid AS ordinal, Id AS id, Partner_Status__c AS status,
  string_split(coalesce(Partner_Focus__c, ''), ';') AS focus,
  is_true(Is_Global_Strategic__c) AS is_designated,
  Partner_Enrolled_Date__c::DATE AS enrolled_on,
  Partner_Tier__c AS tier,
  Partner_Program_Year__c::DECIMAL(18, 2)::INTEGER AS program_year
FROM raw_Account
WHERE NOT is_true(IsDeleted);

CREATE TABLE contact AS
SELECT Id AS id, AccountId AS partner FROM raw_Contact WHERE NOT is_true(IsDeleted);

CREATE TABLE training AS
SELECT
  t.Contact__c AS contact, c.partner, t.Course__c AS course,
  t.Completed_Date__c::DATE AS completed_on, t.Expires_Date__c::DATE AS expires_on
FROM raw_Partner_Training__c t
JOIN contact c ON c.id = t.Contact__c
WHERE NOT is_true(t.IsDeleted);

CREATE TABLE agreement AS
SELECT
  Partner__c AS partner, Type__c AS type,
  Effective_Date__c::DATE AS starts_on, End_Date__c::DATE AS ends_on
FROM raw_Partner_Agreement__c
WHERE NOT is_true(IsDeleted);

CREATE TABLE invitation AS
SELECT
  rowid AS ordinal, Id AS id, Partner__c AS partner, Benefit__c AS benefit,
  Invited_Date__c::DATE AS starts_on, Invitation_Ends_Date__c::DATE AS ends_on
FROM raw_Partner_Benefit__c
WHERE NOT is_true(IsDeleted);

-- R-22: the close moment is the last stage change; where none is recorded, the creation.
CREATE TABLE opportunity AS
SELECT
  Id AS id, StageName = 'Closed Won' AS is_won, StageName IN ('Closed Won', 'Closed Lost') AS is_closed,
  CloseDate::DATE AS closed_on,
  coalesce(LastStageChangeDate, CreatedDate)::TIMESTAMPTZ AS closed_at,
  cents(eARR__c) AS earr, CurrencyIsoCode AS currency
FROM raw_Opportunity
WHERE NOT is_true(IsDeleted);

CREATE TABLE line_item AS
SELECT l.OpportunityId AS opportunity, p.Family AS family, cents(l.eARR__c) AS earr
FROM raw_OpportunityLineItem l
LEFT JOIN raw_Product2 p ON p.Id = l.Product2Id
WHERE NOT is_true(l.IsDeleted);

CREATE TABLE registration AS
SELECT
  Id AS id, Partner__c AS partner, Opportunity__c AS opportunity, Status__c AS status,
  Submitted_At__c::TIMESTAMPTZ AS submitted_at, Expires_Date__c::DATE AS expires_on,
  is_true(Is_Late_Claim_Approved__c) AS is_late_claim_approved
FROM raw_Deal_Registration__c
WHERE NOT is_true(IsDeleted);
