-- What reports need beside sales and pay: money that was spent, and what was handed out. Projections: each row is
-- made from one entry of the journal and can be made again. A mistake is entered again the other way round by a
-- later release; nothing here is changed.

CREATE TABLE expense (
  entry INTEGER PRIMARY KEY REFERENCES journal (position),
  day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('goods', 'rent', 'energy', 'equipment', 'other')),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  amount INTEGER NOT NULL CHECK (amount > 0)
) STRICT;
CREATE INDEX expense_by_day ON expense (day, amount);

CREATE TABLE service_spending (
  entry INTEGER PRIMARY KEY REFERENCES journal (position),
  day TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('housing', 'counselling', 'training', 'child_care', 'emergency_help')),
  units INTEGER NOT NULL CHECK (units >= 0),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  amount INTEGER NOT NULL CHECK (amount > 0)
) STRICT;
CREATE INDEX service_spending_by_day ON service_spending (day, kind, units, amount);

-- The ledger of releases: which report went out, over which period, with which content. Each row's hash is over its
-- fields and the hash before it.
CREATE TABLE release (
  number INTEGER PRIMARY KEY CHECK (number >= 1),
  entry INTEGER NOT NULL UNIQUE REFERENCES journal (position),
  template TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  digest TEXT NOT NULL,
  instant INTEGER NOT NULL,
  prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER expense_is_posted BEFORE UPDATE ON expense
BEGIN SELECT RAISE(ABORT, 'an expense is never changed'); END;
CREATE TRIGGER expense_stays BEFORE DELETE ON expense
BEGIN SELECT RAISE(ABORT, 'an expense is never deleted'); END;
CREATE TRIGGER spending_is_posted BEFORE UPDATE ON service_spending
BEGIN SELECT RAISE(ABORT, 'money spent on a service is never changed'); END;
CREATE TRIGGER spending_stays BEFORE DELETE ON service_spending
BEGIN SELECT RAISE(ABORT, 'money spent on a service is never deleted'); END;
CREATE TRIGGER release_is_posted BEFORE UPDATE ON release
BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END;
CREATE TRIGGER release_stays BEFORE DELETE ON release
BEGIN SELECT RAISE(ABORT, 'a release is never deleted'); END;
