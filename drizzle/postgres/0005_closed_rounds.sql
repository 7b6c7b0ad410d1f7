-- What was given in a round stays as it was from the reveal of that round on.
CREATE FUNCTION refuse_closed_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM agenda_items WHERE id = OLD.agenda_item_id
    AND (round > OLD.round OR phase IN ('revealed', 'concluded'))) THEN
    RAISE EXCEPTION 'ratings of a closed round are immutable';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ratings_closed BEFORE UPDATE OR DELETE ON ratings
FOR EACH ROW EXECUTE FUNCTION refuse_closed_round();
--> statement-breakpoint
CREATE TRIGGER gate_ratings_closed BEFORE UPDATE OR DELETE ON gate_ratings
FOR EACH ROW EXECUTE FUNCTION refuse_closed_round();
