-- Full-text search. One table per kind of document, so that rarity of words counts within its kind.
CREATE TABLE search_documents (
  number integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  kind text NOT NULL CHECK (kind IN ('case', 'precedent')),
  document_id text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX search_documents_once ON search_documents (kind, document_id);
--> statement-breakpoint
CREATE VIRTUAL TABLE case_search USING fts5(
  title, facts, summary, motivation,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '4 6'
);
--> statement-breakpoint
CREATE VIRTUAL TABLE precedent_search USING fts5(
  title, facts, summary, motivation,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '4 6'
);
--> statement-breakpoint
-- What is deleted must not stay readable in the index.
INSERT INTO case_search (case_search, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
INSERT INTO precedent_search (precedent_search, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
-- The audit log only grows.
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events
BEGIN SELECT RAISE(ABORT, 'audit events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events
BEGIN SELECT RAISE(ABORT, 'audit events are append-only'); END;
--> statement-breakpoint
-- A weighing is a snapshot.
CREATE TRIGGER weighings_no_update BEFORE UPDATE ON weighings
BEGIN SELECT RAISE(ABORT, 'weighings are immutable'); END;
--> statement-breakpoint
CREATE TRIGGER weighings_no_delete BEFORE DELETE ON weighings
BEGIN SELECT RAISE(ABORT, 'weighings are immutable'); END;
