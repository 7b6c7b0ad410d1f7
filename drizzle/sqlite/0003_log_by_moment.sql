DROP INDEX `audit_events_organisation`;--> statement-breakpoint
CREATE INDEX `audit_events_organisation` ON `audit_events` (`organisation_id`,`at`,`sequence`);