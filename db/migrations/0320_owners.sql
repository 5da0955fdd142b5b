-- A shop that several organisations run together: each one's share of what is left, from a month on.
CREATE TABLE owner_share (
  from_month TEXT NOT NULL,  -- "2026-01"
  place INTEGER NOT NULL,
  owner TEXT NOT NULL,
  name TEXT NOT NULL,
  share INTEGER NOT NULL CHECK (share BETWEEN 0 AND 1000000),  -- millionths
  PRIMARY KEY (from_month, place),
  UNIQUE (from_month, owner)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER share_is_agreed BEFORE UPDATE ON owner_share
BEGIN SELECT RAISE(ABORT, 'what owners agreed is never changed: others follow it'); END;
CREATE TRIGGER share_stays BEFORE DELETE ON owner_share
BEGIN SELECT RAISE(ABORT, 'what owners agreed is never deleted'); END;

-- Who paid for a service alone; nothing: all together, by their shares.
ALTER TABLE service_spending ADD COLUMN owner TEXT;

-- Orders that are neither handed over nor left out, however old.
CREATE INDEX order_that_is_open ON customer_order (day) WHERE state = 'open';
