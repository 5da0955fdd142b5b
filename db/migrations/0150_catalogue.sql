-- What the catalogue remembers beside its articles: prices that hold from a day on, what stands on no shelf, and a
-- simple stock. All of it is made from entries of the journal and can be made again (db/rebuild.h).

-- The price of an article on a day is the newest row until that day, else the one in its own row.
CREATE TABLE article_price (
  article TEXT NOT NULL,
  from_day TEXT NOT NULL,
  price INTEGER NOT NULL CHECK (price >= 0),
  PRIMARY KEY (article, from_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE off_shelf (
  article TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- The newest entry that changed what a till has read of the catalogue and the organisation.
CREATE TABLE catalogue_mark (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  entry INTEGER NOT NULL
) STRICT;
INSERT INTO catalogue_mark (one, entry)
  SELECT 1, max(position) FROM journal WHERE kind IN ('articles.put', 'organisation.set')
  HAVING max(position) IS NOT NULL;

-- An article that is kept in stock is low below this.
CREATE TABLE stock_level (
  article TEXT PRIMARY KEY,
  below INTEGER NOT NULL CHECK (below > 0)  -- thousandths
) STRICT, WITHOUT ROWID;

CREATE TABLE stock_move (
  entry INTEGER PRIMARY KEY REFERENCES journal (position),
  article TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('received', 'wasted', 'counted')),
  quantity INTEGER NOT NULL CHECK (quantity >= 0),  -- thousandths
  reason TEXT NOT NULL,
  day TEXT NOT NULL,
  CHECK ((kind = 'wasted') = (reason <> ''))
) STRICT;
CREATE INDEX stock_move_by_day ON stock_move (day);
CREATE TRIGGER stock_move_is_posted BEFORE UPDATE ON stock_move
BEGIN SELECT RAISE(ABORT, 'a stock move is never changed'); END;
CREATE TRIGGER stock_move_stays BEFORE DELETE ON stock_move
BEGIN SELECT RAISE(ABORT, 'a stock move is never deleted'); END;

-- Since the last count, or since something was first received, in thousandths. What was sold since is all that was sold
-- until now less sold_before.
CREATE TABLE stock (
  article TEXT PRIMARY KEY,
  counted INTEGER NOT NULL,
  received INTEGER NOT NULL,
  wasted INTEGER NOT NULL,
  sold_before INTEGER NOT NULL,
  counted_on TEXT
) STRICT, WITHOUT ROWID;

-- What was sold in sessions that are closed, refunds taken off: added up when a session is closed, so that a sale
-- writes nothing more than before. What an open session sold is read from its lines.
CREATE TABLE article_sold (
  article TEXT PRIMARY KEY,
  quantity INTEGER NOT NULL      -- thousandths
) STRICT, WITHOUT ROWID;
INSERT INTO article_sold (article, quantity)
  SELECT l.article, sum(l.quantity)
  FROM drawer_session d JOIN sale s ON s.session = d.entry JOIN sale_line l ON l.sale = s.entry
  WHERE d.closed_at IS NOT NULL GROUP BY l.article;
