CREATE TABLE "case_figures" (
	"case_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"sequence" integer NOT NULL,
	"figures" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figures_progress" (
	"id" integer PRIMARY KEY NOT NULL,
	"sequence" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_texts" (
	"organisation_id" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"section" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"updated_by" text COLLATE "C" NOT NULL,
	"updated_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "report_texts_organisation_id_year_section_pk" PRIMARY KEY("organisation_id","year","section")
);
--> statement-breakpoint
CREATE TABLE "destructions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"case_number" text COLLATE "C" NOT NULL,
	"ground" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"proposed_by" text COLLATE "C" NOT NULL,
	"proposed_at" bigint NOT NULL,
	"decided_by" text COLLATE "C",
	"decided_at" bigint,
	"completed_at" bigint,
	"counts" json,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "destructions_once" UNIQUE("case_id","proposed_at"),
	CONSTRAINT "destructions_status" CHECK ("destructions"."status" in ('proposed', 'withdrawn', 'refused', 'executing', 'completed'))
);
--> statement-breakpoint
CREATE TABLE "legal_holds" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"placed_by" text COLLATE "C" NOT NULL,
	"placed_at" bigint NOT NULL,
	"lifted_by" text COLLATE "C",
	"lifted_at" bigint
);
--> statement-breakpoint
CREATE TABLE "retention_periods" (
	"organisation_id" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C" NOT NULL,
	"months" integer NOT NULL,
	"source" text COLLATE "C" DEFAULT '' NOT NULL,
	"updated_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "retention_periods_organisation_id_outcome_pk" PRIMARY KEY("organisation_id","outcome"),
	CONSTRAINT "retention_periods_outcome" CHECK ("retention_periods"."outcome" in ('decided', 'not_taken_up', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "log_checkpoints" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"size" integer NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	"timestamp" "bytea"
);
--> statement-breakpoint
CREATE TABLE "log_keys" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"origin" text COLLATE "C" NOT NULL,
	"verifier_key" text COLLATE "C" NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint
);
--> statement-breakpoint
CREATE TABLE "log_tiles" (
	"level" integer NOT NULL,
	"place" integer NOT NULL,
	"root" "bytea" NOT NULL,
	"hashes" "bytea" NOT NULL,
	CONSTRAINT "log_tiles_level_place_pk" PRIMARY KEY("level","place")
);
--> statement-breakpoint
CREATE TABLE "processing_records" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"trace_id" text COLLATE "C" NOT NULL,
	"parent_id" text COLLATE "C",
	"organisation_id" text COLLATE "C",
	"activity" text COLLATE "C" NOT NULL,
	"operation" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C",
	"status" text COLLATE "C" NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_at" bigint NOT NULL,
	CONSTRAINT "processing_records_activity" CHECK ("processing_records"."activity" in ('handling', 'scoring', 'deciding', 'follow-up', 'learning', 'accounting', 'destroying')),
	CONSTRAINT "processing_records_status" CHECK ("processing_records"."status" in ('unset', 'ok', 'error'))
);
--> statement-breakpoint
ALTER TABLE "mails" DROP CONSTRAINT "mails_kind";--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "actor" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "salt" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "rows" json;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "processing_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "leaf_hash" "bytea";--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "sealed" "bytea";--> statement-breakpoint
ALTER TABLE "report_texts" ADD CONSTRAINT "report_texts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_texts" ADD CONSTRAINT "report_texts_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "destructions" ADD CONSTRAINT "destructions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "destructions" ADD CONSTRAINT "destructions_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "destructions" ADD CONSTRAINT "destructions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_placed_by_people_id_fk" FOREIGN KEY ("placed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_lifted_by_people_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_periods" ADD CONSTRAINT "retention_periods_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_figures_sequence" ON "case_figures" USING btree ("sequence","case_id");--> statement-breakpoint
CREATE INDEX "case_figures_organisation" ON "case_figures" USING btree ("organisation_id","case_id");--> statement-breakpoint
CREATE INDEX "destructions_organisation" ON "destructions" USING btree ("organisation_id","status","proposed_at");--> statement-breakpoint
CREATE INDEX "destructions_case" ON "destructions" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "legal_holds_case" ON "legal_holds" USING btree ("case_id","placed_at");--> statement-breakpoint
CREATE INDEX "log_checkpoints_size" ON "log_checkpoints" USING btree ("size","at");--> statement-breakpoint
CREATE INDEX "processing_records_organisation" ON "processing_records" USING btree ("organisation_id","started_at","id");--> statement-breakpoint
CREATE INDEX "processing_records_subject" ON "processing_records" USING btree ("subject","started_at");--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_kind" CHECK ("mails"."kind" in ('reminder', 'checkpoint'));
--> statement-breakpoint
-- The audit log only grows. A row from before the log had leaves gets its leaf once.
DROP TRIGGER audit_events_no_change ON audit_events;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_removal BEFORE DELETE OR TRUNCATE ON audit_events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('audit events are append-only');
--> statement-breakpoint
CREATE TRIGGER audit_events_no_change BEFORE UPDATE ON audit_events
FOR EACH ROW WHEN (OLD.leaf_hash IS NOT NULL) EXECUTE FUNCTION refuse_change('audit events are append-only');
--> statement-breakpoint
-- What is a snapshot or closed goes only with its whole case, while that is being destroyed.
CREATE FUNCTION is_being_destroyed(wanted text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM destructions WHERE case_id = wanted AND status = 'executing')
$$;
--> statement-breakpoint
DROP TRIGGER weighings_no_change ON weighings;
--> statement-breakpoint
CREATE TRIGGER weighings_no_change BEFORE UPDATE OR TRUNCATE ON weighings
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('weighings are immutable');
--> statement-breakpoint
CREATE TRIGGER weighings_no_delete BEFORE DELETE ON weighings
FOR EACH ROW WHEN (NOT is_being_destroyed(OLD.case_id)) EXECUTE FUNCTION refuse_change('weighings are immutable');
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_closed_round() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  item record;
BEGIN
  SELECT case_id, round, phase INTO item FROM agenda_items WHERE id = OLD.agenda_item_id;
  IF item.round > OLD.round OR item.phase IN ('revealed', 'concluded') THEN
    IF TG_OP = 'DELETE' AND is_being_destroyed(item.case_id) THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'ratings of a closed round are immutable';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Every change of a row with a seal is noted for the event of that change. The note is in a table of
