-- People at work by alias, when they work, and what they are paid. All of it is original: the business
-- journal names a worker or a pay run by opaque id and holds no wage. Wages and whatever tells who is
-- behind an alias are sealed; SQLite sees only ciphertext of them.

CREATE TABLE worker (
  worker BLOB PRIMARY KEY CHECK (length(worker) = 16),
  alias TEXT NOT NULL UNIQUE,
  picture TEXT NOT NULL,
  ended_on TEXT
) STRICT, WITHOUT ROWID;

-- Two sealed records of everybody from the first day, each as long as everybody else's. Her own key is sealed
-- under the payroll key; without it neither record opens any more.
CREATE TABLE person_record (
  worker BLOB PRIMARY KEY REFERENCES worker,
  person_key BLOB NOT NULL CHECK (length(person_key) = 72),
  pay BLOB NOT NULL,
  funding BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- When somebody works for us; the wage stands in her pay record.
CREATE TABLE contract (
  worker BLOB NOT NULL REFERENCES worker,
  first_day TEXT NOT NULL,
  last_day TEXT CHECK (last_day >= first_day),
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
  remarks BLOB NOT NULL,                       -- sealed under the payroll key
  CHECK ((state = 'approved') = (approved_by IS NOT NULL)),
  CHECK ((approved_by IS NULL) = (approved_at IS NULL))
) STRICT, WITHOUT ROWID;

-- A slip keeps the worker, the contract and every line as they were when it was drawn up, sealed under a key
-- that the payroll key and her own give together; all slips of a run are of one length.
CREATE TABLE pay_slip (
  run BLOB NOT NULL REFERENCES pay_run ON DELETE CASCADE,
  number INTEGER NOT NULL,
  worker BLOB NOT NULL CHECK (length(worker) = 16),
  slip BLOB NOT NULL,
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

-- What a report is made from: one sum for each approved month, nobody in it. Sealed under the payroll key, since
-- in a small team it is nearly a wage.
CREATE TABLE pay_month_cost (
  month TEXT PRIMARY KEY,
  employer_cost BLOB NOT NULL,
  approved INTEGER NOT NULL DEFAULT 1 CHECK (approved = 1)
) STRICT, WITHOUT ROWID;

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
