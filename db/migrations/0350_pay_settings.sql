-- What the employer brings to every payslip from a day on: the accident rate of its trade, whether
-- it owes a levy. It is about the enterprise, not about anybody in it.
CREATE TABLE pay_setting (
  first_day TEXT NOT NULL PRIMARY KEY,
  settings TEXT NOT NULL CHECK (settings <> '')
) STRICT, WITHOUT ROWID;

-- Values of law that the organisation entered itself, over what is shipped: one dated entry each.
CREATE TABLE law_addition (
  country TEXT NOT NULL,
  series TEXT NOT NULL,
  first_day TEXT NOT NULL,
  entry TEXT NOT NULL,
  entered TEXT NOT NULL,
  PRIMARY KEY (country, series, first_day)
) STRICT, WITHOUT ROWID;
