-- Each word with the number of documents it stands in: how rare it is, and which words hold others
-- inside them. The empty word stands in every document. Kept by db/sqlite/search.ts from now on.
CREATE TABLE search_words (
  kind text NOT NULL CHECK (kind IN ('case', 'precedent')),
  word text NOT NULL,
  documents integer NOT NULL CHECK (documents > 0),
  PRIMARY KEY (kind, word)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE VIRTUAL TABLE search_case_vocabulary USING fts5vocab('case_search', 'row');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_precedent_vocabulary USING fts5vocab('precedent_search', 'row');
--> statement-breakpoint
INSERT INTO search_words (kind, word, documents)
SELECT 'case', term, doc FROM search_case_vocabulary
UNION ALL
SELECT 'precedent', term, doc FROM search_precedent_vocabulary
UNION ALL
SELECT kind, '', count(*) FROM search_documents GROUP BY kind;
--> statement-breakpoint
DROP TABLE search_case_vocabulary;
--> statement-breakpoint
DROP TABLE search_precedent_vocabulary;
