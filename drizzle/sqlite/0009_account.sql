CREATE TABLE `case_figures` (
	`case_id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`figures` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `case_figures_sequence` ON `case_figures` (`sequence`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_figures_organisation` ON `case_figures` (`organisation_id`,`case_id`);--> statement-breakpoint
CREATE TABLE `figures_progress` (
	`id` integer PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `report_texts` (
	`organisation_id` text NOT NULL,
	`year` integer NOT NULL,
	`section` text NOT NULL,
	`text` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`organisation_id`, `year`, `section`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`updated_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `destructions` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`case_id` text NOT NULL,
	`case_number` text NOT NULL,
	`ground` text NOT NULL,
	`status` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`completed_at` integer,
	`counts` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "destructions_status" CHECK("destructions"."status" in ('proposed', 'withdrawn', 'refused', 'executing', 'completed'))
);
--> statement-breakpoint
CREATE INDEX `destructions_organisation` ON `destructions` (`organisation_id`,`status`,`proposed_at`);--> statement-breakpoint
CREATE INDEX `destructions_case` ON `destructions` (`case_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `destructions_once` ON `destructions` (`case_id`,`proposed_at`);--> statement-breakpoint
CREATE TABLE `legal_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`reason` text NOT NULL,
	`placed_by` text NOT NULL,
	`placed_at` integer NOT NULL,
	`lifted_by` text,
	`lifted_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`placed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`lifted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `legal_holds_case` ON `legal_holds` (`case_id`,`placed_at`);--> statement-breakpoint
CREATE TABLE `retention_periods` (
	`organisation_id` text NOT NULL,
	`outcome` text NOT NULL,
	`months` integer NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`organisation_id`, `outcome`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "retention_periods_outcome" CHECK("retention_periods"."outcome" in ('decided', 'not_taken_up', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE `log_checkpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`size` integer NOT NULL,
	`note` text NOT NULL,
	`timestamp` blob
);
--> statement-breakpoint
CREATE INDEX `log_checkpoints_size` ON `log_checkpoints` (`size`,`at`);--> statement-breakpoint
CREATE TABLE `log_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`origin` text NOT NULL,
	`verifier_key` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer
);
--> statement-breakpoint
CREATE TABLE `log_tiles` (
	`level` integer NOT NULL,
	`place` integer NOT NULL,
	`root` blob NOT NULL,
	`hashes` blob NOT NULL,
	PRIMARY KEY(`level`, `place`)
);
--> statement-breakpoint
CREATE TABLE `processing_records` (
	`id` text PRIMARY KEY NOT NULL,
	`trace_id` text NOT NULL,
	`parent_id` text,
	`organisation_id` text,
	`activity` text NOT NULL,
	`operation` text NOT NULL,
	`subject` text,
	`status` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer NOT NULL,
	CONSTRAINT "processing_records_activity" CHECK("processing_records"."activity" in ('handling', 'scoring', 'deciding', 'follow-up', 'learning', 'accounting', 'destroying')),
	CONSTRAINT "processing_records_status" CHECK("processing_records"."status" in ('unset', 'ok', 'error'))
);
--> statement-breakpoint
CREATE INDEX `processing_records_organisation` ON `processing_records` (`organisation_id`,`started_at`,`id`);--> statement-breakpoint
CREATE INDEX `processing_records_subject` ON `processing_records` (`subject`,`started_at`);--> statement-breakpoint
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
	CONSTRAINT "mails_kind" CHECK("__new_mails"."kind" in ('reminder', 'checkpoint'))
);
--> statement-breakpoint
INSERT INTO `__new_mails`("id", "organisation_id", "person_id", "kind", "about", "created_at", "tries", "next_try_at", "sent_at", "problem") SELECT "id", "organisation_id", "person_id", "kind", "about", "created_at", "tries", "next_try_at", "sent_at", "problem" FROM `mails`;--> statement-breakpoint
DROP TABLE `mails`;--> statement-breakpoint
ALTER TABLE `__new_mails` RENAME TO `mails`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `mails_waiting` ON `mails` (`next_try_at`,`id`);--> statement-breakpoint
CREATE INDEX `mails_person` ON `mails` (`person_id`);--> statement-breakpoint
ALTER TABLE `audit_events` ADD `actor` text;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `salt` text;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `rows` text;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `processing_id` text;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `leaf_hash` blob;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `sealed` blob;
--> statement-breakpoint
-- The audit log only grows. A row from before the log had leaves gets its leaf once.
DROP TRIGGER audit_events_no_update;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events WHEN OLD.leaf_hash IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'audit events are append-only'); END;
--> statement-breakpoint
-- What is a snapshot or closed goes only with its whole case, while that is being destroyed.
DROP TRIGGER weighings_no_delete;
--> statement-breakpoint
CREATE TRIGGER weighings_no_delete BEFORE DELETE ON weighings WHEN NOT EXISTS (SELECT 1 FROM destructions WHERE case_id = OLD.case_id AND status = 'executing')
BEGIN SELECT RAISE(ABORT, 'weighings are immutable'); END;
--> statement-breakpoint
DROP TRIGGER ratings_closed_delete;
--> statement-breakpoint
CREATE TRIGGER ratings_closed_delete BEFORE DELETE ON ratings
WHEN EXISTS (SELECT 1 FROM agenda_items WHERE id = OLD.agenda_item_id
  AND (round > OLD.round OR phase IN ('revealed', 'concluded'))
  AND NOT EXISTS (SELECT 1 FROM destructions WHERE case_id = agenda_items.case_id AND status = 'executing'))
BEGIN SELECT RAISE(ABORT, 'ratings of a closed round are immutable'); END;
--> statement-breakpoint
DROP TRIGGER gate_ratings_closed_delete;
--> statement-breakpoint
CREATE TRIGGER gate_ratings_closed_delete BEFORE DELETE ON gate_ratings
WHEN EXISTS (SELECT 1 FROM agenda_items WHERE id = OLD.agenda_item_id
  AND (round > OLD.round OR phase IN ('revealed', 'concluded'))
  AND NOT EXISTS (SELECT 1 FROM destructions WHERE case_id = agenda_items.case_id AND status = 'executing'))
BEGIN SELECT RAISE(ABORT, 'ratings of a closed round are immutable'); END;
