-- People who log in, and the keys that they hold. Not in the journal: a login, a new user or a changed
-- secret is no business data.

CREATE TABLE user (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL UNIQUE,
  picture TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('counter', 'manager', 'payroll', 'finance', 'auditor')),
  added INTEGER NOT NULL,                     -- order in which they were added
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  -- Her secret and the salt give, with that much work (Argon2id), the key that opens a door, and behind it lies the
  -- key of her ring of keys. Nothing else of the secret is kept: it is the right one if a door opens.
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  passes INTEGER NOT NULL CHECK (passes >= 1),
  memory_bytes INTEGER NOT NULL CHECK (memory_bytes >= 8192),
  ring BLOB NOT NULL CHECK (length(ring) = 288),  -- one length, whoever holds what
  approving_half BLOB NOT NULL CHECK (length(approving_half) = 32),  -- what she signs elsewhere is checked with it
  -- Everybody has the same doors; one that was never set lies under a key that nobody has.
  door_secret BLOB NOT NULL CHECK (length(door_secret) = 72),
  door_paper BLOB NOT NULL CHECK (length(door_paper) = 72),
  door_duress BLOB NOT NULL CHECK (length(door_duress) = 72),
  public_half BLOB NOT NULL CHECK (length(public_half) = 32)  -- of a key of her own in the ring: new keys come to it
) STRICT;

-- Which keys there are. What is sealed to a public half needs no key of whoever seals.
CREATE TABLE key (
  name TEXT PRIMARY KEY CHECK (name IN ('till', 'roster', 'payroll', 'vault', 'audit', 'backup')),
  generation INTEGER NOT NULL CHECK (generation >= 1),
  public_half BLOB NOT NULL CHECK (length(public_half) = 32)
) STRICT, WITHOUT ROWID;

-- Wrong tries of a passphrase, by the SHA-256 of the name that was typed, whether somebody has it or not.
CREATE TABLE login_miss (
  name BLOB PRIMARY KEY CHECK (length(name) = 32),
  misses INTEGER NOT NULL CHECK (misses >= 1),
  last_at INTEGER NOT NULL                    -- milliseconds since 1970, UTC
) STRICT, WITHOUT ROWID;

-- Half of every counter login lies with the machine; here it is sealed under the till key, for a new machine.
CREATE TABLE counter_half (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  half BLOB NOT NULL CHECK (length(half) = 72)
) STRICT;
