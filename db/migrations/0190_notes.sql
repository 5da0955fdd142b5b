-- What was noted of a line at the counter, in the shop's own words: "sliced"; and, beside a difference, where it may come
-- from, by one of a fixed few words.
ALTER TABLE sale_line ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE drawer_session ADD COLUMN difference_note TEXT NOT NULL DEFAULT '';
