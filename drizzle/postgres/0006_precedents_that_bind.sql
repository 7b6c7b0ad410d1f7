CREATE TABLE "scope_links" (
	"scope_id" text COLLATE "C" NOT NULL,
	"other_scope_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "scope_links_scope_id_other_scope_id_pk" PRIMARY KEY("scope_id","other_scope_id")
);
--> statement-breakpoint
CREATE TABLE "line_change_precedents" (
	"line_change_id" text COLLATE "C" NOT NULL,
	"precedent_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "line_change_precedents_line_change_id_precedent_id_pk" PRIMARY KEY("line_change_id","precedent_id")
);
--> statement-breakpoint
CREATE TABLE "line_changes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"scope_id" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"level" integer NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"motivation" text COLLATE "C" NOT NULL,
	"proposed_by" text COLLATE "C" NOT NULL,
	"proposed_at" bigint NOT NULL,
	"decided_by" text COLLATE "C",
	"decided_at" bigint,
	"answer" text COLLATE "C" DEFAULT '' NOT NULL,
	"decision_id" text COLLATE "C",
	"effective_from" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "line_changes_status" CHECK ("line_changes"."status" in ('proposed', 'approved', 'rejected', 'withdrawn', 'effected'))
);
--> statement-breakpoint
CREATE TABLE "precedent_adoptions" (
	"case_id" text COLLATE "C" NOT NULL,
	"precedent_id" text COLLATE "C" NOT NULL,
	"perspective" text COLLATE "C" NOT NULL,
	"choice" text COLLATE "C" NOT NULL,
	"original" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" DEFAULT '' NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "precedent_adoptions_case_id_precedent_id_perspective_pk" PRIMARY KEY("case_id","precedent_id","perspective"),
	CONSTRAINT "precedent_adoptions_choice" CHECK ("precedent_adoptions"."choice" in ('adopt', 'adapt', 'depart'))
);
--> statement-breakpoint
CREATE TABLE "precedent_import_rows" (
	"import_id" text COLLATE "C" NOT NULL,
	"row" integer NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"data" json NOT NULL,
	"errors" json NOT NULL,
	CONSTRAINT "precedent_import_rows_import_id_row_pk" PRIMARY KEY("import_id","row"),
	CONSTRAINT "precedent_import_rows_status" CHECK ("precedent_import_rows"."status" in ('waiting', 'good', 'broken', 'known', 'imported'))
);
--> statement-breakpoint
CREATE TABLE "precedent_imports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"approved_by" text COLLATE "C",
	"file_name" text COLLATE "C" NOT NULL,
	"format" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"good" integer DEFAULT 0 NOT NULL,
	"broken" integer DEFAULT 0 NOT NULL,
	"known" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"visibility" text COLLATE "C" NOT NULL,
	"problem" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_at" bigint NOT NULL,
	"imported_at" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "precedent_imports_format" CHECK ("precedent_imports"."format" in ('json', 'csv')),
	CONSTRAINT "precedent_imports_status" CHECK ("precedent_imports"."status" in ('checking', 'checked', 'offered', 'importing', 'imported', 'cancelled')),
	CONSTRAINT "precedent_imports_visibility" CHECK ("precedent_imports"."visibility" in ('organisation', 'network', 'public'))
);
--> statement-breakpoint
CREATE TABLE "precedent_words" (
	"precedent_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"changed" integer NOT NULL,
	"scope_id" text COLLATE "C" NOT NULL,
	"visibility" text COLLATE "C" NOT NULL,
	"level" integer NOT NULL,
	"decided_at" bigint NOT NULL,
	"valid_until" bigint,
	"catalogue_size" integer NOT NULL,
	"packed" text COLLATE "C" NOT NULL,
	"amounts" json,
	CONSTRAINT "precedent_words_visibility" CHECK ("precedent_words"."visibility" in ('organisation', 'network', 'public'))
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"words" text COLLATE "C" DEFAULT '' NOT NULL,
	"filters" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "saved_searches_name_unique" UNIQUE("person_id","organisation_id","name")
);
--> statement-breakpoint
DROP INDEX "decision_precedents_precedent";--> statement-breakpoint
ALTER TABLE "precedents" ALTER COLUMN "decision_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "case_facts" ADD COLUMN "amount" bigint;--> statement-breakpoint
ALTER TABLE "facts" ADD COLUMN "number" integer;--> statement-breakpoint
UPDATE "facts" SET "number" = "numbered"."place" FROM (SELECT "id", row_number() OVER (ORDER BY "created_at", "id") AS "place" FROM "facts") AS "numbered" WHERE "numbered"."id" = "facts"."id";--> statement-breakpoint
ALTER TABLE "facts" ALTER COLUMN "number" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "facts" ADD COLUMN "measure" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "facts" ADD COLUMN "merged_into_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "facts" ADD COLUMN "end_reason" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "facts" ADD COLUMN "ended_at" bigint;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "equal_treatment" json;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "equal_treatment_answer" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "decision_precedents" ADD COLUMN "relation" text COLLATE "C" DEFAULT 'followed' NOT NULL;--> statement-breakpoint
ALTER TABLE "decision_precedents" ADD COLUMN "differences" json;--> statement-breakpoint
UPDATE "decision_precedents" SET "relation" = 'distinguished' FROM "decisions" WHERE "decisions"."id" = "decision_precedents"."decision_id" AND "decisions"."precedent_check" = 'different';--> statement-breakpoint
ALTER TABLE "precedent_facts" ADD COLUMN "amount" bigint;--> statement-breakpoint
ALTER TABLE "precedents" ADD COLUMN "source" text COLLATE "C" DEFAULT 'decision' NOT NULL;--> statement-breakpoint
ALTER TABLE "precedents" ADD COLUMN "import_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "precedents" ADD COLUMN "external_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "precedents" ADD COLUMN "end_reference" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "precedents" ADD COLUMN "ended_at" bigint;--> statement-breakpoint
ALTER TABLE "precedents" ADD COLUMN "valid_until" bigint;--> statement-breakpoint
ALTER TABLE "precedents" ADD COLUMN "line_change_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "precedents" ADD COLUMN "catalogue_size" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "precedents" ADD COLUMN "reviewed_at" bigint;--> statement-breakpoint
UPDATE "precedents" SET "catalogue_size" = (SELECT count(*) FROM "facts" WHERE "facts"."created_at" <= greatest("precedents"."updated_at", (SELECT min("created_at") FROM "facts")));--> statement-breakpoint
ALTER TABLE "scope_links" ADD CONSTRAINT "scope_links_scope_id_scopes_id_fk" FOREIGN KEY ("scope_id") REFERENCES "public"."scopes"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_links" ADD CONSTRAINT "scope_links_other_scope_id_scopes_id_fk" FOREIGN KEY ("other_scope_id") REFERENCES "public"."scopes"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_change_precedents" ADD CONSTRAINT "line_change_precedents_line_change_id_line_changes_id_fk" FOREIGN KEY ("line_change_id") REFERENCES "public"."line_changes"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_change_precedents" ADD CONSTRAINT "line_change_precedents_precedent_id_precedents_id_fk" FOREIGN KEY ("precedent_id") REFERENCES "public"."precedents"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_changes" ADD CONSTRAINT "line_changes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_changes" ADD CONSTRAINT "line_changes_scope_id_scopes_id_fk" FOREIGN KEY ("scope_id") REFERENCES "public"."scopes"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_changes" ADD CONSTRAINT "line_changes_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_changes" ADD CONSTRAINT "line_changes_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_changes" ADD CONSTRAINT "line_changes_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_changes" ADD CONSTRAINT "line_changes_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedent_adoptions" ADD CONSTRAINT "precedent_adoptions_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedent_adoptions" ADD CONSTRAINT "precedent_adoptions_precedent_id_precedents_id_fk" FOREIGN KEY ("precedent_id") REFERENCES "public"."precedents"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedent_adoptions" ADD CONSTRAINT "precedent_adoptions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedent_import_rows" ADD CONSTRAINT "precedent_import_rows_import_id_precedent_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."precedent_imports"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedent_imports" ADD CONSTRAINT "precedent_imports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedent_imports" ADD CONSTRAINT "precedent_imports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedent_imports" ADD CONSTRAINT "precedent_imports_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedent_words" ADD CONSTRAINT "precedent_words_precedent_id_precedents_id_fk" FOREIGN KEY ("precedent_id") REFERENCES "public"."precedents"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedent_words" ADD CONSTRAINT "precedent_words_scope_id_scopes_id_fk" FOREIGN KEY ("scope_id") REFERENCES "public"."scopes"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "scope_links_other" ON "scope_links" USING btree ("other_scope_id");--> statement-breakpoint
CREATE INDEX "line_change_precedents_precedent" ON "line_change_precedents" USING btree ("precedent_id");--> statement-breakpoint
CREATE INDEX "line_changes_waiting" ON "line_changes" USING btree ("organisation_id","status","proposed_at");--> statement-breakpoint
CREATE INDEX "line_changes_scope" ON "line_changes" USING btree ("scope_id","status","effective_from");--> statement-breakpoint
CREATE INDEX "line_changes_case" ON "line_changes" USING btree ("case_id","status");--> statement-breakpoint
CREATE INDEX "line_changes_decision" ON "line_changes" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "precedent_adoptions_precedent" ON "precedent_adoptions" USING btree ("precedent_id");--> statement-breakpoint
CREATE INDEX "precedent_adoptions_person" ON "precedent_adoptions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "precedent_import_rows_status" ON "precedent_import_rows" USING btree ("import_id","status","row");--> statement-breakpoint
CREATE INDEX "precedent_imports_list" ON "precedent_imports" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "precedent_imports_status" ON "precedent_imports" USING btree ("status");--> statement-breakpoint
CREATE UNIQUE INDEX "precedent_words_changed" ON "precedent_words" USING btree ("changed");--> statement-breakpoint
CREATE INDEX "precedent_words_scope" ON "precedent_words" USING btree ("scope_id");--> statement-breakpoint
CREATE INDEX "saved_searches_organisation" ON "saved_searches" USING btree ("organisation_id");--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_merged_into" FOREIGN KEY ("merged_into_id") REFERENCES "public"."facts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedents" ADD CONSTRAINT "precedents_import_id_precedent_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."precedent_imports"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedents" ADD CONSTRAINT "precedents_line_change_id_line_changes_id_fk" FOREIGN KEY ("line_change_id") REFERENCES "public"."line_changes"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("subject_id","sequence");--> statement-breakpoint
CREATE INDEX "facts_merged" ON "facts" USING btree ("merged_into_id");--> statement-breakpoint
CREATE INDEX "decisions_equal_treatment" ON "decisions" USING btree ("organisation_id","equal_treatment_answer","taken_at");--> statement-breakpoint
CREATE INDEX "precedents_import" ON "precedents" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "precedents_line_change" ON "precedents" USING btree ("line_change_id");--> statement-breakpoint
CREATE INDEX "decision_precedents_precedent" ON "decision_precedents" USING btree ("precedent_id","relation");--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_number_unique" UNIQUE("number");--> statement-breakpoint
ALTER TABLE "precedents" ADD CONSTRAINT "precedents_external_unique" UNIQUE("organisation_id","external_id");--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_measure" CHECK ("facts"."measure" in ('months', 'years', 'times', 'cents'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_equal_treatment_answer" CHECK ("decisions"."equal_treatment_answer" in ('unbound', 'within', 'reason', 'line_change', 'unanswered'));--> statement-breakpoint
ALTER TABLE "decision_precedents" ADD CONSTRAINT "decision_precedents_relation" CHECK ("decision_precedents"."relation" in ('followed', 'distinguished', 'departed'));--> statement-breakpoint
ALTER TABLE "precedents" ADD CONSTRAINT "precedents_source" CHECK ("precedents"."source" in ('decision', 'import'));