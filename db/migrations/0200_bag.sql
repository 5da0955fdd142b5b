-- A count that was not finished goes on another day, from the closed bag: the session takes nothing any more, and
-- another one of its till may open, until the bag is counted and the session closed. Its day sheet has its number from
-- the order in which sessions were closed.
ALTER TABLE drawer_session ADD COLUMN bagged_at INTEGER;
ALTER TABLE drawer_session ADD COLUMN sheet INTEGER;

DROP TRIGGER session_is_closed_once;
UPDATE drawer_session SET sheet = number WHERE closed_at IS NOT NULL;
CREATE UNIQUE INDEX sheet_by_number ON drawer_session (till, sheet) WHERE sheet IS NOT NULL;

DROP INDEX one_open_session;
CREATE UNIQUE INDEX one_open_session ON drawer_session (till) WHERE closed_at IS NULL AND bagged_at IS NULL;

-- A session changes when it is closed, and before that, at most once, when its money is put into a bag.
CREATE TRIGGER session_is_closed_once BEFORE UPDATE ON drawer_session
WHEN OLD.closed_at IS NOT NULL
  OR (NEW.closed_at IS NULL AND (OLD.bagged_at IS NOT NULL OR NEW.bagged_at IS NULL OR NEW.bag = ''))
  OR (NEW.closed_at IS NOT NULL AND NEW.bagged_at IS NOT OLD.bagged_at)
  OR (OLD.bagged_at IS NOT NULL AND NEW.bag <> OLD.bag)
  OR (NEW.closed_at IS NULL) <> (NEW.sheet IS NULL) OR NEW.entry <> OLD.entry
  OR NEW.id <> OLD.id OR NEW.till <> OLD.till OR NEW.number <> OLD.number
  OR NEW.business_day <> OLD.business_day OR NEW.opened_at <> OLD.opened_at
  OR NEW.float_amount <> OLD.float_amount OR NEW.currency <> OLD.currency
BEGIN SELECT RAISE(ABORT, 'a session is closed once and never changed'); END;

-- What comes into a session comes into an open one.
DROP TRIGGER sale_comes_with_its_entry;
CREATE TRIGGER sale_comes_with_its_entry BEFORE INSERT ON sale
WHEN NEW.entry <> (SELECT max(position) FROM journal)
  OR (SELECT coalesce(closed_at, bagged_at) FROM drawer_session WHERE entry = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the session is closed or the entry is not new'); END;

DROP TRIGGER move_comes_into_an_open_session;
CREATE TRIGGER move_comes_into_an_open_session BEFORE INSERT ON cash_move
WHEN (SELECT coalesce(closed_at, bagged_at) FROM drawer_session WHERE entry = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the session is closed'); END;

DROP TRIGGER figures_of_a_closed_session;
CREATE TRIGGER figures_of_a_closed_session BEFORE UPDATE ON session_figures
WHEN (SELECT coalesce(closed_at, bagged_at) FROM drawer_session WHERE entry = OLD.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the session is closed'); END;

DROP TRIGGER new_vat_of_a_closed_session;
CREATE TRIGGER new_vat_of_a_closed_session BEFORE INSERT ON session_vat
WHEN (SELECT coalesce(closed_at, bagged_at) FROM drawer_session WHERE entry = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the session is closed'); END;
DROP TRIGGER vat_of_a_closed_session;
CREATE TRIGGER vat_of_a_closed_session BEFORE UPDATE ON session_vat
WHEN (SELECT coalesce(closed_at, bagged_at) FROM drawer_session WHERE entry = OLD.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the session is closed'); END;

DROP TRIGGER hour_of_a_closed_session;
CREATE TRIGGER hour_of_a_closed_session BEFORE INSERT ON session_hour
WHEN (SELECT coalesce(closed_at, bagged_at) FROM drawer_session WHERE entry = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the session is closed'); END;
DROP TRIGGER page_of_a_closed_session;
CREATE TRIGGER page_of_a_closed_session BEFORE INSERT ON session_page
WHEN (SELECT coalesce(closed_at, bagged_at) FROM drawer_session WHERE entry = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the session is closed'); END;
