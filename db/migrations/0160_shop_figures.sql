-- What a shop sold by hour and by group of articles: sums that a session keeps when it is closed, from its own lines,
-- so that a year is read without them. No sum is of a person: a session has no name, and hours of all tills go together.

CREATE TABLE session_hour (
  session INTEGER NOT NULL REFERENCES drawer_session (entry),
  hour INTEGER NOT NULL,        -- whole hours since 1970, UTC
  sales_count INTEGER NOT NULL,
  gross INTEGER NOT NULL,       -- refunds taken off in the hour in which they were given back
  PRIMARY KEY (session, hour)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_page (
  session INTEGER NOT NULL REFERENCES drawer_session (entry),
  page TEXT NOT NULL,
  gross INTEGER NOT NULL,       -- refunds taken off
  PRIMARY KEY (session, page)
) STRICT, WITHOUT ROWID;

-- Figures that finance sets for a shop, from a month on, until the next of their kind. The last entry of a month holds.
CREATE TABLE shop_figure (
  entry INTEGER PRIMARY KEY REFERENCES journal (position),
  shop TEXT NOT NULL,           -- the first of its tills
  what TEXT NOT NULL CHECK (what IN ('break_even', 'set_aside', 'difference_budget')),
  from_month TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  amount INTEGER NOT NULL CHECK (amount >= 0)
) STRICT;

-- Sessions that were closed before.
INSERT INTO session_hour (session, hour, sales_count, gross)
  SELECT d.entry, s.instant / 3600000, sum(s.refund_of IS NULL), sum(s.total)
  FROM drawer_session d JOIN sale s ON s.session = d.entry
  WHERE d.closed_at IS NOT NULL GROUP BY d.entry, s.instant / 3600000;
INSERT INTO session_page (session, page, gross)
  SELECT d.entry, l.page, sum(l.amount)
  FROM drawer_session d JOIN sale s ON s.session = d.entry JOIN sale_line l ON l.sale = s.entry
  WHERE d.closed_at IS NOT NULL GROUP BY d.entry, l.page;

CREATE TRIGGER hour_of_a_closed_session BEFORE INSERT ON session_hour
WHEN (SELECT closed_at FROM drawer_session WHERE entry = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the session is closed'); END;
CREATE TRIGGER hour_is_kept BEFORE UPDATE ON session_hour
BEGIN SELECT RAISE(ABORT, 'a closed session is never changed'); END;
CREATE TRIGGER hour_stays BEFORE DELETE ON session_hour
BEGIN SELECT RAISE(ABORT, 'a session is never deleted'); END;

CREATE TRIGGER page_of_a_closed_session BEFORE INSERT ON session_page
WHEN (SELECT closed_at FROM drawer_session WHERE entry = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the session is closed'); END;
CREATE TRIGGER page_is_kept BEFORE UPDATE ON session_page
BEGIN SELECT RAISE(ABORT, 'a closed session is never changed'); END;
CREATE TRIGGER page_stays BEFORE DELETE ON session_page
BEGIN SELECT RAISE(ABORT, 'a session is never deleted'); END;

CREATE TRIGGER shop_figure_is_set BEFORE UPDATE ON shop_figure
BEGIN SELECT RAISE(ABORT, 'a figure is set again, never changed'); END;
CREATE TRIGGER shop_figure_stays BEFORE DELETE ON shop_figure
BEGIN SELECT RAISE(ABORT, 'a figure is set again, never deleted'); END;
