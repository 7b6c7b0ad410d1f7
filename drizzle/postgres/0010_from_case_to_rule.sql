CREATE TABLE "handover_cases" (
	"handover_id" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "handover_cases_handover_id_pk" PRIMARY KEY("handover_id"),
	CONSTRAINT "handover_cases_case" UNIQUE("case_id")
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"to_organisation_id" text COLLATE "C",
	"to_name" text COLLATE "C" NOT NULL,
	"contact_name" text COLLATE "C" NOT NULL,
	"contact_reach" text COLLATE "C" NOT NULL,
	"question" text COLLATE "C" NOT NULL,
	"consent" text COLLATE "C" NOT NULL,
	"consent_at" bigint NOT NULL,
	"parts" json NOT NULL,
	"content" json NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"answer_by" bigint NOT NULL,
	"sent_by" text COLLATE "C" NOT NULL,
	"sent_at" bigint NOT NULL,
	"answer" text COLLATE "C" DEFAULT '' NOT NULL,
	"answered_by" text COLLATE "C",
	"answered_by_name" text COLLATE "C" DEFAULT '' NOT NULL,
	"answered_at" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "handovers_status" CHECK ("handovers"."status" in ('sent', 'accepted', 'returned', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"decision_id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"content" json NOT NULL,
	"sent_at" bigint,
	"sent_by" text COLLATE "C",
	"updated_by" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "letters_number_unique" UNIQUE("decision_id","number")
);
--> statement-breakpoint
CREATE TABLE "proceedings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"decision_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"received_at" bigint NOT NULL,
	"due_date" bigint NOT NULL,
	"extended" boolean DEFAULT false NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"grounds" text COLLATE "C" DEFAULT '' NOT NULL,
	"outcome" text COLLATE "C",
	"outcome_note" text COLLATE "C" DEFAULT '' NOT NULL,
	"new_decision_id" text COLLATE "C",
	"closed_by" text COLLATE "C",
	"closed_at" bigint,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "proceedings_kind" CHECK ("proceedings"."kind" in ('objection', 'appeal', 'higher_appeal', 'review')),
	CONSTRAINT "proceedings_outcome" CHECK ("proceedings"."outcome" in ('upheld', 'partly_upheld', 'dismissed', 'inadmissible', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "questionnaires" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"decision_id" text COLLATE "C" NOT NULL,
	"moment" text COLLATE "C" NOT NULL,
	"review_id" text COLLATE "C",
	"secret_hash" text COLLATE "C" NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"answered_at" bigint,
	"answers" json,
	CONSTRAINT "questionnaires_secret_unique" UNIQUE("secret_hash"),
	CONSTRAINT "questionnaires_moment" CHECK ("questionnaires"."moment" in ('after_decision', 'after_review'))
);
--> statement-breakpoint
CREATE TABLE "wrong_doors" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C",
	"question" text COLLATE "C" NOT NULL,
	"right_door" text COLLATE "C" NOT NULL,
	"helped_how" text COLLATE "C" DEFAULT '' NOT NULL,
	"recorded_by" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy_rules" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"number" text COLLATE "C" NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"previous_id" text COLLATE "C",
	"signal_id" text COLLATE "C",
	"status" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" DEFAULT '' NOT NULL,
	"explanation" text COLLATE "C" DEFAULT '' NOT NULL,
	"scope_id" text COLLATE "C" NOT NULL,
	"law_references" json NOT NULL,
	"must_hold" json NOT NULL,
	"must_not_hold" json NOT NULL,
	"bounds" json NOT NULL,
	"level" integer NOT NULL,
	"valid_from" bigint,
	"valid_until" bigint,
	"try_out" json,
	"disagreement_reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"end_reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"prepared_by" text COLLATE "C" NOT NULL,
	"adopted_by" text COLLATE "C",
	"adopted_at" bigint,
	"ended_by" text COLLATE "C",
	"ended_at" bigint,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "policy_rules_edition_unique" UNIQUE("organisation_id","number","edition"),
	CONSTRAINT "policy_rules_status" CHECK ("policy_rules"."status" in ('draft', 'in_force', 'replaced', 'ended', 'discarded'))
);
--> statement-breakpoint
CREATE TABLE "rule_settlements" (
	"case_id" text COLLATE "C" NOT NULL,
	"policy_rule_id" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	"settled_by" text COLLATE "C" NOT NULL,
	"settled_at" bigint NOT NULL,
	CONSTRAINT "rule_settlements_case_id_pk" PRIMARY KEY("case_id")
);
--> statement-breakpoint
CREATE TABLE "reflections" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"session_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"unwritten_rule" text COLLATE "C" DEFAULT '' NOT NULL,
	"dilemma" text COLLATE "C" DEFAULT '' NOT NULL,
	"at" bigint NOT NULL,
	"answer" text COLLATE "C" DEFAULT '' NOT NULL,
	"answered_by" text COLLATE "C",
	"answered_at" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "reflections_once" UNIQUE("session_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "signal_cases" (
	"signal_id" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	"added_by" text COLLATE "C",
	"added_at" bigint NOT NULL,
	CONSTRAINT "signal_cases_signal_id_case_id_pk" PRIMARY KEY("signal_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "signal_precedents" (
	"signal_id" text COLLATE "C" NOT NULL,
	"precedent_id" text COLLATE "C" NOT NULL,
	"added_at" bigint NOT NULL,
	CONSTRAINT "signal_precedents_signal_id_precedent_id_pk" PRIMARY KEY("signal_id","precedent_id")
);
--> statement-breakpoint
CREATE TABLE "signal_steps" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"signal_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C",
	"text" text COLLATE "C" DEFAULT '' NOT NULL,
	"person_id" text COLLATE "C",
	"at" bigint NOT NULL,
	CONSTRAINT "signal_steps_kind" CHECK ("signal_steps"."kind" in ('raised', 'status', 'assigned', 'answered', 'reminded', 'cases', 'merged', 'note')),
	CONSTRAINT "signal_steps_status" CHECK ("signal_steps"."status" in ('new', 'taken_up', 'rule_change_proposed', 'adopted', 'rejected', 'merged'))
);
--> statement-breakpoint
CREATE TABLE "signals" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"number" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"description" text COLLATE "C" DEFAULT '' NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"status_reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"scope_id" text COLLATE "C",
	"facts" json NOT NULL,
	"level" integer,
	"cluster_key" text COLLATE "C",
	"session_id" text COLLATE "C",
	"owner_organisation_id" text COLLATE "C",
	"owner_organisation" text COLLATE "C" DEFAULT '' NOT NULL,
	"owner_id" text COLLATE "C",
	"owner_name" text COLLATE "C" DEFAULT '' NOT NULL,
	"owner_contact" text COLLATE "C" DEFAULT '' NOT NULL,
	"assigned_at" bigint,
	"answer_by" bigint,
	"reminded_at" bigint,
	"answer" text COLLATE "C" DEFAULT '' NOT NULL,
	"answered_at" bigint,
	"cases_per_year" integer,
	"cents_per_case" bigint,
	"cost_basis" text COLLATE "C" DEFAULT '' NOT NULL,
	"merged_into_id" text COLLATE "C",
	"raised_by" text COLLATE "C",
	"raised_at" bigint NOT NULL,
	"closed_at" bigint,
	"updated_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "signals_number_unique" UNIQUE("organisation_id","number"),
	CONSTRAINT "signals_cluster_unique" UNIQUE("organisation_id","cluster_key"),
	CONSTRAINT "signals_source" CHECK ("signals"."source" in ('cluster', 'case', 'session', 'wrong_door', 'unease')),
	CONSTRAINT "signals_status" CHECK ("signals"."status" in ('new', 'taken_up', 'rule_change_proposed', 'adopted', 'rejected', 'merged'))
);
--> statement-breakpoint
ALTER TABLE "mails" DROP CONSTRAINT "mails_kind";--> statement-breakpoint
ALTER TABLE "conditions" ADD COLUMN "proof_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "cost_lines" json;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "signal_taken_up" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "learned" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "precedents" ADD COLUMN "policy_rule_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "handover_cases" ADD CONSTRAINT "handover_cases_handover_id_handovers_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handovers"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_cases" ADD CONSTRAINT "handover_cases_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_to_organisation_id_organisations_id_fk" FOREIGN KEY ("to_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_new_decision_id_decisions_id_fk" FOREIGN KEY ("new_decision_id") REFERENCES "public"."decisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wrong_doors" ADD CONSTRAINT "wrong_doors_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wrong_doors" ADD CONSTRAINT "wrong_doors_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wrong_doors" ADD CONSTRAINT "wrong_doors_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_rules" ADD CONSTRAINT "policy_rules_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_rules" ADD CONSTRAINT "policy_rules_signal_id_signals_id_fk" FOREIGN KEY ("signal_id") REFERENCES "public"."signals"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_rules" ADD CONSTRAINT "policy_rules_scope_id_scopes_id_fk" FOREIGN KEY ("scope_id") REFERENCES "public"."scopes"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_rules" ADD CONSTRAINT "policy_rules_prepared_by_people_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_rules" ADD CONSTRAINT "policy_rules_adopted_by_people_id_fk" FOREIGN KEY ("adopted_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_rules" ADD CONSTRAINT "policy_rules_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_rules" ADD CONSTRAINT "policy_rules_previous" FOREIGN KEY ("previous_id") REFERENCES "public"."policy_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_settlements" ADD CONSTRAINT "rule_settlements_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_settlements" ADD CONSTRAINT "rule_settlements_policy_rule_id_policy_rules_id_fk" FOREIGN KEY ("policy_rule_id") REFERENCES "public"."policy_rules"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_settlements" ADD CONSTRAINT "rule_settlements_settled_by_people_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_cases" ADD CONSTRAINT "signal_cases_signal_id_signals_id_fk" FOREIGN KEY ("signal_id") REFERENCES "public"."signals"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_cases" ADD CONSTRAINT "signal_cases_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_cases" ADD CONSTRAINT "signal_cases_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_precedents" ADD CONSTRAINT "signal_precedents_signal_id_signals_id_fk" FOREIGN KEY ("signal_id") REFERENCES "public"."signals"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_precedents" ADD CONSTRAINT "signal_precedents_precedent_id_precedents_id_fk" FOREIGN KEY ("precedent_id") REFERENCES "public"."precedents"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_steps" ADD CONSTRAINT "signal_steps_signal_id_signals_id_fk" FOREIGN KEY ("signal_id") REFERENCES "public"."signals"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_steps" ADD CONSTRAINT "signal_steps_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_scope_id_scopes_id_fk" FOREIGN KEY ("scope_id") REFERENCES "public"."scopes"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_owner_organisation_id_organisations_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_raised_by_people_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_merged_into" FOREIGN KEY ("merged_into_id") REFERENCES "public"."signals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handovers_case" ON "handovers" USING btree ("case_id","sent_at");--> statement-breakpoint
CREATE INDEX "handovers_sent" ON "handovers" USING btree ("organisation_id","status","answer_by","id");--> statement-breakpoint
CREATE INDEX "handovers_received" ON "handovers" USING btree ("to_organisation_id","status","answer_by","id");--> statement-breakpoint
CREATE INDEX "letters_case" ON "letters" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "proceedings_case" ON "proceedings" USING btree ("case_id","received_at");--> statement-breakpoint
CREATE INDEX "proceedings_decision" ON "proceedings" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "proceedings_new_decision" ON "proceedings" USING btree ("new_decision_id");--> statement-breakpoint
CREATE INDEX "proceedings_owner" ON "proceedings" USING btree ("owner_id","closed_at","due_date");--> statement-breakpoint
CREATE INDEX "questionnaires_case" ON "questionnaires" USING btree ("case_id","created_at");--> statement-breakpoint
CREATE INDEX "questionnaires_decision" ON "questionnaires" USING btree ("decision_id","moment");--> statement-breakpoint
CREATE INDEX "questionnaires_review" ON "questionnaires" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "wrong_doors_list" ON "wrong_doors" USING btree ("organisation_id","at","id");--> statement-breakpoint
CREATE INDEX "wrong_doors_case" ON "wrong_doors" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "policy_rules_list" ON "policy_rules" USING btree ("organisation_id","status","updated_at","id");--> statement-breakpoint
CREATE INDEX "policy_rules_scope" ON "policy_rules" USING btree ("scope_id","status","valid_from");--> statement-breakpoint
CREATE INDEX "policy_rules_signal" ON "policy_rules" USING btree ("signal_id");--> statement-breakpoint
CREATE INDEX "policy_rules_replaced" ON "policy_rules" USING btree ("previous_id");--> statement-breakpoint
CREATE INDEX "rule_settlements_rule" ON "rule_settlements" USING btree ("policy_rule_id","settled_at");--> statement-breakpoint
CREATE INDEX "reflections_list" ON "reflections" USING btree ("organisation_id","at","id");--> statement-breakpoint
CREATE INDEX "signal_cases_case" ON "signal_cases" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "signal_precedents_precedent" ON "signal_precedents" USING btree ("precedent_id");--> statement-breakpoint
CREATE INDEX "signal_steps_signal" ON "signal_steps" USING btree ("signal_id","at","id");--> statement-breakpoint
CREATE INDEX "signals_list" ON "signals" USING btree ("organisation_id","status","raised_at","id");--> statement-breakpoint
CREATE INDEX "signals_owner" ON "signals" USING btree ("owner_id","status","answer_by");--> statement-breakpoint
CREATE INDEX "signals_scope" ON "signals" USING btree ("scope_id","status");--> statement-breakpoint
CREATE INDEX "signals_merged" ON "signals" USING btree ("merged_into_id");--> statement-breakpoint
CREATE INDEX "signals_session" ON "signals" USING btree ("session_id");--> statement-breakpoint
ALTER TABLE "conditions" ADD CONSTRAINT "conditions_proof_id_documents_id_fk" FOREIGN KEY ("proof_id") REFERENCES "public"."documents"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedents" ADD CONSTRAINT "precedents_policy_rule_id_policy_rules_id_fk" FOREIGN KEY ("policy_rule_id") REFERENCES "public"."policy_rules"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conditions_proof" ON "conditions" USING btree ("proof_id");--> statement-breakpoint
CREATE INDEX "precedents_policy_rule" ON "precedents" USING btree ("policy_rule_id");--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_signal_taken_up" CHECK ("reviews"."signal_taken_up" in ('yes', 'partly', 'no', 'unknown'));--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_kind" CHECK ("mails"."kind" in ('reminder', 'checkpoint', 'due', 'signal', 'handover'));
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON handover_cases
FOR EACH ROW EXECUTE FUNCTION note_touched('handover_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON handovers
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON letters
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON policy_rules
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON proceedings
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON questionnaires
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON reflections
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON rule_settlements
FOR EACH ROW EXECUTE FUNCTION note_touched('case_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON signal_cases
FOR EACH ROW EXECUTE FUNCTION note_touched('signal_id', 'case_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON signal_precedents
FOR EACH ROW EXECUTE FUNCTION note_touched('signal_id', 'precedent_id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON signal_steps
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON signals
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
--> statement-breakpoint
CREATE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON wrong_doors
FOR EACH ROW EXECUTE FUNCTION note_touched('id');
