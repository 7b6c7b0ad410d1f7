DROP INDEX `sessions_list`;--> statement-breakpoint
CREATE INDEX `sessions_list` ON `sessions` (`organisation_id`,`status`,`starts_at`,`id`);