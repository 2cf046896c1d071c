-- R-28, R-29: distinct people with a completed, unexpired course of the class on the as-of date; one may count in both.
CREATE TABLE partner_resources AS
WITH trained AS (
  SELECT
    t.partner, t.contact,
    t.course = 'Twilio_Platform' AS is_technical,
    t.course = 'Sellers_Series_101'
      -- R-29: Segment's own course counts for partners of that focus.
      OR (t.course = 'Segment_Sales' AND list_contains(a.focus, 'Segment/Engage')) AS is_sales
  FROM training t
  JOIN account a ON a.id = t.partner
  CROSS JOIN run
  WHERE in_force(t.completed_on, t.expires_on, run.as_of)
)
SELECT
  a.id AS partner,
  count(DISTINCT t.contact) FILTER (t.is_technical) AS technical,
  count(DISTINCT t.contact) FILTER (t.is_sales) AS sales
FROM account a
LEFT JOIN trained t ON t.partner = a.id
GROUP BY a.id;
