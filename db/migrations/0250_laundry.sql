-- Laundry: tickets, the pieces of each and where they are.

CREATE TABLE ticket (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  till TEXT NOT NULL,
  customer BLOB CHECK (length(customer) = 16),
  account TEXT REFERENCES customer_account (code),
  taken TEXT NOT NULL,
  due TEXT NOT NULL,
  minute INTEGER CHECK (minute BETWEEN 0 AND 1439),
  bag_pieces INTEGER NOT NULL CHECK (bag_pieces >= 0),  -- as counted when it was taken; 0: not counted
  reminded TEXT,                                        -- when whose it is was reminded last
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  here INTEGER NOT NULL CHECK (here >= 0),              -- pieces; a bag is one
  last_tag INTEGER NOT NULL CHECK (last_tag >= 0),      -- the highest that it was ever given
  last_day TEXT NOT NULL,                               -- on which somebody comes, or came last
  CHECK ((customer IS NULL) <> (account IS NULL))
) STRICT;
CREATE INDEX ticket_here ON ticket (due, minute) WHERE here > 0;
CREATE INDEX ticket_by_customer ON ticket (customer) WHERE customer IS NOT NULL;
CREATE INDEX ticket_by_account ON ticket (account) WHERE account IS NOT NULL;
CREATE INDEX ticket_by_tag ON ticket (last_tag);
CREATE TRIGGER ticket_stays BEFORE DELETE ON ticket
BEGIN SELECT RAISE(ABORT, 'a ticket is cancelled, never deleted'); END;
CREATE TRIGGER ticket_ended BEFORE UPDATE ON ticket
WHEN OLD.cancelled = 1 OR NEW.number <> OLD.number OR NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'a ticket that was cancelled is never changed'); END;

CREATE TABLE ticket_piece (
  tag INTEGER PRIMARY KEY CHECK (tag > 0),
  ticket INTEGER NOT NULL REFERENCES ticket (number),
  place INTEGER NOT NULL,                               -- in the order in which they were noted
  article TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  unit_price INTEGER NOT NULL CHECK (unit_price >= 0),
  marks TEXT NOT NULL,                                  -- codes parted by spaces
  load INTEGER NOT NULL CHECK (load > 0),
  state TEXT NOT NULL
    CHECK (state IN ('received', 'washing', 'ironing', 'ready', 'collected', 'lost', 'given_away')),
  since TEXT NOT NULL,
  rack TEXT NOT NULL,
  CHECK ((state = 'ready') = (rack <> ''))
) STRICT;
CREATE INDEX piece_of_ticket ON ticket_piece (ticket, place);
CREATE INDEX piece_on_rack ON ticket_piece (rack) WHERE rack <> '';
CREATE TRIGGER piece_is_collected_once BEFORE UPDATE ON ticket_piece
WHEN OLD.state = 'collected' OR NEW.tag <> OLD.tag OR NEW.ticket <> OLD.ticket
BEGIN SELECT RAISE(ABORT, 'a piece that was collected is never changed'); END;
CREATE TRIGGER piece_is_struck_out_early BEFORE DELETE ON ticket_piece
WHEN OLD.state <> 'received'
BEGIN SELECT RAISE(ABORT, 'a piece that went on is never struck out'); END;

-- Which pieces a sale handed over, each once.
CREATE TABLE delivery_piece (
  piece INTEGER PRIMARY KEY,
  sale INTEGER NOT NULL REFERENCES sale (entry)
) STRICT;
CREATE INDEX piece_of_delivery ON delivery_piece (sale);
CREATE TRIGGER delivery_piece_is_posted BEFORE UPDATE ON delivery_piece
BEGIN SELECT RAISE(ABORT, 'a sale is never changed'); END;
CREATE TRIGGER delivery_piece_stays BEFORE DELETE ON delivery_piece
BEGIN SELECT RAISE(ABORT, 'a sale is never deleted'); END;
