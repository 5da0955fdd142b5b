-- Customers for whom something is kept, orders, what is to bake.

-- A name or nickname and a number. No projection: not in the journal, so that she can be taken out.
CREATE TABLE customer (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  remembered INTEGER NOT NULL CHECK (remembered IN (0, 1)),
  last_day TEXT NOT NULL                 -- on which she was here
) STRICT, WITHOUT ROWID;

CREATE TABLE customer_order (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  till TEXT NOT NULL,
  customer BLOB CHECK (length(customer) = 16),
  account TEXT REFERENCES customer_account (code),
  day TEXT NOT NULL,
  minute INTEGER CHECK (minute BETWEEN 0 AND 1439),
  standing TEXT,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  state TEXT NOT NULL CHECK (state IN ('open', 'collected', 'cancelled')),
  CHECK ((customer IS NULL) <> (account IS NULL))
) STRICT;
CREATE INDEX order_by_day ON customer_order (day, minute);
CREATE INDEX order_by_customer ON customer_order (customer) WHERE customer IS NOT NULL;
CREATE INDEX order_by_account ON customer_order (account) WHERE account IS NOT NULL;
-- A day of a standing order becomes an order once.
CREATE UNIQUE INDEX order_of_standing ON customer_order (standing, day) WHERE standing IS NOT NULL;
CREATE TRIGGER order_stays BEFORE DELETE ON customer_order
BEGIN SELECT RAISE(ABORT, 'an order is cancelled, never deleted'); END;
CREATE TRIGGER order_ended BEFORE UPDATE ON customer_order
WHEN OLD.state <> 'open' OR NEW.number <> OLD.number OR NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'an order that ended is never changed'); END;

CREATE TABLE order_line (
  customer_order INTEGER NOT NULL REFERENCES customer_order (number),
  number INTEGER NOT NULL,
  article TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit_price INTEGER NOT NULL CHECK (unit_price >= 0),
  note TEXT NOT NULL,
  PRIMARY KEY (customer_order, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE standing_order (
  code TEXT PRIMARY KEY,
  till TEXT NOT NULL,
  customer BLOB CHECK (length(customer) = 16),
  account TEXT REFERENCES customer_account (code),
  weekdays TEXT NOT NULL CHECK (weekdays <> ''),      -- "0 2 4": Monday, Wednesday, Friday
  minute INTEGER CHECK (minute BETWEEN 0 AND 1439),
  from_day TEXT NOT NULL,
  until_day TEXT,                                      -- included
  CHECK ((customer IS NULL) <> (account IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE standing_line (
  standing TEXT NOT NULL REFERENCES standing_order (code),
  number INTEGER NOT NULL,
  article TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  note TEXT NOT NULL,
  PRIMARY KEY (standing, number)
) STRICT, WITHOUT ROWID;

-- What came out of the oven, or was noted by mistake and is taken back.
CREATE TABLE baked (
  entry INTEGER PRIMARY KEY REFERENCES journal (position),
  till TEXT NOT NULL,
  day TEXT NOT NULL,
  article TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity <> 0)
) STRICT;
CREATE INDEX baked_by_day ON baked (till, day);

CREATE TABLE ingredient (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  unit TEXT NOT NULL CHECK (unit IN ('each', 'kg')),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  price INTEGER NOT NULL CHECK (price >= 0),           -- of a kilogram or piece
  allergens TEXT NOT NULL                              -- codes parted by spaces
) STRICT, WITHOUT ROWID;
CREATE TABLE recipe (
  article TEXT PRIMARY KEY,
  makes INTEGER NOT NULL CHECK (makes > 0),
  allergens TEXT NOT NULL                              -- beside those of its parts
) STRICT, WITHOUT ROWID;
CREATE TABLE recipe_part (
  article TEXT NOT NULL REFERENCES recipe (article),
  number INTEGER NOT NULL,
  ingredient TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

-- Which sale handed over what was ordered: an order, later a ticket or an appointment.
CREATE TABLE delivery (
  sale INTEGER PRIMARY KEY REFERENCES sale (entry),
  what TEXT NOT NULL,
  number INTEGER NOT NULL
) STRICT;
CREATE INDEX delivery_of ON delivery (what, number);
CREATE TRIGGER delivery_is_posted BEFORE UPDATE ON delivery
BEGIN SELECT RAISE(ABORT, 'a sale is never changed'); END;
CREATE TRIGGER delivery_stays BEFORE DELETE ON delivery
BEGIN SELECT RAISE(ABORT, 'a sale is never deleted'); END;
