-- Prices that were changed at the counter by right: what the line would have cost, and what a session gave so.
ALTER TABLE sale_line ADD COLUMN usual_amount INTEGER;
ALTER TABLE session_figures ADD COLUMN discounts INTEGER NOT NULL DEFAULT 0;
