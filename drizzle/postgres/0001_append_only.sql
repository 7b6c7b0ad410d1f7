-- The audit log only grows, without gaps: numbers are given out while nobody else writes to it. The
-- lock is the one of every change (db/postgres/engine.ts), so that also psql waits its turn.
CREATE FUNCTION number_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  following bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(1836345460);
  SELECT coalesce(max(sequence), 0) + 1 INTO following FROM audit_events;
  IF NEW.sequence IS NOT NULL AND NEW.sequence <> following THEN
    RAISE EXCEPTION 'audit event % does not follow event %', NEW.sequence, following - 1;
  END IF;
  NEW.sequence := following;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_events_number BEFORE INSERT ON audit_events
FOR EACH ROW EXECUTE FUNCTION number_audit_event();
--> statement-breakpoint
-- Every process that listens hears of a committed event: numbers and ids, never what changed.
CREATE FUNCTION announce_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('audit_events', json_build_object(
    'sequence', NEW.sequence, 'kind', NEW.kind, 'organisationId', NEW.organisation_id,
    'caseId', NEW.case_id, 'sessionId', NEW.session_id)::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_events_announce AFTER INSERT ON audit_events
FOR EACH ROW EXECUTE FUNCTION announce_audit_event();
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0];
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('audit events are append-only');
--> statement-breakpoint
-- A weighing is a snapshot.
CREATE TRIGGER weighings_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON weighings
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('weighings are immutable');