-- the connection, which only the application makes: whoever writes around it leaves no note, and so a
-- row that no event vouches for.
CREATE FUNCTION note_touched() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched jsonb;
BEGIN
  IF to_regclass('pg_temp.touched_rows') IS NULL THEN RETURN NULL; END IF;
  IF TG_OP <> 'INSERT' THEN
    touched := to_jsonb(OLD);
    INSERT INTO pg_temp.touched_rows
      SELECT TG_TABLE_NAME, (SELECT json_agg(touched ->> part ORDER BY place) FROM unnest(TG_ARGV) WITH ORDINALITY AS parts (part, place));
  END IF;
  IF TG_OP <> 'DELETE' THEN
    touched := to_jsonb(NEW);
    INSERT INTO pg_temp.touched_rows
      SELECT TG_TABLE_NAME, (SELECT json_agg(touched ->> part ORDER BY place) FROM unnest(TG_ARGV) WITH ORDINALITY AS parts (part, place));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON agenda_items
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON case_arguments
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON case_facts
FOR EACH ROW EXECUTE FUNCTION note_touched('case_id', 'fact_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON case_files
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON case_law_references
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON claims
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON conditions
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON conflicts_of_interest
FOR EACH ROW EXECUTE FUNCTION note_touched('case_id', 'person_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON cost_lines
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON decision_claims
FOR EACH ROW EXECUTE FUNCTION note_touched('decision_id', 'claim_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON decision_precedents
FOR EACH ROW EXECUTE FUNCTION note_touched('decision_id', 'precedent_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON decisions
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON destructions
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON discussed_cells
FOR EACH ROW EXECUTE FUNCTION note_touched('agenda_item_id', 'criterion', 'option_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON documents
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON facts
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON flagged_cells
FOR EACH ROW EXECUTE FUNCTION note_touched('agenda_item_id', 'key', 'option_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON gate_ratings
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON legal_holds
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON line_change_precedents
FOR EACH ROW EXECUTE FUNCTION note_touched('line_change_id', 'precedent_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON line_changes
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON minority_views
FOR EACH ROW EXECUTE FUNCTION note_touched('agenda_item_id', 'person_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON option_claims
FOR EACH ROW EXECUTE FUNCTION note_touched('option_id', 'claim_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON options
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON organisations
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON panel_members
FOR EACH ROW EXECUTE FUNCTION note_touched('agenda_item_id', 'person_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON people
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON practice_runs
FOR EACH ROW EXECUTE FUNCTION note_touched('person_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON precedent_adoptions
FOR EACH ROW EXECUTE FUNCTION note_touched('case_id', 'precedent_id', 'perspective');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON precedent_facts
FOR EACH ROW EXECUTE FUNCTION note_touched('precedent_id', 'fact_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON precedents
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON question_sets
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON ratings
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON reminders
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON report_texts
FOR EACH ROW EXECUTE FUNCTION note_touched('organisation_id', 'year', 'section');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON retention_periods
FOR EACH ROW EXECUTE FUNCTION note_touched('organisation_id', 'outcome');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON reviews
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON role_assignments
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON saved_searches
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON scope_links
FOR EACH ROW EXECUTE FUNCTION note_touched('scope_id', 'other_scope_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON scopes
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON second_round_cells
FOR EACH ROW EXECUTE FUNCTION note_touched('agenda_item_id', 'key', 'option_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON second_rounds
FOR EACH ROW EXECUTE FUNCTION note_touched('agenda_item_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON session_joins
FOR EACH ROW EXECUTE FUNCTION note_touched('session_id', 'person_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON session_observers
FOR EACH ROW EXECUTE FUNCTION note_touched('session_id', 'person_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON sessions
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON status_changes
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON weighings
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
