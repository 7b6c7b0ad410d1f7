CREATE TABLE "audit_events" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_id" text COLLATE "C",
	"actor_roles" json NOT NULL,
	"organisation_id" text COLLATE "C",
	"kind" text COLLATE "C" NOT NULL,
	"subject_type" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C",
	"session_id" text COLLATE "C",
	"details" json NOT NULL,
	"content_hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_facts" (
	"case_id" text COLLATE "C" NOT NULL,
	"fact_id" text COLLATE "C" NOT NULL,
	"answer" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	"source" text COLLATE "C" DEFAULT '' NOT NULL,
	CONSTRAINT "case_facts_case_id_fact_id_pk" PRIMARY KEY("case_id","fact_id"),
	CONSTRAINT "case_facts_answer" CHECK ("case_facts"."answer" in ('yes', 'no', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "case_files" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"number" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"submitter_id" text COLLATE "C" NOT NULL,
	"coordinator_id" text COLLATE "C",
	"received_at" bigint NOT NULL,
	"extended_until" bigint,
	"title" text COLLATE "C" NOT NULL,
	"story" text COLLATE "C" DEFAULT '' NOT NULL,
	"citizen_wish" text COLLATE "C" DEFAULT '' NOT NULL,
	"citizen_first_need" text COLLATE "C" DEFAULT '' NOT NULL,
	"citizen_heard_at" bigint,
	"own_attempts" text COLLATE "C" DEFAULT '' NOT NULL,
	"unease" text COLLATE "C" DEFAULT '' NOT NULL,
	"urgency_kind" text COLLATE "C",
	"urgency_date" bigint,
	"urgency_note" text COLLATE "C" DEFAULT '' NOT NULL,
	"life_events" json NOT NULL,
	"scope_id" text COLLATE "C",
	"pinch" text COLLATE "C" DEFAULT '' NOT NULL,
	"pinch_place" text COLLATE "C",
	"pinch_source" text COLLATE "C" DEFAULT '' NOT NULL,
	"law_purpose" text COLLATE "C" DEFAULT '' NOT NULL,
	"proceeding_kind" text COLLATE "C" DEFAULT 'none' NOT NULL,
	"proceeding_deadline" bigint,
	"organisations_involved" text COLLATE "C" DEFAULT '' NOT NULL,
	"contact_person" text COLLATE "C" DEFAULT '' NOT NULL,
	"representative_role" text COLLATE "C" DEFAULT '' NOT NULL,
	"representative_mandate" text COLLATE "C" DEFAULT '' NOT NULL,
	"representative_until" bigint,
	"sharing_consent" text COLLATE "C" DEFAULT '' NOT NULL,
	"special_health" boolean DEFAULT false NOT NULL,
	"special_criminal" boolean DEFAULT false NOT NULL,
	"answers" json NOT NULL,
	"saved_steps" json NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "case_files_number_unique" UNIQUE("organisation_id","number"),
	CONSTRAINT "case_files_status" CHECK ("case_files"."status" in ('registered', 'intake', 'facts_and_options', 'scoring', 'deliberation', 'decision', 'follow_up', 'closed', 'standard_route', 'referred', 'withdrawn')),
	CONSTRAINT "case_files_urgency_kind" CHECK ("case_files"."urgency_kind" in ('eviction', 'bailiff', 'cut_off', 'other')),
	CONSTRAINT "case_files_pinch_place" CHECK ("case_files"."pinch_place" in ('law_article', 'policy_rule', 'working_process', 'system')),
	CONSTRAINT "case_files_proceeding_kind" CHECK ("case_files"."proceeding_kind" in ('none', 'objection', 'appeal', 'higher_appeal'))
);
--> statement-breakpoint
CREATE TABLE "case_law_references" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "case_law_references_once" UNIQUE("case_id","value"),
	CONSTRAINT "case_law_references_kind" CHECK ("case_law_references"."kind" in ('jci', 'bwb', 'cvdr', 'ecli'))
);
--> statement-breakpoint
CREATE TABLE "conflicts_of_interest" (
	"case_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"declared_by" text COLLATE "C" NOT NULL,
	"declared_at" bigint NOT NULL,
	CONSTRAINT "conflicts_of_interest_case_id_person_id_pk" PRIMARY KEY("case_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"media_type" text COLLATE "C" NOT NULL,
	"size" integer NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"stored_name" text COLLATE "C" NOT NULL,
	"added_by" text COLLATE "C" NOT NULL,
	"added_at" bigint NOT NULL,
	"removed_at" bigint,
	CONSTRAINT "documents_stored_name_unique" UNIQUE("stored_name")
);
--> statement-breakpoint
CREATE TABLE "status_changes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"from_status" text COLLATE "C",
	"to_status" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "status_changes_from" CHECK ("status_changes"."from_status" in ('registered', 'intake', 'facts_and_options', 'scoring', 'deliberation', 'decision', 'follow_up', 'closed', 'standard_route', 'referred', 'withdrawn')),
	CONSTRAINT "status_changes_to" CHECK ("status_changes"."to_status" in ('registered', 'intake', 'facts_and_options', 'scoring', 'deliberation', 'decision', 'follow_up', 'closed', 'standard_route', 'referred', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"label" json NOT NULL,
	"definition" json NOT NULL,
	"example" json NOT NULL,
	"synonyms" json NOT NULL,
	"perspective" text COLLATE "C" NOT NULL,
	"direction" text COLLATE "C" NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "facts_key_unique" UNIQUE("key"),
	CONSTRAINT "facts_direction" CHECK ("facts"."direction" in ('pro', 'con'))
);
--> statement-breakpoint
CREATE TABLE "question_sets" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C",
	"key" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"content" json NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "question_sets_number_unique" UNIQUE("organisation_id","key","number"),
	CONSTRAINT "question_sets_status" CHECK ("question_sets"."status" in ('draft', 'published', 'retired'))
);
--> statement-breakpoint
CREATE TABLE "scopes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"description" text COLLATE "C" DEFAULT '' NOT NULL,
	"law_references" json NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "scopes_name_unique" UNIQUE("organisation_id","name")
);
--> statement-breakpoint
CREATE TABLE "conditions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"decision_id" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"due_date" bigint NOT NULL,
	"position" integer NOT NULL,
	"done_at" bigint,
	"done_by" text COLLATE "C",
	"done_note" text COLLATE "C" DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision_claims" (
	"decision_id" text COLLATE "C" NOT NULL,
	"claim_id" text COLLATE "C" NOT NULL,
	"option_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "decision_claims_decision_id_claim_id_pk" PRIMARY KEY("decision_id","claim_id")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"weighing_id" text COLLATE "C",
	"number" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"previous_id" text COLLATE "C",
	"version_reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"option_id" text COLLATE "C",
	"level" integer,
	"ground" text COLLATE "C",
	"ground_reference" text COLLATE "C" DEFAULT '' NOT NULL,
	"legal_advice" text COLLATE "C" DEFAULT '' NOT NULL,
	"policy_owner" text COLLATE "C" DEFAULT '' NOT NULL,
	"motivation" json NOT NULL,
	"reason_pro" json NOT NULL,
	"reason_con" json NOT NULL,
	"departure" text COLLATE "C" DEFAULT '' NOT NULL,
	"coverage_reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"undiscussed_reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"minority_view" text COLLATE "C" DEFAULT '' NOT NULL,
	"precedent_check" text COLLATE "C",
	"precedent_check_text" text COLLATE "C" DEFAULT '' NOT NULL,
	"dignity_respected" boolean DEFAULT false NOT NULL,
	"citizen_told" text COLLATE "C" DEFAULT '' NOT NULL,
	"citizen_told_at" bigint,
	"review_date" bigint,
	"prepared_by" text COLLATE "C" NOT NULL,
	"taken_by" text COLLATE "C",
	"taken_at" bigint,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "decisions_number_unique" UNIQUE("case_id","number"),
	CONSTRAINT "decisions_kind" CHECK ("decisions"."kind" in ('initial', 'correction', 'objection_review', 'withdrawal')),
	CONSTRAINT "decisions_status" CHECK ("decisions"."status" in ('draft', 'taken', 'replaced')),
	CONSTRAINT "decisions_ground" CHECK ("decisions"."ground" in ('room_in_norm', 'policy_rule_departure', 'hardship_clause', 'proportionality_test', 'formal_statute_unforeseen', 'favourable_policy', 'against_the_law', 'no_deviation', 'another_law')),
	CONSTRAINT "decisions_precedent_check" CHECK ("decisions"."precedent_check" in ('found', 'not_found', 'different'))
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"decision_id" text COLLATE "C" NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"due_date" bigint NOT NULL,
	"held_at" bigint,
	"held_by" text COLLATE "C",
	"helped_citizen" text COLLATE "C",
	"helped_professional" text COLLATE "C",
	"conditions_kept" text COLLATE "C",
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	CONSTRAINT "reviews_helped_citizen" CHECK ("reviews"."helped_citizen" in ('yes', 'partly', 'no', 'unknown')),
	CONSTRAINT "reviews_helped_professional" CHECK ("reviews"."helped_professional" in ('yes', 'partly', 'no', 'unknown')),
	CONSTRAINT "reviews_conditions_kept" CHECK ("reviews"."conditions_kept" in ('yes', 'partly', 'no', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "weighings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"agenda_item_id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"round" integer NOT NULL,
	"snapshot" json NOT NULL,
	"reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "weighings_number_unique" UNIQUE("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"cents" bigint,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cost_lines" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"option_id" text COLLATE "C" NOT NULL,
	"post" text COLLATE "C" NOT NULL,
	"bearer" text COLLATE "C" NOT NULL,
	"recurrence" text COLLATE "C" NOT NULL,
	"certainty" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" DEFAULT '' NOT NULL,
	"cents" bigint NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "cost_lines_bearer" CHECK ("cost_lines"."bearer" in ('citizen', 'own_organisation', 'municipality', 'care', 'justice', 'other')),
	CONSTRAINT "cost_lines_recurrence" CHECK ("cost_lines"."recurrence" in ('once', 'yearly')),
	CONSTRAINT "cost_lines_certainty" CHECK ("cost_lines"."certainty" in ('known', 'estimate'))
);
--> statement-breakpoint
CREATE TABLE "option_claims" (
	"option_id" text COLLATE "C" NOT NULL,
	"claim_id" text COLLATE "C" NOT NULL,
	"level" integer NOT NULL,
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	CONSTRAINT "option_claims_option_id_claim_id_pk" PRIMARY KEY("option_id","claim_id")
);
--> statement-breakpoint
CREATE TABLE "options" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"description" text COLLATE "C" DEFAULT '' NOT NULL,
	"level" integer NOT NULL,
	"ground" text COLLATE "C",
	"ground_reference" text COLLATE "C" DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "options_position_unique" UNIQUE("case_id","position"),
	CONSTRAINT "options_ground" CHECK ("options"."ground" in ('room_in_norm', 'policy_rule_departure', 'hardship_clause', 'proportionality_test', 'formal_statute_unforeseen', 'favourable_policy', 'against_the_law', 'no_deviation', 'another_law')),
	CONSTRAINT "options_strict_application" CHECK ("options"."position" > 0 or "options"."level" = 0)
);
--> statement-breakpoint
CREATE TABLE "handled_forms" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C",
	"handled_at" bigint NOT NULL,
	"result" json
);
--> statement-breakpoint
CREATE TABLE "logins" (
	"id_hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "one_time_tokens" (
	"secret_hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C",
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	CONSTRAINT "one_time_tokens_purpose" CHECK ("one_time_tokens"."purpose" in ('set_up', 'password_reset'))
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"tooi_uri" text COLLATE "C",
	"created_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"password_hash" text COLLATE "C",
	"language" text COLLATE "C" DEFAULT 'nl' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email"),
	CONSTRAINT "people_language" CHECK ("people"."language" in ('nl', 'en'))
);
--> statement-breakpoint
CREATE TABLE "role_assignments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"perspective" text COLLATE "C",
	CONSTRAINT "role_assignments_once" UNIQUE("person_id","organisation_id","role"),
	CONSTRAINT "role_assignments_role" CHECK ("role_assignments"."role" in ('coordinator', 'submitter', 'assessor', 'decision_maker', 'policy_advisor', 'executive', 'auditor', 'administrator', 'privacy_officer'))
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key_hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_ends_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision_precedents" (
	"decision_id" text COLLATE "C" NOT NULL,
	"precedent_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "decision_precedents_decision_id_precedent_id_pk" PRIMARY KEY("decision_id","precedent_id")
);
--> statement-breakpoint
CREATE TABLE "precedent_facts" (
	"precedent_id" text COLLATE "C" NOT NULL,
	"fact_id" text COLLATE "C" NOT NULL,
	"side" text COLLATE "C" NOT NULL,
	"in_reason" integer NOT NULL,
	CONSTRAINT "precedent_facts_precedent_id_fact_id_pk" PRIMARY KEY("precedent_id","fact_id"),
	CONSTRAINT "precedent_facts_side" CHECK ("precedent_facts"."side" in ('pro', 'con'))
);
--> statement-breakpoint
CREATE TABLE "precedents" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"decision_id" text COLLATE "C" NOT NULL,
	"number" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"summary" text COLLATE "C" NOT NULL,
	"motivation" json NOT NULL,
	"law_references" json NOT NULL,
	"life_events" json NOT NULL,
	"scope_id" text COLLATE "C",
	"level" integer NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"end_reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"visibility" text COLLATE "C" NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"editor_id" text COLLATE "C" NOT NULL,
	"publisher_id" text COLLATE "C",
	"decided_at" bigint NOT NULL,
	"published_at" bigint,
	"review_date" bigint,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "precedents_decision_unique" UNIQUE("decision_id"),
	CONSTRAINT "precedents_number_unique" UNIQUE("organisation_id","number"),
	CONSTRAINT "precedents_status" CHECK ("precedents"."status" in ('draft', 'in_review', 'valid', 'became_policy_rule', 'outdated', 'withdrawn')),
	CONSTRAINT "precedents_visibility" CHECK ("precedents"."visibility" in ('organisation', 'network', 'public'))
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"session_id" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"phase" text COLLATE "C" NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"weights" json NOT NULL,
	"opened_at" bigint,
	"revealed_at" bigint,
	"revealed_by" text COLLATE "C",
	"reveal_reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"missing" json NOT NULL,
	"concluded_at" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "agenda_items_once" UNIQUE("session_id","case_id"),
	CONSTRAINT "agenda_items_phase" CHECK ("agenda_items"."phase" in ('prepare', 'scoring', 'revealed', 'concluded'))
);
--> statement-breakpoint
CREATE TABLE "case_arguments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"agenda_item_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"perspective" text COLLATE "C" NOT NULL,
	"option_id" text COLLATE "C" NOT NULL,
	"side" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"carrying" boolean DEFAULT false NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "case_arguments_side" CHECK ("case_arguments"."side" in ('for', 'against'))
);
--> statement-breakpoint
CREATE TABLE "discussed_cells" (
	"agenda_item_id" text COLLATE "C" NOT NULL,
	"criterion" text COLLATE "C" NOT NULL,
	"option_id" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	"discussed_by" text COLLATE "C" NOT NULL,
	"discussed_at" bigint NOT NULL,
	CONSTRAINT "discussed_cells_agenda_item_id_criterion_option_id_pk" PRIMARY KEY("agenda_item_id","criterion","option_id")
);
--> statement-breakpoint
CREATE TABLE "gate_ratings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"agenda_item_id" text COLLATE "C" NOT NULL,
	"round" integer NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"perspective" text COLLATE "C" NOT NULL,
	"gate" text COLLATE "C" NOT NULL,
	"option_id" text COLLATE "C" NOT NULL,
	"answer" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "gate_ratings_once" UNIQUE("agenda_item_id","round","person_id","gate","option_id"),
	CONSTRAINT "gate_ratings_answer" CHECK ("gate_ratings"."answer" in ('yes', 'no', 'unsure'))
);
--> statement-breakpoint
CREATE TABLE "panel_members" (
	"agenda_item_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"perspective" text COLLATE "C" NOT NULL,
	"from_round" integer DEFAULT 1 NOT NULL,
	"ready_at" bigint,
	CONSTRAINT "panel_members_agenda_item_id_person_id_pk" PRIMARY KEY("agenda_item_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"agenda_item_id" text COLLATE "C" NOT NULL,
	"round" integer NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"perspective" text COLLATE "C" NOT NULL,
	"criterion" text COLLATE "C" NOT NULL,
	"option_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"value" integer,
	"reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "ratings_once" UNIQUE("agenda_item_id","round","person_id","criterion","option_id"),
	CONSTRAINT "ratings_kind" CHECK ("ratings"."kind" in ('score', 'no_judgement', 'not_applicable')),
	CONSTRAINT "ratings_value" CHECK (("ratings"."kind" = 'score' and "ratings"."value" between 1 and 5) or ("ratings"."kind" <> 'score' and "ratings"."value" is null))
);
--> statement-breakpoint
CREATE TABLE "session_observers" (
	"session_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "session_observers_session_id_person_id_pk" PRIMARY KEY("session_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"question_set_id" text COLLATE "C" NOT NULL,
	"facilitator_id" text COLLATE "C" NOT NULL,
	"deputy_id" text COLLATE "C",
	"starts_at" bigint NOT NULL,
	"deadline" bigint,
	"place" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "sessions_kind" CHECK ("sessions"."kind" in ('live', 'spread')),
	CONSTRAINT "sessions_status" CHECK ("sessions"."status" in ('planned', 'open', 'closed'))
);
--> statement-breakpoint
ALTER TABLE "case_facts" ADD CONSTRAINT "case_facts_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_facts" ADD CONSTRAINT "case_facts_fact_id_facts_id_fk" FOREIGN KEY ("fact_id") REFERENCES "public"."facts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_submitter_id_people_id_fk" FOREIGN KEY ("submitter_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_coordinator_id_people_id_fk" FOREIGN KEY ("coordinator_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_scope_id_scopes_id_fk" FOREIGN KEY ("scope_id") REFERENCES "public"."scopes"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_law_references" ADD CONSTRAINT "case_law_references_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts_of_interest" ADD CONSTRAINT "conflicts_of_interest_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts_of_interest" ADD CONSTRAINT "conflicts_of_interest_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts_of_interest" ADD CONSTRAINT "conflicts_of_interest_declared_by_people_id_fk" FOREIGN KEY ("declared_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_changes" ADD CONSTRAINT "status_changes_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_changes" ADD CONSTRAINT "status_changes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_sets" ADD CONSTRAINT "question_sets_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scopes" ADD CONSTRAINT "scopes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conditions" ADD CONSTRAINT "conditions_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conditions" ADD CONSTRAINT "conditions_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conditions" ADD CONSTRAINT "conditions_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_claims" ADD CONSTRAINT "decision_claims_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_claims" ADD CONSTRAINT "decision_claims_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_claims" ADD CONSTRAINT "decision_claims_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_weighing_id_weighings_id_fk" FOREIGN KEY ("weighing_id") REFERENCES "public"."weighings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_prepared_by_people_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_taken_by_people_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_held_by_people_id_fk" FOREIGN KEY ("held_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weighings" ADD CONSTRAINT "weighings_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weighings" ADD CONSTRAINT "weighings_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weighings" ADD CONSTRAINT "weighings_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cost_lines" ADD CONSTRAINT "cost_lines_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_claims" ADD CONSTRAINT "option_claims_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_claims" ADD CONSTRAINT "option_claims_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "options" ADD CONSTRAINT "options_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handled_forms" ADD CONSTRAINT "handled_forms_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logins" ADD CONSTRAINT "logins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logins" ADD CONSTRAINT "logins_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_precedents" ADD CONSTRAINT "decision_precedents_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_precedents" ADD CONSTRAINT "decision_precedents_precedent_id_precedents_id_fk" FOREIGN KEY ("precedent_id") REFERENCES "public"."precedents"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedent_facts" ADD CONSTRAINT "precedent_facts_precedent_id_precedents_id_fk" FOREIGN KEY ("precedent_id") REFERENCES "public"."precedents"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedent_facts" ADD CONSTRAINT "precedent_facts_fact_id_facts_id_fk" FOREIGN KEY ("fact_id") REFERENCES "public"."facts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedents" ADD CONSTRAINT "precedents_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedents" ADD CONSTRAINT "precedents_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedents" ADD CONSTRAINT "precedents_scope_id_scopes_id_fk" FOREIGN KEY ("scope_id") REFERENCES "public"."scopes"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedents" ADD CONSTRAINT "precedents_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedents" ADD CONSTRAINT "precedents_editor_id_people_id_fk" FOREIGN KEY ("editor_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedents" ADD CONSTRAINT "precedents_publisher_id_people_id_fk" FOREIGN KEY ("publisher_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_revealed_by_people_id_fk" FOREIGN KEY ("revealed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_arguments" ADD CONSTRAINT "case_arguments_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_arguments" ADD CONSTRAINT "case_arguments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_arguments" ADD CONSTRAINT "case_arguments_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussed_cells" ADD CONSTRAINT "discussed_cells_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussed_cells" ADD CONSTRAINT "discussed_cells_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussed_cells" ADD CONSTRAINT "discussed_cells_discussed_by_people_id_fk" FOREIGN KEY ("discussed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_ratings" ADD CONSTRAINT "gate_ratings_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_ratings" ADD CONSTRAINT "gate_ratings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_ratings" ADD CONSTRAINT "gate_ratings_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_members" ADD CONSTRAINT "panel_members_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_members" ADD CONSTRAINT "panel_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_observers" ADD CONSTRAINT "session_observers_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_observers" ADD CONSTRAINT "session_observers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_question_set_id_question_sets_id_fk" FOREIGN KEY ("question_set_id") REFERENCES "public"."question_sets"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_facilitator_id_people_id_fk" FOREIGN KEY ("facilitator_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_deputy_id_people_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_case" ON "audit_events" USING btree ("case_id","sequence");--> statement-breakpoint
CREATE INDEX "audit_events_organisation" ON "audit_events" USING btree ("organisation_id","at","sequence");--> statement-breakpoint
CREATE INDEX "audit_events_kind" ON "audit_events" USING btree ("organisation_id","kind","sequence");--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor_id","sequence");--> statement-breakpoint
CREATE INDEX "case_facts_fact" ON "case_facts" USING btree ("fact_id");--> statement-breakpoint
CREATE INDEX "case_files_list" ON "case_files" USING btree ("organisation_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "case_files_status" ON "case_files" USING btree ("organisation_id","status","updated_at","id");--> statement-breakpoint
CREATE INDEX "case_files_scope" ON "case_files" USING btree ("organisation_id","scope_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "case_files_term" ON "case_files" USING btree ("organisation_id","status","received_at","extended_until");--> statement-breakpoint
CREATE INDEX "case_files_submitter" ON "case_files" USING btree ("submitter_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "case_files_coordinator" ON "case_files" USING btree ("coordinator_id","status","updated_at");--> statement-breakpoint
CREATE INDEX "case_law_references_value" ON "case_law_references" USING btree ("value");--> statement-breakpoint
CREATE INDEX "conflicts_of_interest_person" ON "conflicts_of_interest" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "documents_case" ON "documents" USING btree ("case_id","added_at");--> statement-breakpoint
CREATE INDEX "status_changes_case" ON "status_changes" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "question_sets_key" ON "question_sets" USING btree ("key","number");--> statement-breakpoint
CREATE INDEX "conditions_decision" ON "conditions" USING btree ("decision_id","position");--> statement-breakpoint
CREATE INDEX "conditions_owner" ON "conditions" USING btree ("owner_id","done_at","due_date");--> statement-breakpoint
CREATE INDEX "decision_claims_claim" ON "decision_claims" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "decision_claims_option" ON "decision_claims" USING btree ("option_id");--> statement-breakpoint
CREATE INDEX "decisions_taken" ON "decisions" USING btree ("organisation_id","status","taken_at");--> statement-breakpoint
CREATE INDEX "decisions_weighing" ON "decisions" USING btree ("weighing_id");--> statement-breakpoint
CREATE INDEX "decisions_option" ON "decisions" USING btree ("option_id");--> statement-breakpoint
CREATE INDEX "reviews_decision" ON "reviews" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "reviews_owner" ON "reviews" USING btree ("owner_id","held_at","due_date");--> statement-breakpoint
CREATE INDEX "weighings_item" ON "weighings" USING btree ("agenda_item_id");--> statement-breakpoint
CREATE INDEX "claims_case" ON "claims" USING btree ("case_id","position");--> statement-breakpoint
CREATE INDEX "cost_lines_option" ON "cost_lines" USING btree ("option_id","position");--> statement-breakpoint
CREATE INDEX "option_claims_claim" ON "option_claims" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "logins_person" ON "logins" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "one_time_tokens_person" ON "one_time_tokens" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "role_assignments_organisation" ON "role_assignments" USING btree ("organisation_id","role");--> statement-breakpoint
CREATE INDEX "decision_precedents_precedent" ON "decision_precedents" USING btree ("precedent_id");--> statement-breakpoint
CREATE INDEX "precedent_facts_fact" ON "precedent_facts" USING btree ("fact_id");--> statement-breakpoint
CREATE INDEX "precedents_list" ON "precedents" USING btree ("organisation_id","status","decided_at","id");--> statement-breakpoint
CREATE INDEX "precedents_shared" ON "precedents" USING btree ("visibility","status","decided_at","id");--> statement-breakpoint
CREATE INDEX "precedents_scope" ON "precedents" USING btree ("scope_id","status","decided_at");--> statement-breakpoint
CREATE INDEX "precedents_owner" ON "precedents" USING btree ("owner_id","status","review_date");--> statement-breakpoint
CREATE INDEX "agenda_items_case" ON "agenda_items" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_arguments_item" ON "case_arguments" USING btree ("agenda_item_id","option_id");--> statement-breakpoint
CREATE INDEX "case_arguments_option" ON "case_arguments" USING btree ("option_id");--> statement-breakpoint
CREATE INDEX "discussed_cells_option" ON "discussed_cells" USING btree ("option_id");--> statement-breakpoint
CREATE INDEX "gate_ratings_option" ON "gate_ratings" USING btree ("option_id");--> statement-breakpoint
CREATE INDEX "panel_members_person" ON "panel_members" USING btree ("person_id","agenda_item_id");--> statement-breakpoint
CREATE INDEX "ratings_option" ON "ratings" USING btree ("option_id");--> statement-breakpoint
CREATE INDEX "session_observers_person" ON "session_observers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_list" ON "sessions" USING btree ("organisation_id","status","starts_at","id");--> statement-breakpoint
CREATE INDEX "sessions_facilitator" ON "sessions" USING btree ("facilitator_id","starts_at");