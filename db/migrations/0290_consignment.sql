-- Pieces that somebody makes at home and the shop sells: whose an article is, on which terms, what came, went back, was
-- lost and sold, and what was paid out. A maker is a number here and nothing else. All of it but maker_record is made from
-- entries of the journal and can be made again (db/rebuild.h).

CREATE TABLE maker (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  since TEXT NOT NULL
) STRICT;
CREATE TRIGGER maker_stays BEFORE DELETE ON maker
BEGIN SELECT RAISE(ABORT, 'a maker stays a number'); END;

-- Who she is and where her money goes, sealed under the vault key: beside the journal, so that it can be taken out.
-- Each as long as every other.
CREATE TABLE maker_record (
  maker INTEGER PRIMARY KEY,
  record BLOB NOT NULL CHECK (length(record) = 1064)
) STRICT;

CREATE TABLE consigned_article (
  number INTEGER PRIMARY KEY CHECK (number > 0),   -- stands in its tag
  article TEXT NOT NULL UNIQUE,
  maker INTEGER NOT NULL REFERENCES maker (number)
) STRICT;
CREATE TRIGGER consigned_article_stays BEFORE DELETE ON consigned_article
BEGIN SELECT RAISE(ABORT, 'an article stays its maker''s'); END;
CREATE TRIGGER consigned_article_is_kept BEFORE UPDATE ON consigned_article
BEGIN SELECT RAISE(ABORT, 'an article stays its maker''s'); END;

-- On a day hold the terms of the newest day until then, of several of one day the last that were entered; before all of
-- them, the first.
CREATE TABLE consignment_terms (
  entry INTEGER PRIMARY KEY REFERENCES journal (position),
  article TEXT NOT NULL REFERENCES consigned_article (article),
  from_day TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  price INTEGER NOT NULL CHECK (price >= 0),
  our_share INTEGER CHECK (our_share BETWEEN 0 AND 1000000),   -- millionths of what the customer paid
  makers_amount INTEGER CHECK (makers_amount >= 0),            -- or so much for each piece
  lost_is_paid INTEGER NOT NULL CHECK (lost_is_paid IN (0, 1)),
  CHECK ((our_share IS NULL) <> (makers_amount IS NULL))
) STRICT;
CREATE INDEX terms_by_article ON consignment_terms (article, from_day);
CREATE TRIGGER terms_are_posted BEFORE UPDATE ON consignment_terms
BEGIN SELECT RAISE(ABORT, 'terms are never changed: new ones are agreed'); END;
CREATE TRIGGER terms_stay BEFORE DELETE ON consignment_terms
BEGIN SELECT RAISE(ABORT, 'terms are never deleted'); END;

CREATE TABLE consignment_move (
  entry INTEGER PRIMARY KEY REFERENCES journal (position),
  article TEXT NOT NULL REFERENCES consigned_article (article),
  kind TEXT NOT NULL CHECK (kind IN ('brought', 'returned', 'lost', 'counted')),
  quantity INTEGER NOT NULL CHECK (quantity >= 0),   -- thousandths; of a count, what is there
  lost INTEGER NOT NULL,                             -- by it, thousandths; below zero where some were found again
  owed INTEGER NOT NULL,                             -- to the maker, for what was lost
  day TEXT NOT NULL,
  CHECK (kind <> 'lost' OR lost = quantity),
  CHECK (kind NOT IN ('brought', 'returned') OR (lost = 0 AND owed = 0))
) STRICT;
CREATE INDEX consignment_move_by_article ON consignment_move (article);
CREATE TRIGGER consignment_move_is_posted BEFORE UPDATE ON consignment_move
BEGIN SELECT RAISE(ABORT, 'a consignment move is never changed'); END;
CREATE TRIGGER consignment_move_stays BEFORE DELETE ON consignment_move
BEGIN SELECT RAISE(ABORT, 'a consignment move is never deleted'); END;

-- What of a sale or refund was a maker's, and what of it is hers, on the terms that held when it was sold.
CREATE TABLE consigned_sale (
  sale INTEGER NOT NULL REFERENCES sale (entry),
  number INTEGER NOT NULL,                           -- of the line
  sold_sale INTEGER NOT NULL REFERENCES sale (entry),  -- of a refund: the sale and line that it takes back
  sold_number INTEGER NOT NULL,
  article TEXT NOT NULL REFERENCES consigned_article (article),
  terms INTEGER NOT NULL REFERENCES consignment_terms (entry),
  quantity INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  owed INTEGER NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (sale, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX consigned_sale_by_article ON consigned_sale (article);
CREATE INDEX consigned_sale_by_sold ON consigned_sale (sold_sale, sold_number);
CREATE TRIGGER consigned_sale_is_posted BEFORE UPDATE ON consigned_sale
BEGIN SELECT RAISE(ABORT, 'a sale is never changed'); END;
CREATE TRIGGER consigned_sale_stays BEFORE DELETE ON consigned_sale
BEGIN SELECT RAISE(ABORT, 'a sale is never deleted'); END;

CREATE TABLE maker_payment (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  entry INTEGER NOT NULL REFERENCES journal (position),
  run INTEGER NOT NULL CHECK (run > 0),              -- the file for the bank that it stands in
  maker INTEGER NOT NULL REFERENCES maker (number),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  amount INTEGER NOT NULL CHECK (amount > 0),
  day TEXT NOT NULL,
  until_day TEXT NOT NULL,                           -- of what was owed on that day
  UNIQUE (run, maker)
) STRICT;
CREATE INDEX payment_by_maker ON maker_payment (maker);
CREATE TRIGGER maker_payment_is_posted BEFORE UPDATE ON maker_payment
BEGIN SELECT RAISE(ABORT, 'a payment is never changed'); END;
CREATE TRIGGER maker_payment_stays BEFORE DELETE ON maker_payment
BEGIN SELECT RAISE(ABORT, 'a payment is reversed, never deleted'); END;

CREATE TABLE maker_payment_reversal (
  payment INTEGER PRIMARY KEY REFERENCES maker_payment (number),
  entry INTEGER NOT NULL REFERENCES journal (position),
  day TEXT NOT NULL
) STRICT;
CREATE TRIGGER maker_reversal_is_posted BEFORE UPDATE ON maker_payment_reversal
BEGIN SELECT RAISE(ABORT, 'a reversal is never changed'); END;
CREATE TRIGGER maker_reversal_stays BEFORE DELETE ON maker_payment_reversal
BEGIN SELECT RAISE(ABORT, 'a reversal is never deleted'); END;

-- Of what a session sold: not the shop's own.
ALTER TABLE session_figures ADD COLUMN makers_share INTEGER NOT NULL DEFAULT 0;
