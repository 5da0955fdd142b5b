-- Vouchers and customers' accounts as ways to pay, and money that comes with a sale and is none: tips, vouchers sold,
-- accounts paid. Projections, all but a customer's name: that stands in no entry of the journal, so that it can be
-- changed and taken out.

-- The tenders of a sale, of any kind that the program knows, and which voucher or account paid. Copied there and back, not
-- renamed: after a renaming the log stays beside the book when it is closed.
CREATE TABLE tender_so_far (
  sale INTEGER NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (sale, number)
) STRICT, WITHOUT ROWID;
INSERT INTO tender_so_far (sale, number, kind, amount) SELECT sale, number, kind, amount FROM sale_tender;
DROP TABLE sale_tender;
CREATE TABLE sale_tender (
  sale INTEGER NOT NULL REFERENCES sale (entry),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card', 'voucher', 'account')),
  amount INTEGER NOT NULL,
  reference TEXT NOT NULL DEFAULT '',  -- a voucher's number, an account's code
  PRIMARY KEY (sale, number),
  CHECK ((kind IN ('voucher', 'account')) = (reference <> ''))
) STRICT, WITHOUT ROWID;
INSERT INTO sale_tender (sale, number, kind, amount) SELECT sale, number, kind, amount FROM tender_so_far;
DROP TABLE tender_so_far;

CREATE TRIGGER tender_is_posted BEFORE UPDATE ON sale_tender
BEGIN SELECT RAISE(ABORT, 'a sale is never changed'); END;
CREATE TRIGGER tender_stays BEFORE DELETE ON sale_tender
BEGIN SELECT RAISE(ABORT, 'a sale is never deleted'); END;
CREATE TRIGGER tender_comes_with_its_entry BEFORE INSERT ON sale_tender
WHEN NEW.sale <> (SELECT max(position) FROM journal)
BEGIN SELECT RAISE(ABORT, 'a sale is never added to'); END;

CREATE TABLE sale_extra (
  sale INTEGER NOT NULL REFERENCES sale (entry),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('tip', 'voucher_sold', 'account_paid')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  reference TEXT NOT NULL,
  valid_until TEXT,
  PRIMARY KEY (sale, number),
  CHECK ((kind = 'tip') = (reference = ''))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER extra_is_posted BEFORE UPDATE ON sale_extra
BEGIN SELECT RAISE(ABORT, 'a sale is never changed'); END;
CREATE TRIGGER extra_stays BEFORE DELETE ON sale_extra
BEGIN SELECT RAISE(ABORT, 'a sale is never deleted'); END;
CREATE TRIGGER extra_comes_with_its_entry BEFORE INSERT ON sale_extra
WHEN NEW.sale <> (SELECT max(position) FROM journal)
BEGIN SELECT RAISE(ABORT, 'a sale is never added to'); END;

ALTER TABLE session_figures ADD COLUMN tips_out INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session_figures ADD COLUMN vouchers_taken INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session_figures ADD COLUMN vouchers_sold INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session_figures ADD COLUMN account_taken INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session_figures ADD COLUMN account_paid INTEGER NOT NULL DEFAULT 0;

CREATE TABLE voucher (
  number TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('sold', 'given', 'other')),
  issuer TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  value INTEGER NOT NULL CHECK (value > 0),
  balance INTEGER NOT NULL CHECK (balance BETWEEN 0 AND value),
  issued_on TEXT NOT NULL,
  valid_until TEXT,
  cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)),
  CHECK ((kind = 'other') = (issuer <> ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX voucher_by_day ON voucher (issued_on);
CREATE TRIGGER voucher_stays BEFORE DELETE ON voucher
BEGIN SELECT RAISE(ABORT, 'a voucher is never deleted'); END;
CREATE TRIGGER voucher_is_issued BEFORE UPDATE ON voucher
WHEN NEW.number <> OLD.number OR NEW.kind <> OLD.kind OR NEW.issuer <> OLD.issuer
  OR NEW.currency <> OLD.currency OR NEW.value <> OLD.value OR NEW.issued_on <> OLD.issued_on
  OR NEW.valid_until IS NOT OLD.valid_until OR NEW.cancelled < OLD.cancelled
BEGIN SELECT RAISE(ABORT, 'a voucher is used or cancelled, never changed'); END;

-- What each entry did to vouchers, in its order.
CREATE TABLE voucher_move (
  entry INTEGER NOT NULL REFERENCES journal (position),
  number INTEGER NOT NULL,
  voucher TEXT NOT NULL REFERENCES voucher (number),
  kind TEXT NOT NULL CHECK (kind IN ('issued', 'used', 'put_back', 'cancelled')),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  day TEXT NOT NULL,
  PRIMARY KEY (entry, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX move_by_voucher ON voucher_move (voucher);
CREATE TRIGGER voucher_move_is_posted BEFORE UPDATE ON voucher_move
BEGIN SELECT RAISE(ABORT, 'a voucher move is never changed'); END;
CREATE TRIGGER voucher_move_stays BEFORE DELETE ON voucher_move
BEGIN SELECT RAISE(ABORT, 'a voucher move is never deleted'); END;

CREATE TABLE customer_account (
  code TEXT PRIMARY KEY,
  picture TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  credit_limit INTEGER NOT NULL CHECK (credit_limit >= 0),
  owed INTEGER NOT NULL DEFAULT 0,
  closed INTEGER NOT NULL CHECK (closed IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER account_stays BEFORE DELETE ON customer_account
BEGIN SELECT RAISE(ABORT, 'an account is closed, never deleted'); END;

CREATE TABLE account_move (
  entry INTEGER NOT NULL REFERENCES journal (position),
  number INTEGER NOT NULL,
  account TEXT NOT NULL REFERENCES customer_account (code),
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'refund', 'paid', 'bank', 'written_off')),
  amount INTEGER NOT NULL,      -- what it adds to what is owed
  day TEXT NOT NULL,
  PRIMARY KEY (entry, number),
  CHECK ((kind = 'sale') = (amount > 0))
) STRICT, WITHOUT ROWID;
CREATE INDEX move_by_account ON account_move (account);
CREATE TRIGGER account_move_is_posted BEFORE UPDATE ON account_move
BEGIN SELECT RAISE(ABORT, 'an account move is never changed'); END;
CREATE TRIGGER account_move_stays BEFORE DELETE ON account_move
BEGIN SELECT RAISE(ABORT, 'an account move is never deleted'); END;

-- Whose account it is. No projection: not in the journal.
CREATE TABLE customer_name (
  account TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
