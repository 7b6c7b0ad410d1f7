-- What was given in a round stays as it was from the reveal of that round on.
CREATE TRIGGER ratings_closed_update BEFORE UPDATE ON ratings
WHEN EXISTS (SELECT 1 FROM agenda_items WHERE id = OLD.agenda_item_id
  AND (round > OLD.round OR phase IN ('revealed', 'concluded')))
BEGIN SELECT RAISE(ABORT, 'ratings of a closed round are immutable'); END;
--> statement-breakpoint
CREATE TRIGGER ratings_closed_delete BEFORE DELETE ON ratings
WHEN EXISTS (SELECT 1 FROM agenda_items WHERE id = OLD.agenda_item_id
  AND (round > OLD.round OR phase IN ('revealed', 'concluded')))
BEGIN SELECT RAISE(ABORT, 'ratings of a closed round are immutable'); END;
--> statement-breakpoint
CREATE TRIGGER gate_ratings_closed_update BEFORE UPDATE ON gate_ratings
WHEN EXISTS (SELECT 1 FROM agenda_items WHERE id = OLD.agenda_item_id
  AND (round > OLD.round OR phase IN ('revealed', 'concluded')))
BEGIN SELECT RAISE(ABORT, 'ratings of a closed round are immutable'); END;
--> statement-breakpoint
CREATE TRIGGER gate_ratings_closed_delete BEFORE DELETE ON gate_ratings
WHEN EXISTS (SELECT 1 FROM agenda_items WHERE id = OLD.agenda_item_id
  AND (round > OLD.round OR phase IN ('revealed', 'concluded')))
BEGIN SELECT RAISE(ABORT, 'ratings of a closed round are immutable'); END;
