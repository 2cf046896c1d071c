-- R-21: rounded once, half away from zero; the rate is in millionths, and dollars are the corporate currency.
CREATE MACRO in_dollars(amount, rate) AS
  (sign(amount)::HUGEINT * ((2 * abs(amount)::HUGEINT * 1000000 + rate::HUGEINT) // (2 * rate::HUGEINT)))::BIGINT;
-- Every other partner was invited to resell and signed the addendum.
CREATE MACRO may_resell(p) AS p % 2 = 0;
