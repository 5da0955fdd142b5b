-- What the shop has decided for its counter (limits, labels, …), name by name. Projection.
CREATE TABLE counter_rule (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who may approve an act at the counter without logging in there: not in the journal, like the users themselves.
CREATE TABLE approver (
  user BLOB PRIMARY KEY REFERENCES user (id) CHECK (length(user) = 16)
) STRICT, WITHOUT ROWID;

-- The bag in which the counted money was put away.
ALTER TABLE drawer_session ADD COLUMN bag TEXT NOT NULL DEFAULT '';
