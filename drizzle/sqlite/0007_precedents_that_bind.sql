CREATE TABLE `scope_links` (
	`scope_id` text NOT NULL,
	`other_scope_id` text NOT NULL,
	PRIMARY KEY(`scope_id`, `other_scope_id`),
	FOREIGN KEY (`scope_id`) REFERENCES `scopes`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`other_scope_id`) REFERENCES `scopes`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `scope_links_other` ON `scope_links` (`other_scope_id`);--> statement-breakpoint
CREATE TABLE `line_change_precedents` (
	`line_change_id` text NOT NULL,
	`precedent_id` text NOT NULL,
	PRIMARY KEY(`line_change_id`, `precedent_id`),
	FOREIGN KEY (`line_change_id`) REFERENCES `line_changes`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`precedent_id`) REFERENCES `precedents`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `line_change_precedents_precedent` ON `line_change_precedents` (`precedent_id`);--> statement-breakpoint
CREATE TABLE `line_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`scope_id` text NOT NULL,
	`case_id` text NOT NULL,
	`level` integer NOT NULL,
	`status` text NOT NULL,
	`motivation` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`answer` text DEFAULT '' NOT NULL,
	`decision_id` text,
	`effective_from` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`scope_id`) REFERENCES `scopes`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "line_changes_status" CHECK("line_changes"."status" in ('proposed', 'approved', 'rejected', 'withdrawn', 'effected'))
);
--> statement-breakpoint
CREATE INDEX `line_changes_waiting` ON `line_changes` (`organisation_id`,`status`,`proposed_at`);--> statement-breakpoint
CREATE INDEX `line_changes_scope` ON `line_changes` (`scope_id`,`status`,`effective_from`);--> statement-breakpoint
CREATE INDEX `line_changes_case` ON `line_changes` (`case_id`,`status`);--> statement-breakpoint
CREATE INDEX `line_changes_decision` ON `line_changes` (`decision_id`);--> statement-breakpoint
CREATE TABLE `precedent_adoptions` (
	`case_id` text NOT NULL,
	`precedent_id` text NOT NULL,
	`perspective` text NOT NULL,
	`choice` text NOT NULL,
	`original` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`case_id`, `precedent_id`, `perspective`),
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`precedent_id`) REFERENCES `precedents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "precedent_adoptions_choice" CHECK("precedent_adoptions"."choice" in ('adopt', 'adapt', 'depart'))
);
--> statement-breakpoint
CREATE INDEX `precedent_adoptions_precedent` ON `precedent_adoptions` (`precedent_id`);--> statement-breakpoint
CREATE INDEX `precedent_adoptions_person` ON `precedent_adoptions` (`person_id`);--> statement-breakpoint
CREATE TABLE `precedent_import_rows` (
	`import_id` text NOT NULL,
	`row` integer NOT NULL,
	`status` text NOT NULL,
	`data` text NOT NULL,
	`errors` text NOT NULL,
	PRIMARY KEY(`import_id`, `row`),
	FOREIGN KEY (`import_id`) REFERENCES `precedent_imports`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "precedent_import_rows_status" CHECK("precedent_import_rows"."status" in ('waiting', 'good', 'broken', 'known', 'imported'))
);
--> statement-breakpoint
CREATE INDEX `precedent_import_rows_status` ON `precedent_import_rows` (`import_id`,`status`,`row`);--> statement-breakpoint
CREATE TABLE `precedent_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`approved_by` text,
	`file_name` text NOT NULL,
	`format` text NOT NULL,
	`sha256` text NOT NULL,
	`status` text NOT NULL,
	`rows` integer DEFAULT 0 NOT NULL,
	`good` integer DEFAULT 0 NOT NULL,
	`broken` integer DEFAULT 0 NOT NULL,
	`known` integer DEFAULT 0 NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`visibility` text NOT NULL,
	`problem` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`imported_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`approved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "precedent_imports_format" CHECK("precedent_imports"."format" in ('json', 'csv')),
	CONSTRAINT "precedent_imports_status" CHECK("precedent_imports"."status" in ('checking', 'checked', 'offered', 'importing', 'imported', 'cancelled')),
	CONSTRAINT "precedent_imports_visibility" CHECK("precedent_imports"."visibility" in ('organisation', 'network', 'public'))
);
--> statement-breakpoint
CREATE INDEX `precedent_imports_list` ON `precedent_imports` (`organisation_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `precedent_imports_status` ON `precedent_imports` (`status`);--> statement-breakpoint
CREATE TABLE `precedent_words` (
	`precedent_id` text PRIMARY KEY NOT NULL,
	`changed` integer NOT NULL,
	`scope_id` text NOT NULL,
	`visibility` text NOT NULL,
	`level` integer NOT NULL,
	`decided_at` integer NOT NULL,
	`valid_until` integer,
	`catalogue_size` integer NOT NULL,
	`packed` text NOT NULL,
	`amounts` text,
	FOREIGN KEY (`precedent_id`) REFERENCES `precedents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`scope_id`) REFERENCES `scopes`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "precedent_words_visibility" CHECK("precedent_words"."visibility" in ('organisation', 'network', 'public'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `precedent_words_changed` ON `precedent_words` (`changed`);--> statement-breakpoint
CREATE INDEX `precedent_words_scope` ON `precedent_words` (`scope_id`);--> statement-breakpoint
CREATE TABLE `saved_searches` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`filters` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `saved_searches_organisation` ON `saved_searches` (`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_name_unique` ON `saved_searches` (`person_id`,`organisation_id`,`name`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_decision_precedents` (
	`decision_id` text NOT NULL,
	`precedent_id` text NOT NULL,
	`relation` text DEFAULT 'followed' NOT NULL,
	`differences` text,
	PRIMARY KEY(`decision_id`, `precedent_id`),
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`precedent_id`) REFERENCES `precedents`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "decision_precedents_relation" CHECK("__new_decision_precedents"."relation" in ('followed', 'distinguished', 'departed'))
);
--> statement-breakpoint
INSERT INTO `__new_decision_precedents`("decision_id", "precedent_id", "relation", "differences") SELECT "decision_id", "precedent_id", CASE (SELECT "precedent_check" FROM "decisions" WHERE "decisions"."id" = "decision_id") WHEN 'different' THEN 'distinguished' ELSE 'followed' END, NULL FROM `decision_precedents`;--> statement-breakpoint
DROP TABLE `decision_precedents`;--> statement-breakpoint
ALTER TABLE `__new_decision_precedents` RENAME TO `decision_precedents`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `decision_precedents_precedent` ON `decision_precedents` (`precedent_id`,`relation`);--> statement-breakpoint
CREATE TABLE `__new_precedents` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`decision_id` text,
	`source` text DEFAULT 'decision' NOT NULL,
	`import_id` text,
	`external_id` text,
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
	`end_reference` text DEFAULT '' NOT NULL,
	`ended_at` integer,
	`valid_until` integer,
	`line_change_id` text,
	`catalogue_size` integer DEFAULT 0 NOT NULL,
	`visibility` text NOT NULL,
	`owner_id` text NOT NULL,
	`editor_id` text NOT NULL,
	`publisher_id` text,
	`decided_at` integer NOT NULL,
	`published_at` integer,
	`review_date` integer,
	`reviewed_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`import_id`) REFERENCES `precedent_imports`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`scope_id`) REFERENCES `scopes`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`line_change_id`) REFERENCES `line_changes`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`editor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`publisher_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "precedents_source" CHECK("__new_precedents"."source" in ('decision', 'import')),
	CONSTRAINT "precedents_status" CHECK("__new_precedents"."status" in ('draft', 'in_review', 'valid', 'became_policy_rule', 'outdated', 'withdrawn')),
	CONSTRAINT "precedents_visibility" CHECK("__new_precedents"."visibility" in ('organisation', 'network', 'public'))
);
--> statement-breakpoint
INSERT INTO `__new_precedents`("id", "organisation_id", "decision_id", "source", "import_id", "external_id", "number", "title", "summary", "motivation", "law_references", "life_events", "scope_id", "level", "status", "end_reason", "end_reference", "ended_at", "valid_until", "line_change_id", "catalogue_size", "visibility", "owner_id", "editor_id", "publisher_id", "decided_at", "published_at", "review_date", "reviewed_at", "created_at", "updated_at", "version") SELECT "id", "organisation_id", "decision_id", 'decision', NULL, NULL, "number", "title", "summary", "motivation", "law_references", "life_events", "scope_id", "level", "status", "end_reason", '', NULL, NULL, NULL, (SELECT count(*) FROM "facts" WHERE "facts"."created_at" <= max("precedents"."updated_at", (SELECT min("created_at") FROM "facts"))), "visibility", "owner_id", "editor_id", "publisher_id", "decided_at", "published_at", "review_date", NULL, "created_at", "updated_at", "version" FROM `precedents`;--> statement-breakpoint
DROP TABLE `precedents`;--> statement-breakpoint
ALTER TABLE `__new_precedents` RENAME TO `precedents`;--> statement-breakpoint
CREATE INDEX `precedents_list` ON `precedents` (`organisation_id`,`status`,`decided_at`,`id`);--> statement-breakpoint
CREATE INDEX `precedents_shared` ON `precedents` (`visibility`,`status`,`decided_at`,`id`);--> statement-breakpoint
CREATE INDEX `precedents_scope` ON `precedents` (`scope_id`,`status`,`decided_at`);--> statement-breakpoint
CREATE INDEX `precedents_owner` ON `precedents` (`owner_id`,`status`,`review_date`);--> statement-breakpoint
CREATE INDEX `precedents_import` ON `precedents` (`import_id`);--> statement-breakpoint
CREATE INDEX `precedents_line_change` ON `precedents` (`line_change_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `precedents_decision_unique` ON `precedents` (`decision_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `precedents_number_unique` ON `precedents` (`organisation_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `precedents_external_unique` ON `precedents` (`organisation_id`,`external_id`);--> statement-breakpoint
ALTER TABLE `case_facts` ADD `amount` integer;--> statement-breakpoint
CREATE TABLE `__new_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`example` text NOT NULL,
	`synonyms` text NOT NULL,
	`perspective` text NOT NULL,
	`direction` text NOT NULL,
	`measure` text,
	`merged_into_id` text,
	`end_reason` text DEFAULT '' NOT NULL,
	`ended_at` integer,
	`active` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`merged_into_id`) REFERENCES `facts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "facts_direction" CHECK("__new_facts"."direction" in ('pro', 'con')),
	CONSTRAINT "facts_measure" CHECK("__new_facts"."measure" in ('months', 'years', 'times', 'cents'))
);
--> statement-breakpoint
INSERT INTO `__new_facts`("id", "number", "key", "label", "definition", "example", "synonyms", "perspective", "direction", "measure", "merged_into_id", "end_reason", "ended_at", "active", "created_at", "version") SELECT "id", row_number() OVER (ORDER BY "created_at", "id"), "key", "label", "definition", "example", "synonyms", "perspective", "direction", NULL, NULL, '', NULL, "active", "created_at", "version" FROM `facts`;--> statement-breakpoint
DROP TABLE `facts`;--> statement-breakpoint
ALTER TABLE `__new_facts` RENAME TO `facts`;--> statement-breakpoint
CREATE INDEX `facts_merged` ON `facts` (`merged_into_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `facts_key_unique` ON `facts` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `facts_number_unique` ON `facts` (`number`);--> statement-breakpoint
CREATE TABLE `__new_decisions` (
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
	`equal_treatment` text,
	`equal_treatment_answer` text,
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
	CONSTRAINT "decisions_equal_treatment_answer" CHECK("__new_decisions"."equal_treatment_answer" in ('unbound', 'within', 'reason', 'line_change', 'unanswered')),
	CONSTRAINT "decisions_kind" CHECK("__new_decisions"."kind" in ('initial', 'correction', 'objection_review', 'withdrawal')),
	CONSTRAINT "decisions_status" CHECK("__new_decisions"."status" in ('draft', 'taken', 'replaced')),
	CONSTRAINT "decisions_ground" CHECK("__new_decisions"."ground" in ('room_in_norm', 'policy_rule_departure', 'hardship_clause', 'proportionality_test', 'formal_statute_unforeseen', 'favourable_policy', 'against_the_law', 'no_deviation', 'another_law')),
	CONSTRAINT "decisions_precedent_check" CHECK("__new_decisions"."precedent_check" in ('found', 'not_found', 'different'))
);
--> statement-breakpoint
INSERT INTO `__new_decisions`("id", "organisation_id", "case_id", "weighing_id", "number", "kind", "previous_id", "version_reason", "status", "option_id", "level", "ground", "ground_reference", "legal_advice", "policy_owner", "motivation", "reason_pro", "reason_con", "departure", "coverage_reason", "undiscussed_reason", "minority_view", "precedent_check", "precedent_check_text", "equal_treatment", "equal_treatment_answer", "dignity_respected", "citizen_told", "citizen_told_at", "review_date", "prepared_by", "taken_by", "taken_at", "created_at", "updated_at", "version") SELECT "id", "organisation_id", "case_id", "weighing_id", "number", "kind", "previous_id", "version_reason", "status", "option_id", "level", "ground", "ground_reference", "legal_advice", "policy_owner", "motivation", "reason_pro", "reason_con", "departure", "coverage_reason", "undiscussed_reason", "minority_view", "precedent_check", "precedent_check_text", NULL, NULL, "dignity_respected", "citizen_told", "citizen_told_at", "review_date", "prepared_by", "taken_by", "taken_at", "created_at", "updated_at", "version" FROM `decisions`;--> statement-breakpoint
DROP TABLE `decisions`;--> statement-breakpoint
ALTER TABLE `__new_decisions` RENAME TO `decisions`;--> statement-breakpoint
CREATE INDEX `decisions_taken` ON `decisions` (`organisation_id`,`status`,`taken_at`);--> statement-breakpoint
CREATE INDEX `decisions_weighing` ON `decisions` (`weighing_id`);--> statement-breakpoint
CREATE INDEX `decisions_option` ON `decisions` (`option_id`);--> statement-breakpoint
CREATE INDEX `decisions_equal_treatment` ON `decisions` (`organisation_id`,`equal_treatment_answer`,`taken_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_number_unique` ON `decisions` (`case_id`,`number`);--> statement-breakpoint
ALTER TABLE `precedent_facts` ADD `amount` integer;--> statement-breakpoint
CREATE INDEX `audit_events_subject` ON `audit_events` (`subject_id`,`sequence`);