-- Full-text search, kept by db/postgres/search.ts. The application makes the words, so no parser and
-- no dictionary of PostgreSQL takes part: 'simple' or 'dutch' is never named.
CREATE TABLE search_documents (
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('case', 'precedent')),
  document_id text COLLATE "C" NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (kind, document_id)
) WITH (toast_tuple_target = 8160);
--> statement-breakpoint
-- Ranking reads the words of very many documents. Within the row and as they are, that takes less
-- than half the time.
ALTER TABLE search_documents ALTER COLUMN words SET STORAGE EXTERNAL;
--> statement-breakpoint
CREATE INDEX search_documents_case ON search_documents USING gin (words) WITH (fastupdate = off) WHERE kind = 'case';
--> statement-breakpoint
CREATE INDEX search_documents_precedent ON search_documents USING gin (words) WITH (fastupdate = off) WHERE kind = 'precedent';
--> statement-breakpoint
-- The words in their order, to tell what a change adds and takes away, and to copy the index from.
CREATE TABLE search_texts (
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('case', 'precedent')),
  document_id text COLLATE "C" NOT NULL,
  title text COLLATE "C" NOT NULL,
  facts text COLLATE "C" NOT NULL,
  summary text COLLATE "C" NOT NULL,
  motivation text COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, document_id)
);
--> statement-breakpoint
-- Each word with the number of documents it stands in: how rare it is, and which words hold others
-- inside them. The empty word stands in every document. The common ones change with every document:
-- there is room to do that in place.
CREATE TABLE search_words (
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('case', 'precedent')),
  word text COLLATE "C" NOT NULL,
  documents integer NOT NULL CHECK (documents > 0),
  PRIMARY KEY (kind, word)
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
