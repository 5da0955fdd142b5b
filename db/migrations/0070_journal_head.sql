-- Signed heads of the journal. The entries of a station are the leaves of a tree (RFC 6962), in the order of its chain;
-- a head is the root of that tree after so many entries, signed by the station that wrote them. One for each closed
-- day, and in between at most one an hour and one when a program ends. Nothing here is made from private records, and
-- it is no projection: a signature cannot be made again.

CREATE TABLE journal_head (
  number INTEGER PRIMARY KEY CHECK (number >= 1),
  station TEXT NOT NULL,
  epoch INTEGER NOT NULL CHECK (epoch >= 1),       -- of the last entry under the head
  seq INTEGER NOT NULL CHECK (seq >= 1),           -- the same entry
  size INTEGER NOT NULL CHECK (size >= 1),         -- entries of the station under the head, of all epochs
  root BLOB NOT NULL CHECK (length(root) = 32),
  frontier BLOB NOT NULL CHECK (length(frontier) > 0 AND length(frontier) % 32 = 0),  -- from which the tree goes on
  at INTEGER NOT NULL,                             -- milliseconds since 1970, UTC
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),  -- Ed25519; its other half is in no book
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  UNIQUE (station, size),
  UNIQUE (station, epoch, seq)
) STRICT;

CREATE TRIGGER journal_head_has_no_gap BEFORE INSERT ON journal_head
WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM journal_head)
BEGIN SELECT RAISE(ABORT, 'the number is not the next one'); END;
CREATE TRIGGER journal_head_is_not_changed BEFORE UPDATE ON journal_head
BEGIN SELECT RAISE(ABORT, 'heads are append-only'); END;
CREATE TRIGGER journal_head_is_not_deleted BEFORE DELETE ON journal_head
BEGIN SELECT RAISE(ABORT, 'heads are append-only'); END;

-- From a day sheet to the entry that closed its day. A sale is not in it.
CREATE INDEX journal_closing ON journal (hash) WHERE kind = 'session.closed';
