import {
  auditProblems,
  documentProblems,
  searchProblems,
  type Ask,
  type DocumentCheck,
  type Finding,
} from "../check.ts";
import { packedProblems } from "../packed-check.ts";
import { connectForCommand } from "./command-connection.ts";
import { connect } from "./connection.ts";
import { statusOf } from "./migrate.ts";
import { indexProblems } from "./search.ts";

/** Looks through a database without changing it. */
export async function checkPostgres(url: string, documents: DocumentCheck): Promise<Finding[]> {
  const client = await connectForCommand(url);
  try {
    // One moment for all questions, whatever is changed meanwhile.
    await client.query("begin isolation level repeatable read read only");
    if ((await statusOf(client)) !== "current") {
      return [
        { part: "migrations", problem: "the database is not up to date: run mw migrate first" },
      ];
    }
    const ask: Ask = async <Row>(statement: string) =>
      (await client.query(statement)).rows as Row[];
    const inIndex = await indexProblems(connect(client));
    return [
      ...asFindings("integrity", await referenceProblems(ask)),
      ...asFindings("integrity", await unsoundIndexes(ask)),
      ...asFindings("audit log", await auditProblems(ask, badEvent)),
      ...asFindings("audit log", await auditGuards(ask)),
      ...asFindings("search index", [...(await searchProblems(ask)), ...inIndex]),
      ...asFindings("packed facts", await packedProblems(ask)),
      ...asFindings("documents", await documentProblems(ask, documents)),
    ];
  } finally {
    await client.end();
  }
}

const badEvent = "content_hash !~ '^[0-9a-f]{64}$'";

type Reference = { child: string; parent: string; columns: string[]; others: string[] };

/** PostgreSQL guards its references, but not what was done while they were off. */
async function referenceProblems(ask: Ask): Promise<string[]> {
  const references = await ask<Reference>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent,
       array(select quote_ident(attname) from unnest(conkey) with ordinality as k (number, place)
         join pg_attribute on attrelid = conrelid and attnum = k.number order by place) as columns,
       array(select quote_ident(attname) from unnest(confkey) with ordinality as k (number, place)
         join pg_attribute on attrelid = confrelid and attnum = k.number order by place) as others
     from pg_constraint
     where contype = 'f' and connamespace = current_schema()::regnamespace order by 1, 2`,
  );
  const problems: string[] = [];
  for (const { child, parent, columns, others } of references) {
    const filled = columns.map((name) => `c.${name} is not null`).join(" and ");
    const same = columns.map((name, place) => `p.${others[place]} = c.${name}`).join(" and ");
    const [row] = await ask<{ n: number }>(
      `select count(*)::int as n from ${child} c where ${filled}
         and not exists (select 1 from ${parent} p where ${same})`,
    );
    if (row && row.n > 0) {
      problems.push(`${row.n} rows of ${child} refer to rows of ${parent} that do not exist`);
    }
  }
  return problems;
}

async function unsoundIndexes(ask: Ask): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    `select indexrelid::regclass::text as name from pg_index
     join pg_class on pg_class.oid = indexrelid
     where relnamespace = current_schema()::regnamespace and not (indisvalid and indisready)`,
  );
  return rows.map(({ name }) => `index ${name} is not valid`);
}

const guards = ["audit_events_number", "audit_events_no_change"];

/** What numbers the log and keeps it from being changed. */
async function auditGuards(ask: Ask): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    `select tgname as name from pg_trigger
     where tgrelid = 'audit_events'::regclass and tgenabled <> 'D' and not tgisinternal`,
  );
  return guards
    .filter((guard) => !rows.some(({ name }) => name === guard))
    .map((name) => `nothing guards the log: trigger ${name} is gone or off`);
}

function asFindings(part: Finding["part"], problems: string[]): Finding[] {
  return problems.map((problem) => ({ part, problem }));
}
