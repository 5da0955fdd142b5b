-- People at work, by alias only, and what they are paid. All of it is original and private: the
-- business journal names a worker or a pay run by opaque id and holds no wage. Practice books only,
-- until the vault is there.

CREATE TABLE worker (
  worker BLOB PRIMARY KEY CHECK (length(worker) = 16),
  alias TEXT NOT NULL UNIQUE,
  picture TEXT NOT NULL,
  ended_on TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE contract (
  worker BLOB NOT NULL REFERENCES worker,
  first_day TEXT NOT NULL,
  last_day TEXT CHECK (last_day >= first_day),
  basis TEXT NOT NULL CHECK (basis IN ('monthly', 'hourly')),
  currency TEXT NOT NULL,
  gross INTEGER NOT NULL CHECK (gross > 0),
  weekly_minutes INTEGER NOT NULL CHECK (weekly_minutes > 0),
  PRIMARY KEY (worker, first_day)
) STRICT, WITHOUT ROWID;

-- Projection of punch.entered.
CREATE TABLE punch (
  position INTEGER PRIMARY KEY,                -- of the journal
  worker BLOB NOT NULL CHECK (length(worker) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('in', 'out', 'break', 'back')),
  at INTEGER NOT NULL                          -- milliseconds since 1970, UTC
) STRICT;
CREATE INDEX punch_by_worker ON punch (worker, at, position);

CREATE TABLE worker_day (
  worker BLOB NOT NULL REFERENCES worker,
  day TEXT NOT NULL,
  worked_minutes INTEGER NOT NULL CHECK (worked_minutes BETWEEN 1 AND 1440),
  PRIMARY KEY (worker, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX worker_day_by_day ON worker_day (day);

CREATE TABLE pay_run (
  run BLOB PRIMARY KEY CHECK (length(run) = 16),
  month TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('draft', 'approved')),
  drawn_up_by BLOB NOT NULL CHECK (length(drawn_up_by) = 16),
  drawn_up_at INTEGER NOT NULL,
  approved_by BLOB CHECK (length(approved_by) = 16 AND approved_by <> drawn_up_by),
  approved_at INTEGER,
  CHECK ((state = 'approved') = (approved_by IS NOT NULL)),
  CHECK ((approved_by IS NULL) = (approved_at IS NULL))
) STRICT, WITHOUT ROWID;

-- A slip keeps the worker and the contract as they were when it was drawn up.
CREATE TABLE pay_slip (
  run BLOB NOT NULL REFERENCES pay_run ON DELETE CASCADE,
  number INTEGER NOT NULL,
  worker BLOB NOT NULL CHECK (length(worker) = 16),
  alias TEXT NOT NULL,
  picture TEXT NOT NULL,
  ended_on TEXT,
  contract_first_day TEXT NOT NULL,
  contract_last_day TEXT,
  contract_basis TEXT NOT NULL,
  contract_gross INTEGER NOT NULL,
  weekly_minutes INTEGER NOT NULL,
  worked_minutes INTEGER NOT NULL CHECK (worked_minutes >= 0),
  country TEXT NOT NULL,
  law_of_day TEXT NOT NULL,
  currency TEXT NOT NULL,
  gross INTEGER NOT NULL CHECK (gross > 0),
  untaxed INTEGER NOT NULL,
  untaxed_from TEXT NOT NULL,
  untaxed_law TEXT NOT NULL,
  tax_base INTEGER NOT NULL CHECK (tax_base >= 0),
  tax_rate INTEGER NOT NULL,
  tax_from TEXT NOT NULL,
  tax_law TEXT NOT NULL,
  tax_rounding TEXT NOT NULL,
  tax INTEGER NOT NULL CHECK (tax >= 0),
  net INTEGER NOT NULL CHECK (net >= 0),
  employer_cost INTEGER NOT NULL CHECK (employer_cost >= gross),
  assumed TEXT NOT NULL,                       -- codes parted by spaces
  beyond_review INTEGER NOT NULL CHECK (beyond_review IN (0, 1)),
  PRIMARY KEY (run, number),
  UNIQUE (run, worker)
) STRICT, WITHOUT ROWID;

CREATE TABLE pay_line (
  run BLOB NOT NULL,
  slip INTEGER NOT NULL,
  number INTEGER NOT NULL,
  code TEXT NOT NULL,
  payer TEXT NOT NULL CHECK (payer IN ('employee', 'employer')),
  base INTEGER NOT NULL CHECK (base >= 0),
  rate INTEGER NOT NULL CHECK (rate >= 0),     -- millionths
  amount INTEGER NOT NULL CHECK (amount >= 0),
  table_day TEXT NOT NULL,
  law TEXT NOT NULL,
  rounding TEXT NOT NULL,
  PRIMARY KEY (run, slip, number),
  FOREIGN KEY (run, slip) REFERENCES pay_slip ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE pay_remark (
  run BLOB NOT NULL REFERENCES pay_run ON DELETE CASCADE,
  number INTEGER NOT NULL,
  what TEXT NOT NULL,
  alias TEXT NOT NULL,
  currency TEXT,
  amount INTEGER CHECK ((amount IS NULL) = (currency IS NULL)),
  left_out INTEGER NOT NULL CHECK (left_out IN (0, 1)),
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

-- What reports may know of pay: one sum for each approved month, nobody in it.
CREATE TABLE pay_month_cost (
  month TEXT PRIMARY KEY,
  currency TEXT NOT NULL,
  employer_cost INTEGER NOT NULL CHECK (employer_cost >= 0),
  approved INTEGER NOT NULL DEFAULT 1 CHECK (approved = 1)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER people_stand_in_practice_books_only BEFORE INSERT ON worker
WHEN (SELECT practice FROM organisation) IS NOT 1
BEGIN SELECT RAISE(ABORT, 'a real book takes no people without its vault'); END;

CREATE TRIGGER approved_run_is_not_changed BEFORE UPDATE ON pay_run
WHEN OLD.state = 'approved'
BEGIN SELECT RAISE(ABORT, 'an approved pay run is frozen'); END;
CREATE TRIGGER approved_run_is_not_deleted BEFORE DELETE ON pay_run
WHEN OLD.state = 'approved'
BEGIN SELECT RAISE(ABORT, 'an approved pay run is frozen'); END;
CREATE TRIGGER approved_run_is_not_replaced BEFORE INSERT ON pay_run
WHEN EXISTS (SELECT 1 FROM pay_run WHERE month = NEW.month AND state = 'approved')
BEGIN SELECT RAISE(ABORT, 'an approved pay run is frozen'); END;

CREATE TRIGGER approved_pay_slip_is_not_joined BEFORE INSERT ON pay_slip
WHEN (SELECT state FROM pay_run WHERE run = NEW.run) = 'approved'
BEGIN SELECT RAISE(ABORT, 'an approved pay run is frozen'); END;
CREATE TRIGGER approved_pay_slip_is_not_changed BEFORE UPDATE ON pay_slip
WHEN (SELECT state FROM pay_run WHERE run = OLD.run) = 'approved'
BEGIN SELECT RAISE(ABORT, 'an approved pay run is frozen'); END;
CREATE TRIGGER approved_pay_slip_is_not_deleted BEFORE DELETE ON pay_slip
WHEN (SELECT state FROM pay_run WHERE run = OLD.run) = 'approved'
BEGIN SELECT RAISE(ABORT, 'an approved pay run is frozen'); END;
CREATE TRIGGER approved_pay_line_is_not_joined BEFORE INSERT ON pay_line
WHEN (SELECT state FROM pay_run WHERE run = NEW.run) = 'approved'
BEGIN SELECT RAISE(ABORT, 'an approved pay run is frozen'); END;
CREATE TRIGGER approved_pay_line_is_not_changed BEFORE UPDATE ON pay_line
WHEN (SELECT state FROM pay_run WHERE run = OLD.run) = 'approved'
BEGIN SELECT RAISE(ABORT, 'an approved pay run is frozen'); END;
CREATE TRIGGER approved_pay_line_is_not_deleted BEFORE DELETE ON pay_line
WHEN (SELECT state FROM pay_run WHERE run = OLD.run) = 'approved'
BEGIN SELECT RAISE(ABORT, 'an approved pay run is frozen'); END;
CREATE TRIGGER approved_pay_remark_is_not_joined BEFORE INSERT ON pay_remark
WHEN (SELECT state FROM pay_run WHERE run = NEW.run) = 'approved'
BEGIN SELECT RAISE(ABORT, 'an approved pay run is frozen'); END;
CREATE TRIGGER approved_pay_remark_is_not_changed BEFORE UPDATE ON pay_remark
WHEN (SELECT state FROM pay_run WHERE run = OLD.run) = 'approved'
BEGIN SELECT RAISE(ABORT, 'an approved pay run is frozen'); END;
CREATE TRIGGER approved_pay_remark_is_not_deleted BEFORE DELETE ON pay_remark
WHEN (SELECT state FROM pay_run WHERE run = OLD.run) = 'approved'
BEGIN SELECT RAISE(ABORT, 'an approved pay run is frozen'); END;
CREATE TRIGGER paid_day_is_not_added BEFORE INSERT ON worker_day
WHEN EXISTS (SELECT 1 FROM pay_run WHERE month = substr(NEW.day, 1, 7) AND state = 'approved')
BEGIN SELECT RAISE(ABORT, 'an approved month is frozen'); END;
CREATE TRIGGER paid_day_is_not_changed BEFORE UPDATE ON worker_day
WHEN EXISTS (SELECT 1 FROM pay_run WHERE month = substr(OLD.day, 1, 7) AND state = 'approved')
BEGIN SELECT RAISE(ABORT, 'an approved month is frozen'); END;
CREATE TRIGGER paid_day_is_not_deleted BEFORE DELETE ON worker_day
WHEN EXISTS (SELECT 1 FROM pay_run WHERE month = substr(OLD.day, 1, 7) AND state = 'approved')
BEGIN SELECT RAISE(ABORT, 'an approved month is frozen'); END;
CREATE TRIGGER pay_month_cost_is_not_changed BEFORE UPDATE ON pay_month_cost
BEGIN SELECT RAISE(ABORT, 'an approved month is frozen'); END;
CREATE TRIGGER pay_month_cost_is_not_deleted BEFORE DELETE ON pay_month_cost
BEGIN SELECT RAISE(ABORT, 'an approved month is frozen'); END;
