-- Money that is paid early for what is still owed: a deposit on an order, sessions of a package, a loaf for whoever comes.
-- It is owed until it is delivered or given back.

-- The tenders of a sale, with what was paid early among them. Copied there and back, not renamed.
CREATE TABLE tender_so_far (
  sale INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, amount INTEGER NOT NULL, reference TEXT NOT NULL,
  PRIMARY KEY (sale, number)
) STRICT, WITHOUT ROWID;
INSERT INTO tender_so_far SELECT sale, number, kind, amount, reference FROM sale_tender;
DROP TABLE sale_tender;
CREATE TABLE sale_tender (
  sale INTEGER NOT NULL REFERENCES sale (entry),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card', 'voucher', 'account', 'advance')),
  amount INTEGER NOT NULL,
  reference TEXT NOT NULL DEFAULT '',  -- a voucher's number, an account's or advance's code
  PRIMARY KEY (sale, number),
  CHECK ((kind IN ('voucher', 'account', 'advance')) = (reference <> ''))
) STRICT, WITHOUT ROWID;
INSERT INTO sale_tender (sale, number, kind, amount, reference)
  SELECT sale, number, kind, amount, reference FROM tender_so_far;
DROP TABLE tender_so_far;
CREATE TRIGGER tender_is_posted BEFORE UPDATE ON sale_tender
BEGIN SELECT RAISE(ABORT, 'a sale is never changed'); END;
CREATE TRIGGER tender_stays BEFORE DELETE ON sale_tender
BEGIN SELECT RAISE(ABORT, 'a sale is never deleted'); END;
CREATE TRIGGER tender_comes_with_its_entry BEFORE INSERT ON sale_tender
WHEN NEW.sale <> (SELECT max(position) FROM journal)
BEGIN SELECT RAISE(ABORT, 'a sale is never added to'); END;

CREATE TABLE advance (
  code TEXT PRIMARY KEY,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  balance INTEGER NOT NULL CHECK (balance >= 0),
  since TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER advance_stays BEFORE DELETE ON advance
BEGIN SELECT RAISE(ABORT, 'what was paid early is delivered or given back, never deleted'); END;

CREATE TABLE advance_move (
  entry INTEGER NOT NULL REFERENCES journal (position),
  number INTEGER NOT NULL,
  advance TEXT NOT NULL REFERENCES advance (code),
  kind TEXT NOT NULL CHECK (kind IN ('taken', 'delivered', 'put_back', 'given_back')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  day TEXT NOT NULL,
  PRIMARY KEY (entry, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX move_by_advance ON advance_move (advance);
CREATE TRIGGER advance_move_is_posted BEFORE UPDATE ON advance_move
BEGIN SELECT RAISE(ABORT, 'an advance move is never changed'); END;
CREATE TRIGGER advance_move_stays BEFORE DELETE ON advance_move
BEGIN SELECT RAISE(ABORT, 'an advance move is never deleted'); END;

ALTER TABLE session_figures ADD COLUMN advances_taken INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session_figures ADD COLUMN advances_used INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session_figures ADD COLUMN advances_back INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cash_move ADD COLUMN reference TEXT NOT NULL DEFAULT '';  -- of an advance that is given back
