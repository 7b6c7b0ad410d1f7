CREATE TABLE "reindexing" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"fact_id" text COLLATE "C",
	"after_id" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "reindexing_kind" CHECK ("reindexing"."kind" in ('case', 'precedent'))
);
--> statement-breakpoint
ALTER TABLE "reindexing" ADD CONSTRAINT "reindexing_fact_id_facts_id_fk" FOREIGN KEY ("fact_id") REFERENCES "public"."facts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reindexing_order" ON "reindexing" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "reindexing_fact" ON "reindexing" USING btree ("fact_id");--> statement-breakpoint
CREATE INDEX "precedents_counts" ON "precedents" USING btree ("organisation_id","visibility","status","published_at","scope_id","level","valid_until","source");--> statement-breakpoint
-- Numbers such as 4:84 and ECLI are words of the index from now on: what is in it is made anew.
INSERT INTO reindexing (id, kind, after_id, created_at)
SELECT CASE kind WHEN 'case' THEN '00000000-0000-7000-8000-000000000001' ELSE '00000000-0000-7000-8000-000000000002' END, kind, '', 0
FROM search_documents GROUP BY kind;
