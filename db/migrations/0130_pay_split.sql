-- Which approved pay runs have been split among those who bear the cost. Of how, it says nothing: that stands in
-- everybody's sealed record.
CREATE TABLE pay_split (
  run BLOB PRIMARY KEY REFERENCES pay_run,
  at INTEGER NOT NULL                         -- milliseconds since 1970, UTC
) STRICT, WITHOUT ROWID;
