-- R-35: from trailing figures and today's resources to the tier above the one after this run; none at Gold and above.
CREATE TABLE gap AS
SELECT
  d.partner, q.tier,
  greatest(q.amount - v.amount, 0) AS amount,
  greatest(q.technical - r.technical, 0) AS technical,
  greatest(q.sales - r.sales, 0) AS sales
FROM decision d
JOIN requirement q ON q.rank = d.tier_after + 1
JOIN partner_revenue v ON v.partner = d.partner AND v.revenue_window = 'Trailing'
JOIN partner_resources r ON r.partner = d.partner;
