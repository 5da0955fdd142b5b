-- A voucher that was sold, an account that was paid, a tip: taken back like a line of a receipt, as what is less than
-- none and says which of the receipt it is. Copied there and back, not renamed.
CREATE TABLE extra_so_far (
  sale INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, amount INTEGER NOT NULL, reference TEXT NOT NULL,
  valid_until TEXT, PRIMARY KEY (sale, number)
) STRICT, WITHOUT ROWID;
INSERT INTO extra_so_far SELECT sale, number, kind, amount, reference, valid_until FROM sale_extra;
DROP TABLE sale_extra;
CREATE TABLE sale_extra (
  sale INTEGER NOT NULL REFERENCES sale (entry),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('tip', 'voucher_sold', 'account_paid', 'advance')),
  amount INTEGER NOT NULL CHECK (amount <> 0),
  reference TEXT NOT NULL,
  valid_until TEXT,
  taken_back_extra INTEGER,     -- on a refund: which of the sale
  PRIMARY KEY (sale, number),
  CHECK ((kind = 'tip') = (reference = '')),
  CHECK ((amount < 0) = (taken_back_extra IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO sale_extra (sale, number, kind, amount, reference, valid_until)
  SELECT sale, number, kind, amount, reference, valid_until FROM extra_so_far;
DROP TABLE extra_so_far;

CREATE TRIGGER extra_is_posted BEFORE UPDATE ON sale_extra
BEGIN SELECT RAISE(ABORT, 'a sale is never changed'); END;
CREATE TRIGGER extra_stays BEFORE DELETE ON sale_extra
BEGIN SELECT RAISE(ABORT, 'a sale is never deleted'); END;
CREATE TRIGGER extra_comes_with_its_entry BEFORE INSERT ON sale_extra
WHEN NEW.sale <> (SELECT max(position) FROM journal)
BEGIN SELECT RAISE(ABORT, 'a sale is never added to'); END;

CREATE TABLE account_move_so_far (
  entry INTEGER NOT NULL, number INTEGER NOT NULL, account TEXT NOT NULL, kind TEXT NOT NULL, amount INTEGER NOT NULL,
  day TEXT NOT NULL, PRIMARY KEY (entry, number)
) STRICT, WITHOUT ROWID;
INSERT INTO account_move_so_far SELECT entry, number, account, kind, amount, day FROM account_move;
DROP TABLE account_move;
CREATE TABLE account_move (
  entry INTEGER NOT NULL REFERENCES journal (position),
  number INTEGER NOT NULL,
  account TEXT NOT NULL REFERENCES customer_account (code),
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'refund', 'paid', 'bank', 'written_off', 'paid_back')),
  amount INTEGER NOT NULL,      -- what it adds to what is owed
  day TEXT NOT NULL,
  PRIMARY KEY (entry, number),
  CHECK ((kind IN ('sale', 'paid_back')) = (amount > 0))
) STRICT, WITHOUT ROWID;
INSERT INTO account_move (entry, number, account, kind, amount, day)
  SELECT entry, number, account, kind, amount, day FROM account_move_so_far;
DROP TABLE account_move_so_far;
CREATE INDEX move_by_account ON account_move (account);
CREATE TRIGGER account_move_is_posted BEFORE UPDATE ON account_move
BEGIN SELECT RAISE(ABORT, 'an account move is never changed'); END;
CREATE TRIGGER account_move_stays BEFORE DELETE ON account_move
BEGIN SELECT RAISE(ABORT, 'an account move is never deleted'); END;

-- Another issuer has paid for its vouchers that paid here: so much for each.
CREATE TABLE issuer_payment (
  entry INTEGER NOT NULL REFERENCES journal (position),
  number INTEGER NOT NULL,
  voucher TEXT NOT NULL REFERENCES voucher (number),
  amount INTEGER NOT NULL CHECK (amount > 0),
  day TEXT NOT NULL,
  PRIMARY KEY (entry, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX issuer_payment_by_voucher ON issuer_payment (voucher);
CREATE TRIGGER issuer_payment_is_posted BEFORE UPDATE ON issuer_payment
BEGIN SELECT RAISE(ABORT, 'a payment is never changed'); END;
CREATE TRIGGER issuer_payment_stays BEFORE DELETE ON issuer_payment
BEGIN SELECT RAISE(ABORT, 'a payment is never deleted'); END;
-- Never more than its voucher paid here.
CREATE TRIGGER issuer_payment_is_due BEFORE INSERT ON issuer_payment
WHEN NEW.amount + (SELECT coalesce(sum(amount), 0) FROM issuer_payment WHERE voucher = NEW.voucher)
  > (SELECT coalesce(sum(CASE kind WHEN 'used' THEN amount WHEN 'put_back' THEN -amount ELSE 0 END), 0)
     FROM voucher_move WHERE voucher = NEW.voucher)
BEGIN SELECT RAISE(ABORT, 'more than was taken'); END;

-- What vouchers paid that the shop had given away: nothing was earned by it.
ALTER TABLE session_figures ADD COLUMN vouchers_given INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER figures_of_a_closed_session;
UPDATE session_figures SET vouchers_given = given.amount
  FROM (SELECT s.session AS session, sum(t.amount) AS amount
        FROM sale_tender t JOIN voucher v ON v.number = t.reference JOIN sale s ON s.entry = t.sale
        WHERE t.kind = 'voucher' AND v.kind = 'given' GROUP BY s.session) AS given
  WHERE given.session = session_figures.session;
CREATE TRIGGER figures_of_a_closed_session BEFORE UPDATE ON session_figures
WHEN (SELECT coalesce(closed_at, bagged_at) FROM drawer_session WHERE entry = OLD.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the session is closed'); END;
