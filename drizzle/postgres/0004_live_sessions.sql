CREATE TABLE "mails" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"about" json NOT NULL,
	"created_at" bigint NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" bigint,
	"sent_at" bigint,
	"problem" text COLLATE "C" DEFAULT '' NOT NULL,
	CONSTRAINT "mails_kind" CHECK ("mails"."kind" in ('reminder'))
);
--> statement-breakpoint
CREATE TABLE "practice_runs" (
	"person_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"perspective" text COLLATE "C" NOT NULL,
	"step" text COLLATE "C" NOT NULL,
	"answers" json NOT NULL,
	"started_at" bigint NOT NULL,
	"finished_at" bigint,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "flagged_cells" (
	"agenda_item_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"option_id" text COLLATE "C" NOT NULL,
	"flagged_by" text COLLATE "C" NOT NULL,
	"flagged_at" bigint NOT NULL,
	CONSTRAINT "flagged_cells_agenda_item_id_key_option_id_pk" PRIMARY KEY("agenda_item_id","key","option_id")
);
--> statement-breakpoint
CREATE TABLE "minority_views" (
	"agenda_item_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"perspective" text COLLATE "C" NOT NULL,
	"option_id" text COLLATE "C",
	"text" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "minority_views_agenda_item_id_person_id_pk" PRIMARY KEY("agenda_item_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"agenda_item_id" text COLLATE "C" NOT NULL,
	"round" integer NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"sent_by" text COLLATE "C",
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "second_round_cells" (
	"agenda_item_id" text COLLATE "C" NOT NULL,
	"perspective" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"option_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "second_round_cells_agenda_item_id_key_option_id_pk" PRIMARY KEY("agenda_item_id","key","option_id")
);
--> statement-breakpoint
CREATE TABLE "second_rounds" (
	"agenda_item_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"opened_at" bigint NOT NULL,
	"opened_by" text COLLATE "C" NOT NULL,
	"revealed_at" bigint,
	"revealed_by" text COLLATE "C",
	"reveal_reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"missing" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_joins" (
	"session_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"asked_at" bigint NOT NULL,
	"answer" text COLLATE "C" NOT NULL,
	"answered_by" text COLLATE "C",
	"answered_at" bigint,
	CONSTRAINT "session_joins_session_id_person_id_pk" PRIMARY KEY("session_id","person_id"),
	CONSTRAINT "session_joins_answer" CHECK ("session_joins"."answer" in ('waiting', 'admitted', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "weight_method" text COLLATE "C" DEFAULT 'question_set' NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "weight_answers" json;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "tabled_key" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "tabled_option_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "join_code" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "timer_ends_at" bigint;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_runs" ADD CONSTRAINT "practice_runs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flagged_cells" ADD CONSTRAINT "flagged_cells_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flagged_cells" ADD CONSTRAINT "flagged_cells_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flagged_cells" ADD CONSTRAINT "flagged_cells_flagged_by_people_id_fk" FOREIGN KEY ("flagged_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minority_views" ADD CONSTRAINT "minority_views_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minority_views" ADD CONSTRAINT "minority_views_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minority_views" ADD CONSTRAINT "minority_views_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_round_cells" ADD CONSTRAINT "second_round_cells_agenda_item_id_second_rounds_agenda_item_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."second_rounds"("agenda_item_id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_round_cells" ADD CONSTRAINT "second_round_cells_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_rounds" ADD CONSTRAINT "second_rounds_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_rounds" ADD CONSTRAINT "second_rounds_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_rounds" ADD CONSTRAINT "second_rounds_revealed_by_people_id_fk" FOREIGN KEY ("revealed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_joins" ADD CONSTRAINT "session_joins_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_joins" ADD CONSTRAINT "session_joins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_joins" ADD CONSTRAINT "session_joins_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_waiting" ON "mails" USING btree ("next_try_at","id");--> statement-breakpoint
CREATE INDEX "mails_person" ON "mails" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "flagged_cells_option" ON "flagged_cells" USING btree ("option_id");--> statement-breakpoint
CREATE INDEX "minority_views_person" ON "minority_views" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "minority_views_option" ON "minority_views" USING btree ("option_id");--> statement-breakpoint
CREATE INDEX "reminders_item" ON "reminders" USING btree ("agenda_item_id","round","person_id","at");--> statement-breakpoint
CREATE INDEX "reminders_person" ON "reminders" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "second_round_cells_option" ON "second_round_cells" USING btree ("option_id");--> statement-breakpoint
CREATE INDEX "session_joins_person" ON "session_joins" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_tabled_option_id_options_id_fk" FOREIGN KEY ("tabled_option_id") REFERENCES "public"."options"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_items_tabled" ON "agenda_items" USING btree ("tabled_option_id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_join_code" UNIQUE("join_code");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_weight_method" CHECK ("agenda_items"."weight_method" in ('question_set', 'equal', 'typed', 'swing', 'ranking'));