-- A month that was paid can be opened for correction; the next run pays what it comes to now, less what was paid, and
-- its approval closes the month. What a run paid is never changed.
CREATE TABLE pay_correction (
  month TEXT NOT NULL,
  opened_by BLOB NOT NULL CHECK (length(opened_by) = 16),
  opened_at INTEGER NOT NULL,                  -- milliseconds since 1970, UTC
  paid_in TEXT CHECK (paid_in > month),        -- the month of the run that closed it
  PRIMARY KEY (month, opened_at)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX pay_correction_that_is_open ON pay_correction (month) WHERE paid_in IS NULL;
CREATE TRIGGER closed_correction_is_not_changed BEFORE UPDATE ON pay_correction
WHEN OLD.paid_in IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a correction that was paid is frozen'); END;
CREATE TRIGGER pay_correction_is_not_deleted BEFORE DELETE ON pay_correction
BEGIN SELECT RAISE(ABORT, 'a correction is not deleted'); END;

-- The months that a run pays again ('2026-01 2026-02'). The law that was in force is sealed with its remarks.
ALTER TABLE pay_run ADD COLUMN corrects TEXT NOT NULL DEFAULT '';

-- The days of a month that is open for correction can be changed.
DROP TRIGGER paid_day_is_not_added;
DROP TRIGGER paid_day_is_not_changed;
DROP TRIGGER paid_day_is_not_deleted;
CREATE TRIGGER paid_day_is_not_added BEFORE INSERT ON worker_day
WHEN EXISTS (SELECT 1 FROM pay_run WHERE month = substr(NEW.day, 1, 7) AND state = 'approved')
 AND NOT EXISTS (SELECT 1 FROM pay_correction WHERE month = substr(NEW.day, 1, 7) AND paid_in IS NULL)
BEGIN SELECT RAISE(ABORT, 'an approved month is frozen'); END;
CREATE TRIGGER paid_day_is_not_changed BEFORE UPDATE ON worker_day
WHEN EXISTS (SELECT 1 FROM pay_run WHERE month = substr(OLD.day, 1, 7) AND state = 'approved')
 AND NOT EXISTS (SELECT 1 FROM pay_correction WHERE month = substr(OLD.day, 1, 7) AND paid_in IS NULL)
BEGIN SELECT RAISE(ABORT, 'an approved month is frozen'); END;
CREATE TRIGGER paid_day_is_not_deleted BEFORE DELETE ON worker_day
WHEN EXISTS (SELECT 1 FROM pay_run WHERE month = substr(OLD.day, 1, 7) AND state = 'approved')
 AND NOT EXISTS (SELECT 1 FROM pay_correction WHERE month = substr(OLD.day, 1, 7) AND paid_in IS NULL)
 AND NOT EXISTS (SELECT 1 FROM erased_person WHERE worker = OLD.worker)
BEGIN SELECT RAISE(ABORT, 'an approved month is frozen'); END;
