-- The salon: the columns of its day, its services, its hours, appointments and who comes without one. Projections, all but
-- names: those stand in no entry of the journal, so that they can be changed and taken out.

CREATE TABLE salon_column (
  code TEXT PRIMARY KEY,
  place INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'chair')),
  picture TEXT NOT NULL,
  closed INTEGER NOT NULL CHECK (closed IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER column_stays BEFORE DELETE ON salon_column
BEGIN SELECT RAISE(ABORT, 'a column is closed, never deleted'); END;

-- No projection: not in the journal.
CREATE TABLE salon_column_name (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE salon_service (
  article TEXT PRIMARY KEY,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  before_minutes INTEGER NOT NULL CHECK (before_minutes >= 0),
  after_minutes INTEGER NOT NULL CHECK (after_minutes >= 0),
  offered INTEGER NOT NULL CHECK (offered IN (0, 1))
) STRICT, WITHOUT ROWID;

-- When the salon is open (column '') and when somebody works: '09:00-12:00, 14:00-19:00' or 'closed'.
CREATE TABLE salon_week (
  code TEXT NOT NULL,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),  -- from Monday
  spans TEXT NOT NULL,
  PRIMARY KEY (code, weekday)
) STRICT, WITHOUT ROWID;
CREATE TABLE salon_day (
  code TEXT NOT NULL,
  day TEXT NOT NULL,
  spans TEXT NOT NULL,
  PRIMARY KEY (code, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE visit (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  entry INTEGER NOT NULL REFERENCES journal (position),  -- that said it last
  state TEXT NOT NULL CHECK (state IN
    ('waiting', 'booked', 'arrived', 'in_progress', 'done', 'paid', 'no_show', 'cancelled')),
  walk_in INTEGER NOT NULL CHECK (walk_in IN (0, 1)),
  came_at INTEGER NOT NULL,
  picture TEXT NOT NULL,
  done_at INTEGER,
  sale BLOB CHECK (length(sale) = 16),
  starts_at INTEGER NOT NULL,    -- of its first service; when it came, where it waits
  CHECK (state <> 'waiting' OR walk_in = 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_by_start ON visit (starts_at);
CREATE TRIGGER visit_stays BEFORE DELETE ON visit
BEGIN SELECT RAISE(ABORT, 'a visit is cancelled, never deleted'); END;

CREATE TABLE visit_service (
  visit BLOB NOT NULL REFERENCES visit (id),
  number INTEGER NOT NULL,
  article TEXT NOT NULL,
  person TEXT NOT NULL,
  chair TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  before_minutes INTEGER NOT NULL CHECK (before_minutes >= 0),
  after_minutes INTEGER NOT NULL CHECK (after_minutes >= 0),
  PRIMARY KEY (visit, number)
) STRICT, WITHOUT ROWID;

-- No projection: not in the journal, and emptied some weeks after the visit.
CREATE TABLE visit_name (
  visit BLOB PRIMARY KEY CHECK (length(visit) = 16),
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What is taken of a person's or a chair's time, in whole minutes since 1970 in UTC, with what comes before and after. Two
-- of one column never overlap: of those that begin before a new one ends, the last to begin is the last to end.
CREATE TABLE salon_hold (
  code TEXT NOT NULL,
  from_minute INTEGER NOT NULL,
  until_minute INTEGER NOT NULL,
  owner BLOB NOT NULL CHECK (length(owner) = 16),
  visit INTEGER NOT NULL CHECK (visit IN (0, 1)),  -- 0: a time that is not free
  PRIMARY KEY (code, from_minute),
  CHECK (from_minute < until_minute)
) STRICT, WITHOUT ROWID;
CREATE INDEX hold_by_owner ON salon_hold (owner);
CREATE INDEX hold_not_free ON salon_hold (from_minute) WHERE visit = 0;
CREATE TRIGGER hold_is_alone BEFORE INSERT ON salon_hold
WHEN (SELECT until_minute FROM salon_hold
      WHERE code = NEW.code AND from_minute < NEW.until_minute
      ORDER BY from_minute DESC LIMIT 1) > NEW.from_minute
BEGIN SELECT RAISE(ABORT, 'this time is taken'); END;
CREATE TRIGGER hold_is_not_moved BEFORE UPDATE ON salon_hold
BEGIN SELECT RAISE(ABORT, 'a hold is put and taken away, never changed'); END;
