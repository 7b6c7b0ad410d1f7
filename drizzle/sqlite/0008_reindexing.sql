CREATE TABLE `reindexing` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`fact_id` text,
	`after_id` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`fact_id`) REFERENCES `facts`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "reindexing_kind" CHECK("reindexing"."kind" in ('case', 'precedent'))
);
--> statement-breakpoint
CREATE INDEX `reindexing_order` ON `reindexing` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `reindexing_fact` ON `reindexing` (`fact_id`);--> statement-breakpoint
CREATE INDEX `precedents_counts` ON `precedents` (`organisation_id`,`visibility`,`status`,`published_at`,`scope_id`,`level`,`valid_until`,`source`);--> statement-breakpoint
-- Numbers such as 4:84 and ECLI are words of the index from now on: what is in it is made anew.
INSERT INTO reindexing (id, kind, after_id, created_at)
SELECT CASE kind WHEN 'case' THEN '00000000-0000-7000-8000-000000000001' ELSE '00000000-0000-7000-8000-000000000002' END, kind, '', 0
FROM search_documents GROUP BY kind;
