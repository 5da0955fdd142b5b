-- A restored book: what the backup had sealed to payroll and to finance waits here until one of them comes in.
CREATE TABLE kept_apart (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL CHECK (key IN ('payroll', 'vault')),
  part BLOB NOT NULL CHECK (length(part) >= 48)
) STRICT;
