-- Who was taken out of the book, by opaque id: so that a backup from before is put back without her.
CREATE TABLE erased_person (
  worker BLOB PRIMARY KEY CHECK (length(worker) = 16),
  parts TEXT NOT NULL,                         -- in order, with blanks between: 'alias account hours'
  at INTEGER NOT NULL                          -- milliseconds since 1970, UTC
) STRICT, WITHOUT ROWID;

-- What stays of their hours: how many heads worked in exactly these months, and what a month adds up to.
CREATE TABLE erased_membership (
  months TEXT PRIMARY KEY,                     -- in order, with blanks between: '2026-02 2026-03'
  people INTEGER NOT NULL CHECK (people >= 1)
) STRICT, WITHOUT ROWID;
CREATE TABLE erased_month (
  month TEXT PRIMARY KEY,
  minutes INTEGER NOT NULL CHECK (minutes >= 1)
) STRICT, WITHOUT ROWID;

DROP TRIGGER paid_day_is_not_deleted;
CREATE TRIGGER paid_day_is_not_deleted BEFORE DELETE ON worker_day
WHEN EXISTS (SELECT 1 FROM pay_run WHERE month = substr(OLD.day, 1, 7) AND state = 'approved')
  AND NOT EXISTS (SELECT 1 FROM erased_person WHERE worker = OLD.worker)
BEGIN SELECT RAISE(ABORT, 'an approved month is frozen'); END;
