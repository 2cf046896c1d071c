-- R-1 to R-3, R-7: the tier that each window supports.
CREATE TABLE requirement (rank INTEGER, tier VARCHAR, technical INTEGER, sales INTEGER, amount HUGEINT);
INSERT INTO requirement VALUES
  (1, 'Registered', 0, 0, 0),
  (2, 'Bronze', 3, 1, 2000000),
  (3, 'Silver', 10, 5, 20000000),
  (4, 'Gold', 15, 10, 100000000);
-- R-4: a designation, never computed.
CREATE TABLE tier_rank AS
SELECT rank, tier FROM requirement UNION ALL SELECT 5, 'Global Strategic';

-- R-7, R-8: the account's own agreement, on the as-of date.
CREATE TABLE agreement_in_force AS
SELECT DISTINCT g.partner, g.type
FROM agreement g, run
WHERE in_force(g.starts_on, g.ends_on, run.as_of);

CREATE TABLE qualified AS
WITH rung AS (
  SELECT
    v.partner, v.revenue_window, q.rank,
    b.partner IS NOT NULL
      AND r.technical >= q.technical AND r.sales >= q.sales AND v.amount >= q.amount AS is_met
  FROM partner_revenue v
  JOIN partner_resources r ON r.partner = v.partner
  LEFT JOIN agreement_in_force b ON b.partner = v.partner AND b.type = 'Baseline Partner Agreement'
  CROSS JOIN requirement q
)
-- R-3: the rung below the first one that is missed; never below Registered.
SELECT partner, revenue_window, greatest(coalesce(min(rank) FILTER (NOT is_met), 5) - 1, 1) AS rank
FROM rung
GROUP BY partner, revenue_window;
