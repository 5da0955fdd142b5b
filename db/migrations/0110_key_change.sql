-- When somebody leaves, the keys that she held are replaced. Who holds them too and is not there at that moment
-- finds the new one here when she next comes in: sealed under the key before, and to herself.
CREATE TABLE key_gift (
  user BLOB NOT NULL REFERENCES user (id),
  name TEXT NOT NULL REFERENCES key,
  generation INTEGER NOT NULL CHECK (generation >= 2),
  gift BLOB NOT NULL CHECK (length(gift) = 120),
  PRIMARY KEY (user, name, generation)
) STRICT, WITHOUT ROWID;

-- What was sealed to an older public half and may not be written again (the sealed journal) is opened with the
-- older key, sealed under the one that replaced it.
CREATE TABLE former_key (
  name TEXT NOT NULL REFERENCES key,
  generation INTEGER NOT NULL CHECK (generation >= 1),
  former BLOB NOT NULL CHECK (length(former) = 72),
  PRIMARY KEY (name, generation)
) STRICT, WITHOUT ROWID;

-- Somebody left, and nobody who holds this key has come in since.
CREATE TABLE key_due (
  name TEXT PRIMARY KEY REFERENCES key
) STRICT, WITHOUT ROWID;
