-- R-27: every attribution's verdict; R-25: what of it is resold. Neither depends on the as-of date.
CREATE TABLE verdict AS
WITH reasoned AS (
  SELECT
    p.*, r.amount, r.resalable, r.has_never_resold,
    CASE
      WHEN NOT p.is_won THEN NULL
      WHEN f.id <> p.id THEN 'Duplicate'
      WHEN NOT p.is_valid AND p.source = 'Twilio Sales' THEN 'Added After Close'
      WHEN NOT p.is_valid AND NOT p.has_approved_registration THEN 'Registration Not Approved'
      WHEN NOT p.is_valid THEN 'Registration Submitted After Close'
      WHEN r.is_services_only THEN 'Professional Services Only'
      WHEN r.is_unrecorded THEN 'No eARR'
      WHEN r.is_rate_missing THEN 'Currency Rate Missing'
    END AS reason
  FROM participation p
  LEFT JOIN first_valid f ON f.opportunity = p.opportunity AND f.partner = p.partner
  LEFT JOIN revenue r ON r.opportunity = p.opportunity
)
SELECT
  *,
  CASE
    WHEN NOT is_closed THEN 'Pending' WHEN NOT is_won THEN 'Lost' WHEN reason IS NULL THEN 'Counted' ELSE 'Excluded'
  END AS status
FROM reasoned;

-- R-25: invitation and addendum in force on the CloseDate; tier, scope and baseline are not tested for this.
CREATE TABLE credit AS
WITH authorised AS (
  SELECT
    v.*,
    v.role = 'Resold' AS is_resold,
    EXISTS (
      FROM invitation i
      WHERE i.partner = v.partner AND i.benefit = 'Reseller_Program'
        AND in_force(i.starts_on, i.ends_on, v.closed_on)
    ) AND EXISTS (
      FROM agreement g
      WHERE g.partner = v.partner AND g.type = 'Resale Partner Addendum'
        AND in_force(g.starts_on, g.ends_on, v.closed_on)
    ) AS is_authorised
  FROM verdict v
)
SELECT
  id, ordinal, is_added, opportunity, partner, source, created_at, closed_on, status, reason,
  -- 0 unless Counted; the flag only on Counted rows.
  CASE WHEN status = 'Counted' THEN amount ELSE 0 END AS amount,
  CASE WHEN status = 'Counted' AND is_resold AND is_authorised THEN resalable ELSE 0 END AS resold,
  status = 'Counted' AND is_resold AND (NOT is_authorised OR has_never_resold) AS is_resale_unauthorized
FROM authorised;

-- R-19, R-24: influenced and resold together; each partner gets the full amount.
CREATE TABLE partner_revenue AS
SELECT
  a.id AS partner, w.name AS revenue_window,
  coalesce(sum(c.amount), 0) AS amount,
  coalesce(sum(c.resold), 0) AS resold
FROM account a
CROSS JOIN revenue_window w
LEFT JOIN credit c ON c.partner = a.id AND c.closed_on BETWEEN w.starts_on AND w.ends_on
GROUP BY a.id, w.name;
