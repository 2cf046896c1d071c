-- R-30 to R-32: the matrix and every partner's status in it.
CREATE TABLE benefit (key VARCHAR, lowest INTEGER, is_by_invitation BOOLEAN, scope VARCHAR, agreements VARCHAR[]);
INSERT INTO benefit VALUES
  ('Partner_Portal', 1, false, NULL, []),
  ('Product_Roadmap', 2, false, NULL, []),
  ('Demo_Environment', 2, false, NULL, []),
  ('Implementation_Offering', 2, false, 'Flex', []),
  ('Partner_Badge', 2, false, NULL, []),
  ('Partner_Listing', 2, false, NULL, []),
  ('Technology_Partner_Program', 3, true, NULL, []),
  ('Market_Development_Funds', 3, false, NULL, ['MDF/POC Program Terms', 'Resale Partner Addendum']),
  ('Designated_Partner_Management', 3, false, NULL, []),
  ('Referral_Fees', 3, true, 'Segment/Engage', ['Partner Referral Addendum']),
  ('Partner_Advisory_Board', 3, true, NULL, []),
  ('Proof_Of_Concept_Funding', 3, true, 'Flex', ['MDF/POC Program Terms', 'Resale Partner Addendum']),
  ('Contact_Center_Licenses', 3, false, 'Flex', []),
  ('Reseller_Program', 3, true, 'Flex', ['Resale Partner Addendum']),
  ('Global_Event_Participation', 3, true, NULL, []),
  ('Executive_Engagement', 4, true, 'Flex', []),
  ('Co_Sell', 4, false, NULL, []);

-- R-6: seventeen rows for every partner but Applicants, who keep what rows exist.
CREATE TABLE partner_benefit AS
WITH cell AS (
  SELECT a.id AS partner, a.status AS partner_status, a.focus, b.*, d.tier_after
  FROM account a
  CROSS JOIN benefit b
  LEFT JOIN decision d ON d.partner = a.id
  WHERE a.status IN ('Enrolled', 'Suspended', 'Deactivated')
     OR (a.status = 'Applicant' AND EXISTS (FROM invitation i WHERE i.partner = a.id AND i.benefit = b.key))
)
SELECT
  c.partner, c.key,
  CASE
    WHEN c.partner_status <> 'Enrolled' THEN 'Membership Blocked'
    WHEN NOT EXISTS (FROM agreement_in_force g WHERE g.partner = c.partner AND g.type = 'Baseline Partner Agreement')
      THEN 'Membership Blocked'
    WHEN c.tier_after < c.lowest THEN 'Tier Too Low'
    WHEN c.scope IS NOT NULL AND NOT list_contains(c.focus, c.scope) THEN 'Not In Scope'
    WHEN c.is_by_invitation AND NOT EXISTS (
      FROM invitation i, run
      WHERE i.partner = c.partner AND i.benefit = c.key AND in_force(i.starts_on, i.ends_on, run.as_of)
    ) THEN 'Invitation Needed'
    WHEN NOT list_has_all(
      (SELECT coalesce(list(g.type), []) FROM agreement_in_force g WHERE g.partner = c.partner), c.agreements
    ) THEN 'Agreement Needed'
    ELSE 'Available'
  END AS status
FROM cell c;
