-- People who log in. Not in the journal: a login, a new user or a changed secret is no business data.

CREATE TABLE user (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL UNIQUE,
  picture TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('counter', 'manager', 'payroll', 'finance', 'auditor')),
  secret_hash TEXT NOT NULL,                  -- Argon2id with its parameters and salt
  added INTEGER NOT NULL,                     -- order in which they were added
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1))
) STRICT;
