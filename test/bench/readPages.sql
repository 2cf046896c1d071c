-- The result pages and the small objects as tables of facts, ids as they are.

CREATE TABLE partner AS FROM read_csv(partner_file(), columns = {'p': 'BIGINT', 'id': 'VARCHAR'}, header = true);

CREATE TABLE page AS
SELECT * FROM read_csv(attribution_files(), header = true, all_varchar = true);

CREATE TABLE opportunity AS
SELECT
  "Opportunity__c" AS o, any_value("Opportunity__r.IsWon") = 'true' AS is_won, any_value("Opportunity__r.IsClosed") = 'true' AS is_closed,
  any_value("Opportunity__r.CloseDate")::DATE AS closed_on,
  any_value(nullif("Opportunity__r.LastStageChangeDate", ''))::TIMESTAMP AS moved_at,
  any_value("Opportunity__r.CreatedDate")::TIMESTAMP AS created_at,
  (any_value(nullif("Opportunity__r.eARR__c", ''))::DECIMAL(18, 2) * 100)::BIGINT AS earr,
  any_value("Opportunity__r.CurrencyIsoCode") AS currency
FROM page GROUP BY "Opportunity__c";

CREATE TABLE attribution AS
SELECT
  page."Id" AS a, "Opportunity__c" AS o, p, "Source__c" AS source, "Role__c" AS role, "CreatedDate"::TIMESTAMP AS created_at,
  "Credit_Status__c" AS stored_status, coalesce("Credit_Reason__c", '') AS stored_reason,
  ("Credit_eARR__c"::DECIMAL(18, 2) * 100)::BIGINT AS stored_credit, "Is_Resale_Unauthorized__c" = 'true' AS stored_flag
FROM page JOIN partner ON partner.id = "Partner__c";

DROP TABLE page;

CREATE TABLE line_item AS
SELECT "OpportunityId" AS o, nullif("Product2.Family", '') AS family, (nullif("eARR__c", '')::DECIMAL(18, 2) * 100)::BIGINT AS earr
FROM read_csv(line_files(), header = true, all_varchar = true);

CREATE TABLE registration AS
SELECT "Opportunity__c" AS o, p
FROM read_csv(seed_file('Deal_Registration__c'), header = true, all_varchar = true) JOIN partner ON partner.id = "Partner__c";

CREATE TABLE dated_rate AS
SELECT "IsoCode" AS currency, "StartDate"::DATE AS starts_on, "NextStartDate"::DATE AS next_starts_on,
  ("ConversionRate"::DECIMAL(20, 6) * 1000000)::BIGINT AS rate
FROM read_csv(seed_file('DatedConversionRate'), header = true, all_varchar = true);
