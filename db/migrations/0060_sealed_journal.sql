-- What the business journal may not hold: who read whose record, and what happened at logins. Each entry is sealed
-- to the auditor's public half, so that who wrote it cannot read it, and all are of one length. The chain shows a
-- changed or missing entry to everybody, without a key.

CREATE TABLE sealed_journal (
  number INTEGER PRIMARY KEY CHECK (number >= 1),
  entry BLOB NOT NULL CHECK (length(entry) = 304),
  chain BLOB NOT NULL CHECK (length(chain) = 32)  -- SHA-256 of the chain before and of the entry
) STRICT;

CREATE TRIGGER sealed_entry_has_no_gap BEFORE INSERT ON sealed_journal
WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM sealed_journal)
BEGIN SELECT RAISE(ABORT, 'the number is not the next one'); END;
CREATE TRIGGER sealed_entry_is_not_changed BEFORE UPDATE ON sealed_journal
BEGIN SELECT RAISE(ABORT, 'the sealed journal is append-only'); END;
CREATE TRIGGER sealed_entry_is_not_deleted BEFORE DELETE ON sealed_journal
BEGIN SELECT RAISE(ABORT, 'the sealed journal is append-only'); END;
