CREATE TABLE `mails` (
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
	CONSTRAINT "mails_kind" CHECK("mails"."kind" in ('reminder'))
);
--> statement-breakpoint
CREATE INDEX `mails_waiting` ON `mails` (`next_try_at`,`id`);--> statement-breakpoint
CREATE INDEX `mails_person` ON `mails` (`person_id`);--> statement-breakpoint
CREATE TABLE `practice_runs` (
	`person_id` text PRIMARY KEY NOT NULL,
	`perspective` text NOT NULL,
	`step` text NOT NULL,
	`answers` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `flagged_cells` (
	`agenda_item_id` text NOT NULL,
	`key` text NOT NULL,
	`option_id` text NOT NULL,
	`flagged_by` text NOT NULL,
	`flagged_at` integer NOT NULL,
	PRIMARY KEY(`agenda_item_id`, `key`, `option_id`),
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`option_id`) REFERENCES `options`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`flagged_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `flagged_cells_option` ON `flagged_cells` (`option_id`);--> statement-breakpoint
CREATE TABLE `minority_views` (
	`agenda_item_id` text NOT NULL,
	`person_id` text NOT NULL,
	`perspective` text NOT NULL,
	`option_id` text,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`agenda_item_id`, `person_id`),
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`option_id`) REFERENCES `options`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `minority_views_person` ON `minority_views` (`person_id`);--> statement-breakpoint
CREATE INDEX `minority_views_option` ON `minority_views` (`option_id`);--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`agenda_item_id` text NOT NULL,
	`round` integer NOT NULL,
	`person_id` text NOT NULL,
	`sent_by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`sent_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `reminders_item` ON `reminders` (`agenda_item_id`,`round`,`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `reminders_person` ON `reminders` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `second_round_cells` (
	`agenda_item_id` text NOT NULL,
	`perspective` text NOT NULL,
	`key` text NOT NULL,
	`option_id` text NOT NULL,
	PRIMARY KEY(`agenda_item_id`, `key`, `option_id`),
	FOREIGN KEY (`agenda_item_id`) REFERENCES `second_rounds`(`agenda_item_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`option_id`) REFERENCES `options`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `second_round_cells_option` ON `second_round_cells` (`option_id`);--> statement-breakpoint
CREATE TABLE `second_rounds` (
	`agenda_item_id` text PRIMARY KEY NOT NULL,
	`opened_at` integer NOT NULL,
	`opened_by` text NOT NULL,
	`revealed_at` integer,
	`revealed_by` text,
	`reveal_reason` text DEFAULT '' NOT NULL,
	`missing` text NOT NULL,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`opened_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`revealed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `session_joins` (
	`session_id` text NOT NULL,
	`person_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	PRIMARY KEY(`session_id`, `person_id`),
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "session_joins_answer" CHECK("session_joins"."answer" in ('waiting', 'admitted', 'refused'))
);
--> statement-breakpoint
CREATE INDEX `session_joins_person` ON `session_joins` (`person_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`case_id` text NOT NULL,
	`position` integer NOT NULL,
	`phase` text NOT NULL,
	`round` integer DEFAULT 1 NOT NULL,
	`weights` text NOT NULL,
	`weight_method` text DEFAULT 'question_set' NOT NULL,
	`weight_answers` text,
	`tabled_key` text,
	`tabled_option_id` text,
	`opened_at` integer,
	`revealed_at` integer,
	`revealed_by` text,
	`reveal_reason` text DEFAULT '' NOT NULL,
	`missing` text NOT NULL,
	`concluded_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`tabled_option_id`) REFERENCES `options`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`revealed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "agenda_items_phase" CHECK("__new_agenda_items"."phase" in ('prepare', 'scoring', 'revealed', 'concluded')),
	CONSTRAINT "agenda_items_weight_method" CHECK("__new_agenda_items"."weight_method" in ('question_set', 'equal', 'typed', 'swing', 'ranking'))
);
--> statement-breakpoint
INSERT INTO `__new_agenda_items`("id", "session_id", "case_id", "position", "phase", "round", "weights", "opened_at", "revealed_at", "revealed_by", "reveal_reason", "missing", "concluded_at", "version") SELECT "id", "session_id", "case_id", "position", "phase", "round", "weights", "opened_at", "revealed_at", "revealed_by", "reveal_reason", "missing", "concluded_at", "version" FROM `agenda_items`;--> statement-breakpoint
DROP TABLE `agenda_items`;--> statement-breakpoint
ALTER TABLE `__new_agenda_items` RENAME TO `agenda_items`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `agenda_items_case` ON `agenda_items` (`case_id`);--> statement-breakpoint
CREATE INDEX `agenda_items_tabled` ON `agenda_items` (`tabled_option_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_items_once` ON `agenda_items` (`session_id`,`case_id`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `join_code` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `timer_ends_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_join_code` ON `sessions` (`join_code`);