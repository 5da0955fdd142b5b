-- The counter's projections. Each row is made from entries of the journal and can be made again (db/rebuild.h).
-- What was posted is frozen here: no program, ours or another, changes a sale or a closed session.

CREATE TABLE organisation (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  tax_number TEXT NOT NULL,
  country TEXT NOT NULL,
  zone TEXT NOT NULL,
  language TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  charges_vat INTEGER NOT NULL CHECK (charges_vat IN (0, 1)),
  practice INTEGER NOT NULL CHECK (practice IN (0, 1))
) STRICT;

CREATE TABLE shop (
  place INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  till TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE article (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  price INTEGER NOT NULL,       -- minor units of the organisation's currency, VAT included
  vat_class TEXT NOT NULL,
  unit TEXT NOT NULL,
  barcodes TEXT NOT NULL,       -- parted by spaces
  picture TEXT NOT NULL,
  page TEXT NOT NULL,
  stocked INTEGER NOT NULL CHECK (stocked IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE drawer_session (
  entry INTEGER PRIMARY KEY REFERENCES journal (position),  -- the entry that opened it
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  till TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  business_day TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),  -- of every amount of the session and its sales
  float_amount INTEGER NOT NULL CHECK (float_amount >= 0),
  closed_at INTEGER,
  expected INTEGER,
  counted INTEGER,
  head BLOB CHECK (length(head) = 32),  -- hash of the entry that closed it
  UNIQUE (till, number),
  CHECK ((closed_at IS NULL) = (expected IS NULL) AND (closed_at IS NULL) = (counted IS NULL)
         AND (closed_at IS NULL) = (head IS NULL))
) STRICT;
CREATE UNIQUE INDEX one_open_session ON drawer_session (till) WHERE closed_at IS NULL;
CREATE INDEX session_by_day ON drawer_session (business_day);

CREATE TABLE session_figures (
  session INTEGER PRIMARY KEY REFERENCES drawer_session (entry),
  sales_count INTEGER NOT NULL DEFAULT 0,
  sales_total INTEGER NOT NULL DEFAULT 0,
  refunds_count INTEGER NOT NULL DEFAULT 0,
  refunds_total INTEGER NOT NULL DEFAULT 0,
  donations INTEGER NOT NULL DEFAULT 0,
  tips INTEGER NOT NULL DEFAULT 0,
  cash_rounding INTEGER NOT NULL DEFAULT 0,
  cash_taken INTEGER NOT NULL DEFAULT 0,
  change_given INTEGER NOT NULL DEFAULT 0,
  cash_refunded INTEGER NOT NULL DEFAULT 0,
  card_taken INTEGER NOT NULL DEFAULT 0,
  cash_in INTEGER NOT NULL DEFAULT 0,
  cash_out INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE session_vat (
  session INTEGER NOT NULL REFERENCES drawer_session (entry),
  vat_class TEXT NOT NULL,
  rate INTEGER NOT NULL,        -- millionths
  gross INTEGER NOT NULL,
  net INTEGER NOT NULL,
  vat INTEGER NOT NULL,
  PRIMARY KEY (session, vat_class, rate),
  CHECK (gross = net + vat)
) STRICT, WITHOUT ROWID;

CREATE TABLE counted_piece (
  session INTEGER NOT NULL REFERENCES drawer_session (entry),
  number INTEGER NOT NULL,              -- in the order of the count: a coin and a note may be worth the same
  value INTEGER NOT NULL CHECK (value > 0),
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE cash_move (
  entry INTEGER PRIMARY KEY REFERENCES journal (position),
  session INTEGER NOT NULL REFERENCES drawer_session (entry),
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE sale (
  entry INTEGER PRIMARY KEY REFERENCES journal (position),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  till TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),  -- with till and epoch: the receipt
  session INTEGER NOT NULL REFERENCES drawer_session (entry),
  instant INTEGER NOT NULL,
  business_day TEXT NOT NULL,
  total INTEGER NOT NULL,
  donation INTEGER NOT NULL,
  cash_rounding INTEGER NOT NULL,
  change INTEGER NOT NULL,
  request_digest BLOB NOT NULL CHECK (length(request_digest) = 32),
  refund_of INTEGER REFERENCES sale (entry),
  refund_reason TEXT,
  UNIQUE (till, epoch, number),
  CHECK ((refund_of IS NULL) = (refund_reason IS NULL))
) STRICT;
CREATE INDEX refund_by_sale ON sale (refund_of) WHERE refund_of IS NOT NULL;

CREATE TABLE sale_line (
  sale INTEGER NOT NULL REFERENCES sale (entry),
  number INTEGER NOT NULL CHECK (number >= 1),
  article TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  quantity INTEGER NOT NULL,    -- thousandths
  unit_price INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  vat_class TEXT NOT NULL,
  vat_rate INTEGER NOT NULL,
  page TEXT NOT NULL,
  taken_back_line INTEGER,      -- on a refund: the line of the sale
  PRIMARY KEY (sale, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE sale_vat (
  sale INTEGER NOT NULL REFERENCES sale (entry),
  number INTEGER NOT NULL,
  vat_class TEXT NOT NULL,
  rate INTEGER NOT NULL,
  gross INTEGER NOT NULL,
  net INTEGER NOT NULL,
  vat INTEGER NOT NULL,
  PRIMARY KEY (sale, number),
  CHECK (gross = net + vat)
) STRICT, WITHOUT ROWID;

CREATE TABLE sale_tender (
  sale INTEGER NOT NULL REFERENCES sale (entry),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card')),
  amount INTEGER NOT NULL,
  PRIMARY KEY (sale, number)
) STRICT, WITHOUT ROWID;

-- What the fiscal device beside the till said, or why it said nothing.
CREATE TABLE fiscal_note (
  entry INTEGER PRIMARY KEY REFERENCES journal (position),
  sale INTEGER NOT NULL REFERENCES sale (entry),
  skipped INTEGER NOT NULL CHECK (skipped IN (0, 1)),
  note TEXT NOT NULL
) STRICT;

-- What reports over years are made from: the sums that sessions keep as sales come, refunds taken off.
CREATE VIEW day_summary AS
  SELECT d.business_day AS business_day, d.till AS till, v.vat_class AS vat_class, v.rate AS rate,
         v.gross AS gross, v.net AS net, v.vat AS vat
  FROM drawer_session d JOIN session_vat v ON v.session = d.entry;

-- The same days' other sums, from their sessions.
CREATE VIEW day_total AS
  SELECT d.business_day AS business_day, d.till AS till, count(*) AS sessions,
         sum(d.closed_at IS NULL) AS open_sessions,
         sum(f.sales_count) AS sales_count, sum(f.sales_total) AS sales_total,
         sum(f.refunds_count) AS refunds_count, sum(f.refunds_total) AS refunds_total,
         sum(f.donations) AS donations, sum(f.cash_rounding) AS cash_rounding
  FROM drawer_session d JOIN session_figures f ON f.session = d.entry
  GROUP BY d.business_day, d.till;

-- Rows of a sale come in with their entry and stay.
CREATE TRIGGER sale_is_posted BEFORE UPDATE ON sale
BEGIN SELECT RAISE(ABORT, 'a sale is never changed'); END;
CREATE TRIGGER sale_stays BEFORE DELETE ON sale
BEGIN SELECT RAISE(ABORT, 'a sale is never deleted'); END;
CREATE TRIGGER sale_comes_with_its_entry BEFORE INSERT ON sale
WHEN NEW.entry <> (SELECT max(position) FROM journal)
  OR (SELECT closed_at FROM drawer_session WHERE entry = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the session is closed or the entry is not new'); END;

CREATE TRIGGER line_is_posted BEFORE UPDATE ON sale_line
BEGIN SELECT RAISE(ABORT, 'a sale is never changed'); END;
CREATE TRIGGER line_stays BEFORE DELETE ON sale_line
BEGIN SELECT RAISE(ABORT, 'a sale is never deleted'); END;
CREATE TRIGGER line_comes_with_its_entry BEFORE INSERT ON sale_line
WHEN NEW.sale <> (SELECT max(position) FROM journal)
BEGIN SELECT RAISE(ABORT, 'a sale is never added to'); END;

CREATE TRIGGER sale_vat_is_posted BEFORE UPDATE ON sale_vat
BEGIN SELECT RAISE(ABORT, 'a sale is never changed'); END;
CREATE TRIGGER sale_vat_stays BEFORE DELETE ON sale_vat
BEGIN SELECT RAISE(ABORT, 'a sale is never deleted'); END;
CREATE TRIGGER sale_vat_comes_with_its_entry BEFORE INSERT ON sale_vat
WHEN NEW.sale <> (SELECT max(position) FROM journal)
BEGIN SELECT RAISE(ABORT, 'a sale is never added to'); END;

CREATE TRIGGER tender_is_posted BEFORE UPDATE ON sale_tender
BEGIN SELECT RAISE(ABORT, 'a sale is never changed'); END;
CREATE TRIGGER tender_stays BEFORE DELETE ON sale_tender
BEGIN SELECT RAISE(ABORT, 'a sale is never deleted'); END;
CREATE TRIGGER tender_comes_with_its_entry BEFORE INSERT ON sale_tender
WHEN NEW.sale <> (SELECT max(position) FROM journal)
BEGIN SELECT RAISE(ABORT, 'a sale is never added to'); END;

CREATE TRIGGER fiscal_note_is_posted BEFORE UPDATE ON fiscal_note
BEGIN SELECT RAISE(ABORT, 'a fiscal note is never changed'); END;
CREATE TRIGGER fiscal_note_stays BEFORE DELETE ON fiscal_note
BEGIN SELECT RAISE(ABORT, 'a fiscal note is never deleted'); END;

CREATE TRIGGER move_is_posted BEFORE UPDATE ON cash_move
BEGIN SELECT RAISE(ABORT, 'a cash move is never changed'); END;
CREATE TRIGGER move_stays BEFORE DELETE ON cash_move
BEGIN SELECT RAISE(ABORT, 'a cash move is never deleted'); END;
CREATE TRIGGER move_comes_into_an_open_session BEFORE INSERT ON cash_move
WHEN (SELECT closed_at FROM drawer_session WHERE entry = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the session is closed'); END;

-- A session changes once: when it is closed.
CREATE TRIGGER session_is_closed_once BEFORE UPDATE ON drawer_session
WHEN OLD.closed_at IS NOT NULL OR NEW.closed_at IS NULL OR NEW.entry <> OLD.entry
  OR NEW.id <> OLD.id OR NEW.till <> OLD.till OR NEW.number <> OLD.number
  OR NEW.business_day <> OLD.business_day OR NEW.opened_at <> OLD.opened_at
  OR NEW.float_amount <> OLD.float_amount OR NEW.currency <> OLD.currency
BEGIN SELECT RAISE(ABORT, 'a session is closed once and never changed'); END;
CREATE TRIGGER session_stays BEFORE DELETE ON drawer_session
BEGIN SELECT RAISE(ABORT, 'a session is never deleted'); END;

CREATE TRIGGER figures_of_a_closed_session BEFORE UPDATE ON session_figures
WHEN (SELECT closed_at FROM drawer_session WHERE entry = OLD.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the session is closed'); END;
CREATE TRIGGER figures_stay BEFORE DELETE ON session_figures
BEGIN SELECT RAISE(ABORT, 'a session is never deleted'); END;

CREATE TRIGGER new_vat_of_a_closed_session BEFORE INSERT ON session_vat
WHEN (SELECT closed_at FROM drawer_session WHERE entry = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the session is closed'); END;
CREATE TRIGGER vat_of_a_closed_session BEFORE UPDATE ON session_vat
WHEN (SELECT closed_at FROM drawer_session WHERE entry = OLD.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the session is closed'); END;
CREATE TRIGGER session_vat_stays BEFORE DELETE ON session_vat
BEGIN SELECT RAISE(ABORT, 'a session is never deleted'); END;

CREATE TRIGGER piece_of_a_closed_session BEFORE INSERT ON counted_piece
WHEN (SELECT closed_at FROM drawer_session WHERE entry = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the session is closed'); END;
CREATE TRIGGER piece_is_counted BEFORE UPDATE ON counted_piece
BEGIN SELECT RAISE(ABORT, 'a count is never changed'); END;
CREATE TRIGGER piece_stays BEFORE DELETE ON counted_piece
BEGIN SELECT RAISE(ABORT, 'a count is never deleted'); END;
