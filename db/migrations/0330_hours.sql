-- Who is to work when, what she asks for, and the hours that are approved. Plans and what is asked about punches and shifts
-- are projections of the journal, which names a worker by opaque id. What somebody has said about her own hours, her leave
-- and the law that holds for her age are no entry of it: they are sealed, as long as everybody else's, and go with her.

-- Whose login is whose: nobody has to have one.
CREATE TABLE worker_login (
  worker BLOB PRIMARY KEY REFERENCES worker ON DELETE CASCADE,
  user BLOB NOT NULL UNIQUE CHECK (length(user) = 16)
) STRICT, WITHOUT ROWID;

-- Sealed under the roster key.
CREATE TABLE hours_record (
  worker BLOB PRIMARY KEY REFERENCES worker ON DELETE CASCADE,
  record BLOB NOT NULL
) STRICT, WITHOUT ROWID;
-- What a till needs of it to remind her: sealed under the till key.
CREATE TABLE hours_reminder (
  worker BLOB PRIMARY KEY REFERENCES worker ON DELETE CASCADE,
  reminder BLOB NOT NULL
) STRICT, WITHOUT ROWID;
-- What she asks about her leave and her limits: sealed to whoever holds the roster key, so that the till that wrote it
-- cannot read it.
CREATE TABLE sealed_ask (
  ask BLOB PRIMARY KEY CHECK (length(ask) = 16),
  worker BLOB NOT NULL REFERENCES worker ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('open', 'agreed', 'declined', 'withdrawn')),
  at INTEGER NOT NULL,
  what BLOB NOT NULL
) STRICT, WITHOUT ROWID;
-- On these days she is not here. Nothing else is said.
CREATE TABLE not_here (
  worker BLOB NOT NULL REFERENCES worker ON DELETE CASCADE,
  day TEXT NOT NULL,
  PRIMARY KEY (worker, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE station (
  code TEXT PRIMARY KEY,
  place INTEGER NOT NULL,
  picture TEXT NOT NULL,
  closed INTEGER NOT NULL CHECK (closed IN (0, 1))
) STRICT, WITHOUT ROWID;

-- The plan, as the office works at it. Nobody's: an open shift.
CREATE TABLE planned_shift (
  shift BLOB PRIMARY KEY CHECK (length(shift) = 16),
  entry INTEGER NOT NULL REFERENCES journal (position),  -- that said it last
  worker BLOB CHECK (length(worker) = 16),
  day TEXT NOT NULL,
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute INTEGER NOT NULL CHECK (to_minute > from_minute AND to_minute <= from_minute + 1440),
  breaks TEXT NOT NULL,                                  -- '600-630 900-915', minutes as above
  shop TEXT NOT NULL,
  station TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('work', 'learning'))
) STRICT, WITHOUT ROWID;
CREATE INDEX planned_shift_by_day ON planned_shift (day);
-- The same as everybody may see it, since its week was last published.
CREATE TABLE published_shift (
  shift BLOB PRIMARY KEY CHECK (length(shift) = 16),
  worker BLOB CHECK (length(worker) = 16),
  day TEXT NOT NULL,
  from_minute INTEGER NOT NULL,
  to_minute INTEGER NOT NULL,
  breaks TEXT NOT NULL,
  shop TEXT NOT NULL,
  station TEXT NOT NULL,
  kind TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX published_shift_by_day ON published_shift (day);
CREATE TABLE published_week (
  shop TEXT NOT NULL,
  monday TEXT NOT NULL,
  entry INTEGER NOT NULL REFERENCES journal (position),
  PRIMARY KEY (shop, monday)
) STRICT, WITHOUT ROWID;

-- How many a station needs from … to, and weeks to copy.
CREATE TABLE staff_need (
  shop TEXT NOT NULL,
  station TEXT NOT NULL,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),  -- from Monday
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute INTEGER NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1440),
  people INTEGER NOT NULL CHECK (people > 0),
  PRIMARY KEY (shop, station, weekday, from_minute)
) STRICT, WITHOUT ROWID;
CREATE TABLE week_template (
  shop TEXT NOT NULL,
  name TEXT NOT NULL,
  shifts TEXT NOT NULL,
  PRIMARY KEY (shop, name)
) STRICT, WITHOUT ROWID;

-- A forgotten punch, and a shift that she would give to somebody else.
CREATE TABLE hours_ask (
  ask BLOB PRIMARY KEY CHECK (length(ask) = 16),
  worker BLOB NOT NULL CHECK (length(worker) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('punch', 'swap')),
  what TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'agreed', 'declined', 'withdrawn')),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX hours_ask_that_is_open ON hours_ask (state) WHERE state = 'open';

-- A punch that was made by mistake stays where it is, and counts no more.
CREATE TABLE set_aside_punch (
  punch INTEGER PRIMARY KEY,                             -- its position in the journal
  entry INTEGER NOT NULL REFERENCES journal (position)
) STRICT;

-- What a week of somebody's came to when it was approved, and what was corrected since: what pay is worked out from.
CREATE TABLE approved_week (
  worker BLOB NOT NULL REFERENCES worker ON DELETE CASCADE,
  monday TEXT NOT NULL,
  approved_by BLOB NOT NULL CHECK (length(approved_by) = 16),
  at INTEGER NOT NULL,
  PRIMARY KEY (worker, monday)
) STRICT, WITHOUT ROWID;
CREATE TABLE approved_time (
  worker BLOB NOT NULL REFERENCES worker ON DELETE CASCADE,
  day TEXT NOT NULL,
  correction INTEGER NOT NULL CHECK (correction >= 0),   -- 0: as it was approved
  kind TEXT NOT NULL CHECK (kind IN ('work', 'learning')),
  minutes INTEGER NOT NULL,
  night_minutes INTEGER NOT NULL,
  sunday_minutes INTEGER NOT NULL,
  holiday_minutes INTEGER NOT NULL,
  entered_by BLOB NOT NULL CHECK (length(entered_by) = 16),
  at INTEGER NOT NULL,
  PRIMARY KEY (worker, day, kind, correction),
  CHECK (correction > 0 OR (minutes >= 0 AND night_minutes >= 0 AND sunday_minutes >= 0 AND holiday_minutes >= 0))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER approved_week_is_not_changed BEFORE UPDATE ON approved_week
BEGIN SELECT RAISE(ABORT, 'approved hours are frozen'); END;
CREATE TRIGGER approved_week_is_not_deleted BEFORE DELETE ON approved_week
WHEN NOT EXISTS (SELECT 1 FROM erased_person WHERE worker = OLD.worker)
BEGIN SELECT RAISE(ABORT, 'approved hours are frozen'); END;
CREATE TRIGGER approved_time_is_not_changed BEFORE UPDATE ON approved_time
BEGIN SELECT RAISE(ABORT, 'approved hours are frozen'); END;
CREATE TRIGGER approved_time_is_not_deleted BEFORE DELETE ON approved_time
WHEN NOT EXISTS (SELECT 1 FROM erased_person WHERE worker = OLD.worker)
BEGIN SELECT RAISE(ABORT, 'approved hours are frozen'); END;

-- Rules that a manager passed with the worker's own yes, and the rest that she is owed for it.
CREATE TABLE passed_rule (
  entry INTEGER NOT NULL REFERENCES journal (position),  -- that said so
  shift BLOB NOT NULL CHECK (length(shift) = 16),
  rule TEXT NOT NULL,
  rest_owed_minutes INTEGER NOT NULL CHECK (rest_owed_minutes >= 0),
  PRIMARY KEY (shift, rule)
) STRICT, WITHOUT ROWID;
