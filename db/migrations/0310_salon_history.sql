-- When a visit was to begin, where it began at another time.
ALTER TABLE visit ADD COLUMN planned_at INTEGER;

-- What may be noted of a visit with one tap: a colour, a strength.
CREATE TABLE salon_note (
  place INTEGER PRIMARY KEY CHECK (place > 0),
  words TEXT NOT NULL UNIQUE
) STRICT;

-- Whose a visit was, and what was noted of it, where she agreed to be remembered. No projections: not in the journal, so that
-- they go when she wishes.
CREATE TABLE visit_customer (
  visit BLOB PRIMARY KEY CHECK (length(visit) = 16),
  customer BLOB NOT NULL CHECK (length(customer) = 16)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_by_customer ON visit_customer (customer);
CREATE TABLE visit_note (
  visit BLOB NOT NULL REFERENCES visit_customer (visit) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (visit, place)
) STRICT, WITHOUT ROWID;
