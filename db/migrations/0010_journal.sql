-- The business journal: append-only, one gap-free chain of hashes for each station and epoch. Everything else that
-- says "projection" is made from it and can be made again.

CREATE TABLE journal (
  position INTEGER PRIMARY KEY,               -- order of the commits of this book, over all stations
  station TEXT NOT NULL,
  epoch INTEGER NOT NULL CHECK (epoch >= 1),  -- rises when a backup is restored
  seq INTEGER NOT NULL CHECK (seq >= 1),
  kind TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  instant INTEGER NOT NULL,                   -- milliseconds since 1970, UTC
  business_day TEXT,
  actor BLOB CHECK (length(actor) = 16),
  payload TEXT NOT NULL,                      -- canonical JSON
  prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  UNIQUE (station, epoch, seq)
) STRICT;

CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_has_no_gap BEFORE INSERT ON journal
WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM journal
                     WHERE station = NEW.station AND epoch = NEW.epoch)
BEGIN SELECT RAISE(ABORT, 'the number is not the next one'); END;

-- Which book this is: a copy keeps the id, another organisation never has it. Projection.
CREATE TABLE book (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id BLOB NOT NULL CHECK (length(id) = 16),
  made_at INTEGER NOT NULL
) STRICT;

-- How this installation is set up (backup folder, printer, …): no business data, not in the journal.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
