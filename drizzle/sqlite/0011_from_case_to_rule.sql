CREATE TABLE `handover_cases` (
	`handover_id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`handover_id`) REFERENCES `handovers`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `handover_cases_case` ON `handover_cases` (`case_id`);--> statement-breakpoint
CREATE TABLE `handovers` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`to_organisation_id` text,
	`to_name` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_reach` text NOT NULL,
	`question` text NOT NULL,
	`consent` text NOT NULL,
	`consent_at` integer NOT NULL,
	`parts` text NOT NULL,
	`content` text NOT NULL,
	`status` text NOT NULL,
	`answer_by` integer NOT NULL,
	`sent_by` text NOT NULL,
	`sent_at` integer NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_by` text,
	`answered_by_name` text DEFAULT '' NOT NULL,
	`answered_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`to_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`sent_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "handovers_status" CHECK("handovers"."status" in ('sent', 'accepted', 'returned', 'withdrawn'))
);
--> statement-breakpoint
CREATE INDEX `handovers_case` ON `handovers` (`case_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `handovers_sent` ON `handovers` (`organisation_id`,`status`,`answer_by`,`id`);--> statement-breakpoint
CREATE INDEX `handovers_received` ON `handovers` (`to_organisation_id`,`status`,`answer_by`,`id`);--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`sent_at` integer,
	`sent_by` text,
	`updated_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`sent_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`updated_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `letters_case` ON `letters` (`case_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `letters_number_unique` ON `letters` (`decision_id`,`number`);--> statement-breakpoint
CREATE TABLE `proceedings` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`kind` text NOT NULL,
	`received_at` integer NOT NULL,
	`due_date` integer NOT NULL,
	`extended` integer DEFAULT false NOT NULL,
	`owner_id` text NOT NULL,
	`grounds` text DEFAULT '' NOT NULL,
	`outcome` text,
	`outcome_note` text DEFAULT '' NOT NULL,
	`new_decision_id` text,
	`closed_by` text,
	`closed_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`new_decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`closed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "proceedings_kind" CHECK("proceedings"."kind" in ('objection', 'appeal', 'higher_appeal', 'review')),
	CONSTRAINT "proceedings_outcome" CHECK("proceedings"."outcome" in ('upheld', 'partly_upheld', 'dismissed', 'inadmissible', 'withdrawn'))
);
--> statement-breakpoint
CREATE INDEX `proceedings_case` ON `proceedings` (`case_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `proceedings_decision` ON `proceedings` (`decision_id`);--> statement-breakpoint
CREATE INDEX `proceedings_new_decision` ON `proceedings` (`new_decision_id`);--> statement-breakpoint
CREATE INDEX `proceedings_owner` ON `proceedings` (`owner_id`,`closed_at`,`due_date`);--> statement-breakpoint
CREATE TABLE `questionnaires` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`moment` text NOT NULL,
	`review_id` text,
	`secret_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`withdrawn_at` integer,
	`answered_at` integer,
	`answers` text,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "questionnaires_moment" CHECK("questionnaires"."moment" in ('after_decision', 'after_review'))
);
--> statement-breakpoint
CREATE INDEX `questionnaires_case` ON `questionnaires` (`case_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `questionnaires_decision` ON `questionnaires` (`decision_id`,`moment`);--> statement-breakpoint
CREATE INDEX `questionnaires_review` ON `questionnaires` (`review_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `questionnaires_secret_unique` ON `questionnaires` (`secret_hash`);--> statement-breakpoint
CREATE TABLE `wrong_doors` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`case_id` text,
	`question` text NOT NULL,
	`right_door` text NOT NULL,
	`helped_how` text DEFAULT '' NOT NULL,
	`recorded_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `wrong_doors_list` ON `wrong_doors` (`organisation_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `wrong_doors_case` ON `wrong_doors` (`case_id`);--> statement-breakpoint
CREATE TABLE `policy_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`number` text NOT NULL,
	`edition` integer DEFAULT 1 NOT NULL,
	`previous_id` text,
	`signal_id` text,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`explanation` text DEFAULT '' NOT NULL,
	`scope_id` text NOT NULL,
	`law_references` text NOT NULL,
	`must_hold` text NOT NULL,
	`must_not_hold` text NOT NULL,
	`bounds` text NOT NULL,
	`level` integer NOT NULL,
	`valid_from` integer,
	`valid_until` integer,
	`try_out` text,
	`disagreement_reason` text DEFAULT '' NOT NULL,
	`end_reason` text DEFAULT '' NOT NULL,
	`prepared_by` text NOT NULL,
	`adopted_by` text,
	`adopted_at` integer,
	`ended_by` text,
	`ended_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`signal_id`) REFERENCES `signals`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`scope_id`) REFERENCES `scopes`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`prepared_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`adopted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`ended_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`previous_id`) REFERENCES `policy_rules`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "policy_rules_status" CHECK("policy_rules"."status" in ('draft', 'in_force', 'replaced', 'ended', 'discarded'))
);
--> statement-breakpoint
CREATE INDEX `policy_rules_list` ON `policy_rules` (`organisation_id`,`status`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `policy_rules_scope` ON `policy_rules` (`scope_id`,`status`,`valid_from`);--> statement-breakpoint
CREATE INDEX `policy_rules_signal` ON `policy_rules` (`signal_id`);--> statement-breakpoint
CREATE INDEX `policy_rules_replaced` ON `policy_rules` (`previous_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `policy_rules_edition_unique` ON `policy_rules` (`organisation_id`,`number`,`edition`);--> statement-breakpoint
CREATE TABLE `rule_settlements` (
	`case_id` text PRIMARY KEY NOT NULL,
	`policy_rule_id` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`settled_by` text NOT NULL,
	`settled_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`policy_rule_id`) REFERENCES `policy_rules`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`settled_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `rule_settlements_rule` ON `rule_settlements` (`policy_rule_id`,`settled_at`);--> statement-breakpoint
CREATE TABLE `reflections` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`session_id` text NOT NULL,
	`person_id` text NOT NULL,
	`unwritten_rule` text DEFAULT '' NOT NULL,
	`dilemma` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `reflections_list` ON `reflections` (`organisation_id`,`at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reflections_once` ON `reflections` (`session_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `signal_cases` (
	`signal_id` text NOT NULL,
	`case_id` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`added_by` text,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`signal_id`, `case_id`),
	FOREIGN KEY (`signal_id`) REFERENCES `signals`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `signal_cases_case` ON `signal_cases` (`case_id`);--> statement-breakpoint
CREATE TABLE `signal_precedents` (
	`signal_id` text NOT NULL,
	`precedent_id` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`signal_id`, `precedent_id`),
	FOREIGN KEY (`signal_id`) REFERENCES `signals`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`precedent_id`) REFERENCES `precedents`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `signal_precedents_precedent` ON `signal_precedents` (`precedent_id`);--> statement-breakpoint
CREATE TABLE `signal_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`signal_id` text NOT NULL,
	`kind` text NOT NULL,
	`status` text,
	`text` text DEFAULT '' NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`signal_id`) REFERENCES `signals`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "signal_steps_kind" CHECK("signal_steps"."kind" in ('raised', 'status', 'assigned', 'answered', 'reminded', 'cases', 'merged', 'note')),
	CONSTRAINT "signal_steps_status" CHECK("signal_steps"."status" in ('new', 'taken_up', 'rule_change_proposed', 'adopted', 'rejected', 'merged'))
);
--> statement-breakpoint
CREATE INDEX `signal_steps_signal` ON `signal_steps` (`signal_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `signals` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`number` text NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`source` text NOT NULL,
	`status` text NOT NULL,
	`status_reason` text DEFAULT '' NOT NULL,
	`scope_id` text,
	`facts` text NOT NULL,
	`level` integer,
	`cluster_key` text,
	`session_id` text,
	`owner_organisation_id` text,
	`owner_organisation` text DEFAULT '' NOT NULL,
	`owner_id` text,
	`owner_name` text DEFAULT '' NOT NULL,
	`owner_contact` text DEFAULT '' NOT NULL,
	`assigned_at` integer,
	`answer_by` integer,
	`reminded_at` integer,
	`answer` text DEFAULT '' NOT NULL,
	`answered_at` integer,
	`cases_per_year` integer,
	`cents_per_case` integer,
	`cost_basis` text DEFAULT '' NOT NULL,
	`merged_into_id` text,
	`raised_by` text,
	`raised_at` integer NOT NULL,
	`closed_at` integer,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`scope_id`) REFERENCES `scopes`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`raised_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`merged_into_id`) REFERENCES `signals`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "signals_source" CHECK("signals"."source" in ('cluster', 'case', 'session', 'wrong_door', 'unease')),
	CONSTRAINT "signals_status" CHECK("signals"."status" in ('new', 'taken_up', 'rule_change_proposed', 'adopted', 'rejected', 'merged'))
);
--> statement-breakpoint
CREATE INDEX `signals_list` ON `signals` (`organisation_id`,`status`,`raised_at`,`id`);--> statement-breakpoint
CREATE INDEX `signals_owner` ON `signals` (`owner_id`,`status`,`answer_by`);--> statement-breakpoint
CREATE INDEX `signals_scope` ON `signals` (`scope_id`,`status`);--> statement-breakpoint
CREATE INDEX `signals_merged` ON `signals` (`merged_into_id`);--> statement-breakpoint
CREATE INDEX `signals_session` ON `signals` (`session_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `signals_number_unique` ON `signals` (`organisation_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `signals_cluster_unique` ON `signals` (`organisation_id`,`cluster_key`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`created_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_try_at` integer,
	`sent_at` integer,
	`problem` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "mails_kind" CHECK("__new_mails"."kind" in ('reminder', 'checkpoint', 'due', 'signal', 'handover'))
);
--> statement-breakpoint
INSERT INTO `__new_mails`("id", "organisation_id", "person_id", "kind", "about", "created_at", "tries", "next_try_at", "sent_at", "problem") SELECT "id", "organisation_id", "person_id", "kind", "about", "created_at", "tries", "next_try_at", "sent_at", "problem" FROM `mails`;--> statement-breakpoint
DROP TABLE `mails`;--> statement-breakpoint
ALTER TABLE `__new_mails` RENAME TO `mails`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `mails_waiting` ON `mails` (`next_try_at`,`id`);--> statement-breakpoint
CREATE INDEX `mails_person` ON `mails` (`person_id`);--> statement-breakpoint
ALTER TABLE `conditions` ADD `proof_id` text REFERENCES documents(id);--> statement-breakpoint
CREATE INDEX `conditions_proof` ON `conditions` (`proof_id`);--> statement-breakpoint
ALTER TABLE `reviews` ADD `cost_lines` text;--> statement-breakpoint
ALTER TABLE `reviews` ADD `signal_taken_up` text CONSTRAINT "reviews_signal_taken_up" CHECK("signal_taken_up" in ('yes', 'partly', 'no', 'unknown'));--> statement-breakpoint
ALTER TABLE `reviews` ADD `learned` text;--> statement-breakpoint
ALTER TABLE `precedents` ADD `policy_rule_id` text REFERENCES policy_rules(id);--> statement-breakpoint
CREATE INDEX `precedents_policy_rule` ON `precedents` (`policy_rule_id`);