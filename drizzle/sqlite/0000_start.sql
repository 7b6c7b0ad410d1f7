CREATE TABLE `audit_events` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`actor_roles` text NOT NULL,
	`organisation_id` text,
	`kind` text NOT NULL,
	`subject_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`case_id` text,
	`session_id` text,
	`details` text NOT NULL,
	`content_hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_events_case` ON `audit_events` (`case_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_events_organisation` ON `audit_events` (`organisation_id`,`at`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_events_kind` ON `audit_events` (`organisation_id`,`kind`,`sequence`);--> statement-breakpoint
CREATE TABLE `case_facts` (
	`case_id` text NOT NULL,
	`fact_id` text NOT NULL,
	`answer` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`case_id`, `fact_id`),
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`fact_id`) REFERENCES `facts`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "case_facts_answer" CHECK("case_facts"."answer" in ('yes', 'no', 'unknown'))
);
--> statement-breakpoint
CREATE INDEX `case_facts_fact` ON `case_facts` (`fact_id`);--> statement-breakpoint
CREATE TABLE `case_files` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`number` text NOT NULL,
	`status` text NOT NULL,
	`submitter_id` text NOT NULL,
	`coordinator_id` text,
	`received_at` integer NOT NULL,
	`extended_until` integer,
	`title` text NOT NULL,
	`story` text DEFAULT '' NOT NULL,
	`citizen_wish` text DEFAULT '' NOT NULL,
	`citizen_first_need` text DEFAULT '' NOT NULL,
	`citizen_heard_at` integer,
	`own_attempts` text DEFAULT '' NOT NULL,
	`unease` text DEFAULT '' NOT NULL,
	`urgency_kind` text,
	`urgency_date` integer,
	`urgency_note` text DEFAULT '' NOT NULL,
	`life_events` text NOT NULL,
	`scope_id` text,
	`pinch` text DEFAULT '' NOT NULL,
	`pinch_place` text,
	`pinch_source` text DEFAULT '' NOT NULL,
	`law_purpose` text DEFAULT '' NOT NULL,
	`proceeding_kind` text DEFAULT 'none' NOT NULL,
	`proceeding_deadline` integer,
	`organisations_involved` text DEFAULT '' NOT NULL,
	`contact_person` text DEFAULT '' NOT NULL,
	`representative_role` text DEFAULT '' NOT NULL,
	`representative_mandate` text DEFAULT '' NOT NULL,
	`representative_until` integer,
	`sharing_consent` text DEFAULT '' NOT NULL,
	`special_health` integer DEFAULT false NOT NULL,
	`special_criminal` integer DEFAULT false NOT NULL,
	`answers` text NOT NULL,
	`saved_steps` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`submitter_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`coordinator_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`scope_id`) REFERENCES `scopes`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "case_files_status" CHECK("case_files"."status" in ('registered', 'intake', 'facts_and_options', 'scoring', 'deliberation', 'decision', 'follow_up', 'closed', 'standard_route', 'referred', 'withdrawn')),
	CONSTRAINT "case_files_urgency_kind" CHECK("case_files"."urgency_kind" in ('eviction', 'bailiff', 'cut_off', 'other')),
	CONSTRAINT "case_files_pinch_place" CHECK("case_files"."pinch_place" in ('law_article', 'policy_rule', 'working_process', 'system')),
	CONSTRAINT "case_files_proceeding_kind" CHECK("case_files"."proceeding_kind" in ('none', 'objection', 'appeal', 'higher_appeal'))
);
--> statement-breakpoint
CREATE INDEX `case_files_list` ON `case_files` (`organisation_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `case_files_status` ON `case_files` (`organisation_id`,`status`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `case_files_scope` ON `case_files` (`organisation_id`,`scope_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `case_files_term` ON `case_files` (`organisation_id`,`status`,`received_at`,`extended_until`);--> statement-breakpoint
CREATE INDEX `case_files_submitter` ON `case_files` (`submitter_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `case_files_coordinator` ON `case_files` (`coordinator_id`,`status`,`updated_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `case_files_number_unique` ON `case_files` (`organisation_id`,`number`);--> statement-breakpoint
CREATE TABLE `case_law_references` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "case_law_references_kind" CHECK("case_law_references"."kind" in ('jci', 'bwb', 'cvdr', 'ecli'))
);
--> statement-breakpoint
CREATE INDEX `case_law_references_value` ON `case_law_references` (`value`);--> statement-breakpoint
CREATE UNIQUE INDEX `case_law_references_once` ON `case_law_references` (`case_id`,`value`);--> statement-breakpoint
CREATE TABLE `conflicts_of_interest` (
	`case_id` text NOT NULL,
	`person_id` text NOT NULL,
	`reason` text NOT NULL,
	`declared_by` text NOT NULL,
	`declared_at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `person_id`),
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`declared_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `conflicts_of_interest_person` ON `conflicts_of_interest` (`person_id`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`stored_name` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `documents_case` ON `documents` (`case_id`,`added_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `documents_stored_name_unique` ON `documents` (`stored_name`);--> statement-breakpoint
CREATE TABLE `status_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "status_changes_from" CHECK("status_changes"."from_status" in ('registered', 'intake', 'facts_and_options', 'scoring', 'deliberation', 'decision', 'follow_up', 'closed', 'standard_route', 'referred', 'withdrawn')),
	CONSTRAINT "status_changes_to" CHECK("status_changes"."to_status" in ('registered', 'intake', 'facts_and_options', 'scoring', 'deliberation', 'decision', 'follow_up', 'closed', 'standard_route', 'referred', 'withdrawn'))
);
--> statement-breakpoint
CREATE INDEX `status_changes_case` ON `status_changes` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `facts` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`example` text NOT NULL,
	`synonyms` text NOT NULL,
	`perspective` text NOT NULL,
	`direction` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "facts_direction" CHECK("facts"."direction" in ('pro', 'con'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facts_key_unique` ON `facts` (`key`);--> statement-breakpoint
CREATE TABLE `question_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text,
	`key` text NOT NULL,
	`number` integer NOT NULL,
	`status` text NOT NULL,
	`content` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "question_sets_status" CHECK("question_sets"."status" in ('draft', 'published', 'retired'))
);
--> statement-breakpoint
CREATE INDEX `question_sets_key` ON `question_sets` (`key`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `question_sets_number_unique` ON `question_sets` (`organisation_id`,`key`,`number`);--> statement-breakpoint
CREATE TABLE `scopes` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`law_references` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scopes_name_unique` ON `scopes` (`organisation_id`,`name`);--> statement-breakpoint
CREATE TABLE `conditions` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`text` text NOT NULL,
	`owner_id` text NOT NULL,
	`due_date` integer NOT NULL,
	`position` integer NOT NULL,
	`done_at` integer,
	`done_by` text,
	`done_note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`done_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `conditions_decision` ON `conditions` (`decision_id`,`position`);--> statement-breakpoint
CREATE INDEX `conditions_owner` ON `conditions` (`owner_id`,`done_at`,`due_date`);--> statement-breakpoint
CREATE TABLE `decision_claims` (
	`decision_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`option_id` text NOT NULL,
	PRIMARY KEY(`decision_id`, `claim_id`),
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`option_id`) REFERENCES `options`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `decision_claims_claim` ON `decision_claims` (`claim_id`);--> statement-breakpoint
CREATE INDEX `decision_claims_option` ON `decision_claims` (`option_id`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`case_id` text NOT NULL,
	`weighing_id` text,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`previous_id` text,
	`version_reason` text DEFAULT '' NOT NULL,
	`status` text NOT NULL,
	`option_id` text,
	`level` integer,
	`ground` text,
	`ground_reference` text DEFAULT '' NOT NULL,
	`legal_advice` text DEFAULT '' NOT NULL,
	`policy_owner` text DEFAULT '' NOT NULL,
	`motivation` text NOT NULL,
	`reason_pro` text NOT NULL,
	`reason_con` text NOT NULL,
	`departure` text DEFAULT '' NOT NULL,
	`coverage_reason` text DEFAULT '' NOT NULL,
	`undiscussed_reason` text DEFAULT '' NOT NULL,
	`minority_view` text DEFAULT '' NOT NULL,
	`precedent_check` text,
	`precedent_check_text` text DEFAULT '' NOT NULL,
	`dignity_respected` integer DEFAULT false NOT NULL,
	`citizen_told` text DEFAULT '' NOT NULL,
	`citizen_told_at` integer,
	`review_date` integer,
	`prepared_by` text NOT NULL,
	`taken_by` text,
	`taken_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`weighing_id`) REFERENCES `weighings`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`option_id`) REFERENCES `options`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`prepared_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`taken_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "decisions_kind" CHECK("decisions"."kind" in ('initial', 'correction', 'objection_review', 'withdrawal')),
	CONSTRAINT "decisions_status" CHECK("decisions"."status" in ('draft', 'taken', 'replaced')),
	CONSTRAINT "decisions_ground" CHECK("decisions"."ground" in ('room_in_norm', 'policy_rule_departure', 'hardship_clause', 'proportionality_test', 'formal_statute_unforeseen', 'favourable_policy', 'against_the_law', 'no_deviation', 'another_law')),
	CONSTRAINT "decisions_precedent_check" CHECK("decisions"."precedent_check" in ('found', 'not_found', 'different'))
);
--> statement-breakpoint
CREATE INDEX `decisions_taken` ON `decisions` (`organisation_id`,`status`,`taken_at`);--> statement-breakpoint
CREATE INDEX `decisions_weighing` ON `decisions` (`weighing_id`);--> statement-breakpoint
CREATE INDEX `decisions_option` ON `decisions` (`option_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_number_unique` ON `decisions` (`case_id`,`number`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`due_date` integer NOT NULL,
	`held_at` integer,
	`held_by` text,
	`helped_citizen` text,
	`helped_professional` text,
	`conditions_kept` text,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`held_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "reviews_helped_citizen" CHECK("reviews"."helped_citizen" in ('yes', 'partly', 'no', 'unknown')),
	CONSTRAINT "reviews_helped_professional" CHECK("reviews"."helped_professional" in ('yes', 'partly', 'no', 'unknown')),
	CONSTRAINT "reviews_conditions_kept" CHECK("reviews"."conditions_kept" in ('yes', 'partly', 'no', 'unknown'))
);
--> statement-breakpoint
CREATE INDEX `reviews_decision` ON `reviews` (`decision_id`);--> statement-breakpoint
CREATE INDEX `reviews_owner` ON `reviews` (`owner_id`,`held_at`,`due_date`);--> statement-breakpoint
CREATE TABLE `weighings` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`agenda_item_id` text NOT NULL,
	`number` integer NOT NULL,
	`round` integer NOT NULL,
	`snapshot` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `weighings_item` ON `weighings` (`agenda_item_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `weighings_number_unique` ON `weighings` (`case_id`,`number`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`label` text NOT NULL,
	`cents` integer,
	`position` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `claims_case` ON `claims` (`case_id`,`position`);--> statement-breakpoint
CREATE TABLE `cost_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`option_id` text NOT NULL,
	`post` text NOT NULL,
	`bearer` text NOT NULL,
	`recurrence` text NOT NULL,
	`certainty` text NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`cents` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`option_id`) REFERENCES `options`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "cost_lines_bearer" CHECK("cost_lines"."bearer" in ('citizen', 'own_organisation', 'municipality', 'care', 'justice', 'other')),
	CONSTRAINT "cost_lines_recurrence" CHECK("cost_lines"."recurrence" in ('once', 'yearly')),
	CONSTRAINT "cost_lines_certainty" CHECK("cost_lines"."certainty" in ('known', 'estimate'))
);
--> statement-breakpoint
CREATE INDEX `cost_lines_option` ON `cost_lines` (`option_id`,`position`);--> statement-breakpoint
CREATE TABLE `option_claims` (
	`option_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`level` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`option_id`, `claim_id`),
	FOREIGN KEY (`option_id`) REFERENCES `options`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `option_claims_claim` ON `option_claims` (`claim_id`);--> statement-breakpoint
CREATE TABLE `options` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`level` integer NOT NULL,
	`ground` text,
	`ground_reference` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "options_ground" CHECK("options"."ground" in ('room_in_norm', 'policy_rule_departure', 'hardship_clause', 'proportionality_test', 'formal_statute_unforeseen', 'favourable_policy', 'against_the_law', 'no_deviation', 'another_law')),
	CONSTRAINT "options_strict_application" CHECK("options"."position" > 0 or "options"."level" = 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `options_position_unique` ON `options` (`case_id`,`position`);--> statement-breakpoint
CREATE TABLE `handled_forms` (
	`key` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`handled_at` integer NOT NULL,
	`result` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `logins` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `logins_person` ON `logins` (`person_id`);--> statement-breakpoint
CREATE TABLE `one_time_tokens` (
	`secret_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`person_id` text,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "one_time_tokens_purpose" CHECK("one_time_tokens"."purpose" in ('set_up', 'password_reset'))
);
--> statement-breakpoint
CREATE INDEX `one_time_tokens_person` ON `one_time_tokens` (`person_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`tooi_uri` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text,
	`language` text DEFAULT 'nl' NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "people_language" CHECK("people"."language" in ('nl', 'en'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `role_assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`perspective` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "role_assignments_role" CHECK("role_assignments"."role" in ('coordinator', 'submitter', 'assessor', 'decision_maker', 'policy_advisor', 'executive', 'auditor', 'administrator', 'privacy_officer'))
);
--> statement-breakpoint
CREATE INDEX `role_assignments_organisation` ON `role_assignments` (`organisation_id`,`role`);--> statement-breakpoint
CREATE UNIQUE INDEX `role_assignments_once` ON `role_assignments` (`person_id`,`organisation_id`,`role`);--> statement-breakpoint
CREATE TABLE `throttles` (
	`key_hash` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`window_ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `decision_precedents` (
	`decision_id` text NOT NULL,
	`precedent_id` text NOT NULL,
	PRIMARY KEY(`decision_id`, `precedent_id`),
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`precedent_id`) REFERENCES `precedents`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `decision_precedents_precedent` ON `decision_precedents` (`precedent_id`);--> statement-breakpoint
CREATE TABLE `precedent_facts` (
	`precedent_id` text NOT NULL,
	`fact_id` text NOT NULL,
	`side` text NOT NULL,
	`in_reason` integer NOT NULL,
	PRIMARY KEY(`precedent_id`, `fact_id`),
	FOREIGN KEY (`precedent_id`) REFERENCES `precedents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`fact_id`) REFERENCES `facts`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "precedent_facts_side" CHECK("precedent_facts"."side" in ('pro', 'con'))
);
--> statement-breakpoint
CREATE INDEX `precedent_facts_fact` ON `precedent_facts` (`fact_id`);--> statement-breakpoint
CREATE TABLE `precedents` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`number` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`motivation` text NOT NULL,
	`law_references` text NOT NULL,
	`life_events` text NOT NULL,
	`scope_id` text,
	`level` integer NOT NULL,
	`status` text NOT NULL,
	`end_reason` text DEFAULT '' NOT NULL,
	`visibility` text NOT NULL,
	`owner_id` text NOT NULL,
	`editor_id` text NOT NULL,
	`publisher_id` text,
	`decided_at` integer NOT NULL,
	`published_at` integer,
	`review_date` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`scope_id`) REFERENCES `scopes`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`editor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`publisher_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "precedents_status" CHECK("precedents"."status" in ('draft', 'in_review', 'valid', 'became_policy_rule', 'outdated', 'withdrawn')),
	CONSTRAINT "precedents_visibility" CHECK("precedents"."visibility" in ('organisation', 'network', 'public'))
);
--> statement-breakpoint
CREATE INDEX `precedents_list` ON `precedents` (`organisation_id`,`status`,`decided_at`,`id`);--> statement-breakpoint
CREATE INDEX `precedents_shared` ON `precedents` (`visibility`,`status`,`decided_at`,`id`);--> statement-breakpoint
CREATE INDEX `precedents_scope` ON `precedents` (`scope_id`,`status`,`decided_at`);--> statement-breakpoint
CREATE INDEX `precedents_owner` ON `precedents` (`owner_id`,`status`,`review_date`);--> statement-breakpoint
CREATE UNIQUE INDEX `precedents_decision_unique` ON `precedents` (`decision_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `precedents_number_unique` ON `precedents` (`organisation_id`,`number`);--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`case_id` text NOT NULL,
	`position` integer NOT NULL,
	`phase` text NOT NULL,
	`round` integer DEFAULT 1 NOT NULL,
	`weights` text NOT NULL,
	`opened_at` integer,
	`revealed_at` integer,
	`revealed_by` text,
	`reveal_reason` text DEFAULT '' NOT NULL,
	`missing` text NOT NULL,
	`concluded_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`revealed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "agenda_items_phase" CHECK("agenda_items"."phase" in ('prepare', 'scoring', 'revealed', 'concluded'))
);
--> statement-breakpoint
CREATE INDEX `agenda_items_case` ON `agenda_items` (`case_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_items_once` ON `agenda_items` (`session_id`,`case_id`);--> statement-breakpoint
CREATE TABLE `case_arguments` (
	`id` text PRIMARY KEY NOT NULL,
	`agenda_item_id` text NOT NULL,
	`person_id` text NOT NULL,
	`perspective` text NOT NULL,
	`option_id` text NOT NULL,
	`side` text NOT NULL,
	`text` text NOT NULL,
	`carrying` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`option_id`) REFERENCES `options`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "case_arguments_side" CHECK("case_arguments"."side" in ('for', 'against'))
);
--> statement-breakpoint
CREATE INDEX `case_arguments_item` ON `case_arguments` (`agenda_item_id`,`option_id`);--> statement-breakpoint
CREATE INDEX `case_arguments_option` ON `case_arguments` (`option_id`);--> statement-breakpoint
CREATE TABLE `discussed_cells` (
	`agenda_item_id` text NOT NULL,
	`criterion` text NOT NULL,
	`option_id` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`discussed_by` text NOT NULL,
	`discussed_at` integer NOT NULL,
	PRIMARY KEY(`agenda_item_id`, `criterion`, `option_id`),
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`option_id`) REFERENCES `options`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`discussed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `discussed_cells_option` ON `discussed_cells` (`option_id`);--> statement-breakpoint
CREATE TABLE `gate_ratings` (
	`id` text PRIMARY KEY NOT NULL,
	`agenda_item_id` text NOT NULL,
	`round` integer NOT NULL,
	`person_id` text NOT NULL,
	`perspective` text NOT NULL,
	`gate` text NOT NULL,
	`option_id` text NOT NULL,
	`answer` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`option_id`) REFERENCES `options`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "gate_ratings_answer" CHECK("gate_ratings"."answer" in ('yes', 'no', 'unsure'))
);
--> statement-breakpoint
CREATE INDEX `gate_ratings_option` ON `gate_ratings` (`option_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `gate_ratings_once` ON `gate_ratings` (`agenda_item_id`,`round`,`person_id`,`gate`,`option_id`);--> statement-breakpoint
CREATE TABLE `panel_members` (
	`agenda_item_id` text NOT NULL,
	`person_id` text NOT NULL,
	`perspective` text NOT NULL,
	`from_round` integer DEFAULT 1 NOT NULL,
	`ready_at` integer,
	PRIMARY KEY(`agenda_item_id`, `person_id`),
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `panel_members_person` ON `panel_members` (`person_id`,`agenda_item_id`);--> statement-breakpoint
CREATE TABLE `ratings` (
	`id` text PRIMARY KEY NOT NULL,
	`agenda_item_id` text NOT NULL,
	`round` integer NOT NULL,
	`person_id` text NOT NULL,
	`perspective` text NOT NULL,
	`criterion` text NOT NULL,
	`option_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` integer,
	`reason` text DEFAULT '' NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`option_id`) REFERENCES `options`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "ratings_kind" CHECK("ratings"."kind" in ('score', 'no_judgement', 'not_applicable')),
	CONSTRAINT "ratings_value" CHECK(("ratings"."kind" = 'score' and "ratings"."value" between 1 and 5) or ("ratings"."kind" <> 'score' and "ratings"."value" is null))
);
--> statement-breakpoint
CREATE INDEX `ratings_option` ON `ratings` (`option_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `ratings_once` ON `ratings` (`agenda_item_id`,`round`,`person_id`,`criterion`,`option_id`);--> statement-breakpoint
CREATE TABLE `session_observers` (
	`session_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`session_id`, `person_id`),
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `session_observers_person` ON `session_observers` (`person_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`question_set_id` text NOT NULL,
	`facilitator_id` text NOT NULL,
	`deputy_id` text,
	`starts_at` integer NOT NULL,
	`deadline` integer,
	`place` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`question_set_id`) REFERENCES `question_sets`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`facilitator_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`deputy_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "sessions_kind" CHECK("sessions"."kind" in ('live', 'spread')),
	CONSTRAINT "sessions_status" CHECK("sessions"."status" in ('planned', 'open', 'closed'))
);
--> statement-breakpoint
CREATE INDEX `sessions_list` ON `sessions` (`organisation_id`,`status`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `sessions_facilitator` ON `sessions` (`facilitator_id`,`starts_at`);