-- Packages: so many times of one article, paid at once. What is left of one is told by its advance.

CREATE TABLE package_offer (
  code TEXT PRIMARY KEY,
  article TEXT NOT NULL,
  times INTEGER NOT NULL CHECK (times > 1),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  price INTEGER NOT NULL CHECK (price >= times * (times + 1)),
  offered INTEGER NOT NULL CHECK (offered IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE package (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  offer TEXT NOT NULL,
  article TEXT NOT NULL,
  times INTEGER NOT NULL CHECK (times > 1),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  price INTEGER NOT NULL CHECK (price >= times * (times + 1)),
  since TEXT NOT NULL,
  customer BLOB CHECK (length(customer) = 16)
) STRICT;
CREATE INDEX package_by_customer ON package (customer) WHERE customer IS NOT NULL;
CREATE TRIGGER package_is_made BEFORE UPDATE ON package
BEGIN SELECT RAISE(ABORT, 'a package is never changed'); END;
CREATE TRIGGER package_stays BEFORE DELETE ON package
BEGIN SELECT RAISE(ABORT, 'a package is used or given back, never deleted'); END;
