import { readFileSync } from "node:fs";
import { and, eq, isNull } from "drizzle-orm";
import {
  agendaItems,
  caseFiles,
  db,
  decisions,
  destructions,
  documents,
  facts,
  handovers,
  lineChanges,
  options,
  precedentImports,
  precedents,
  questionSets,
  roleAssignments,
  scopes,
  sessions,
  signals,
  weighings,
} from "#db";
import routeConfig from "../../app/routes.ts";
import { draftRuleId, questionnaireToken, resetToken } from "./extra-places.ts";
import { joinCode } from "./open-door.ts";
import type { Right, Role } from "../../app/domain/rights.ts";

export type Place = {
  /** The file of the route, under `app/`. */
  file: string;
  pattern: string;
  /** A real address of the route in the example data of the organisation. */
  path: string;
  /** The right its loader and its action ask for; null for a public route, undefined without that handler. */
  loaderRight: Right | null | undefined;
  actionRight: Right | null | undefined;
  /** Someone who is sure to see the page. */
  seenBy: Role;
};

type Declared = { file: string; path?: string; index?: boolean };

/** Every route of the product at a real address, with the rights its own source declares. */
export async function everyPlace(organisationId: string): Promise<Place[]> {
  const ids = await exampleIds(organisationId);
  return (routeConfig as Declared[]).map(({ file, path = "" }) => {
    const handlers = handlerRights(file);
    return {
      file,
      pattern: `/${path}`,
      path: `/${path}`
        .replace("tile/*", "tile/0/000.p/1")
        .replaceAll(/:(\w+)/g, (_, name: string) => idFor(ids, file, name)),
      loaderRight: handlers.loader,
      actionRight: handlers.action,
      seenBy: seenBy(file, handlers.loader),
    };
  });
}

/** Reads from the source which right a handler begins with. */
function handlerRights(file: string): Record<"loader" | "action", Right | null | undefined> {
  const source = readFileSync(`app/${file}`, "utf8");
  const rightOf = (handler: string) => {
    const start = new RegExp(`export (?:async )?function ${handler}\\(`).exec(source);
    if (!start) return undefined;
    const body = source.slice(start.index);
    const first = /requireRight\(\s*request,\s*"([^"]+)"|publicRoute\(\)/.exec(body);
    if (!first) throw new Error(`${file}: the ${handler} declares no right`);
    return (first[1] ?? null) as Right | null;
  };
  return { loader: rightOf("loader"), action: rightOf("action") };
}

type Ids = Record<string, Record<string, string>>;

const caseByFile: Record<string, string> = {
  "routes/cases/edit-step.tsx": "open",
  "routes/cases/comparable.ts": "open",
  "routes/rules/settle-case.tsx": "open",
  "routes/cases/new-option.tsx": "open",
  "routes/cases/option.tsx": "open",
  "routes/cases/documents.tsx": "withDocument",
  "routes/cases/document.ts": "withDocument",
  "routes/cases/conflicts-of-interest.tsx": "open",
  "routes/cases/status.tsx": "open",
  "routes/decisions/prepare.tsx": "deciding",
  "routes/decisions/comparison.ts": "deciding",
  "routes/sessions/agenda-item.tsx": "scoring",
  "routes/sessions/panels.tsx": "scoring",
  "routes/sessions/scoring.tsx": "scoring",
  "routes/sessions/rating.ts": "scoring",
  "routes/sessions/reveal.tsx": "scoring",
  "routes/audit/session.tsx": "revealed",
  "routes/signals/reflection.tsx": "closedSession",
  "routes/sessions/results.tsx": "revealed",
  "routes/sessions/minority-view.tsx": "revealed",
  "routes/sessions/session.tsx": "scoring",
  "routes/sessions/edit.tsx": "scoring",
  "routes/precedents/edit.tsx": "inReview",
  "routes/citizen/questions.tsx": "citizen",
};

function idFor(ids: Ids, file: string, name: string): string {
  const group = caseByFile[file] ?? "decided";
  const id = ids[group]?.[name] ?? ids.any?.[name];
  if (id === undefined) throw new Error(`${file}: no example for :${name}`);
  return id;
}

function seenBy(file: string, right: Right | null | undefined): Role {
  if (/sessions\/(scoring|rating|minority-view)/.test(file)) return "assessor";
  if (right === "decision.take") return "decision_maker";
  if (/decisions\/line-change/.test(file)) return "executive";
  if (right?.startsWith("precedent.") || right === "rule.edit") return "policy_advisor";
  if (right === "audit.read" || right === "processing.read") return "auditor";
  if (right?.startsWith("destruction.")) return "coordinator";
  if (/administration/.test(file)) return "administrator";
  return "coordinator";
}

async function one<T>(rows: Promise<T[]>, what: string): Promise<T> {
  const [row] = await rows;
  if (!row) throw new Error(`The example data has no ${what}`);
  return row;
}

async function exampleIds(organisationId: string): Promise<Ids> {
  const own = eq(caseFiles.organisationId, organisationId);
  const cases = await db.read.select().from(caseFiles).where(own).orderBy(caseFiles.receivedAt);
  const caseIn = (status: string) => cases.find((row) => row.status === status)?.id ?? "";
  const itemIn = async (phase: "scoring" | "revealed") => {
    const found = await one(
      db.read
        .select({ caseId: agendaItems.caseId, sessionId: agendaItems.sessionId })
        .from(agendaItems)
        .innerJoin(caseFiles, eq(caseFiles.id, agendaItems.caseId))
        .where(and(own, eq(agendaItems.phase, phase))),
      `item in ${phase}`,
    );
    return found;
  };
  const decided = await one(
    db.read
      .select({ caseId: decisions.caseId, decisionId: decisions.id, weighingId: weighings.id })
      .from(decisions)
      .innerJoin(weighings, eq(weighings.caseId, decisions.caseId))
      .where(and(eq(decisions.organisationId, organisationId), eq(decisions.status, "taken")))
      .orderBy(decisions.takenAt),
    "decision",
  );
  const precedentIn = (status: "valid" | "in_review") =>
    one(
      db.read
        .select({ precedentId: precedents.id })
        .from(precedents)
        .where(and(eq(precedents.organisationId, organisationId), eq(precedents.status, status))),
      `precedent ${status}`,
    );
  const withDocument = await one(
    db.read
      .select({ caseId: documents.caseId, documentId: documents.id })
      .from(documents)
      .innerJoin(caseFiles, eq(caseFiles.id, documents.caseId))
      .where(own),
    "document",
  );
  const open = caseIn("intake") || caseIn("registered");
  const option = await one(
    db.read.select({ id: options.id }).from(options).where(eq(options.caseId, open)),
    "option",
  );
  const draft = await one(
    db.read.select().from(questionSets).where(eq(questionSets.status, "draft")),
    "draft question set",
  );
  const person = await one(
    db.read
      .select({ id: roleAssignments.personId })
      .from(roleAssignments)
      .where(eq(roleAssignments.organisationId, organisationId)),
    "person",
  );
  const fact = await one(db.read.select().from(facts), "fact");
  const owned = eq(precedentImports.organisationId, organisationId);
  const brought = await one(db.read.select().from(precedentImports).where(owned), "import");
  const asked = await one(
    db.read
      .select()
      .from(lineChanges)
      .where(
        and(eq(lineChanges.organisationId, organisationId), eq(lineChanges.status, "proposed")),
      ),
    "change of line",
  );
  const proposed = await one(
    db.read.select().from(destructions).where(eq(destructions.organisationId, organisationId)),
    "destruction",
  );
  // To an organisation outside: to nobody else here.
  const ours = and(
    eq(handovers.organisationId, organisationId),
    isNull(handovers.toOrganisationId),
  );
  const handedOver = await one(db.read.select().from(handovers).where(ours), "handover");
  const signal = await one(
    db.read
      .select()
      .from(signals)
      .where(and(eq(signals.organisationId, organisationId), eq(signals.status, "new"))),
    "signal",
  );
  const closed = await one(
    db.read
      .select()
      .from(sessions)
      .where(and(eq(sessions.organisationId, organisationId), eq(sessions.status, "closed"))),
    "closed session",
  );
  const scope = await one(
    db.read.select().from(scopes).where(eq(scopes.organisationId, organisationId)),
    "scope",
  );
  return {
    open: { caseId: open, optionId: option.id, step: "situatie" },
    scoring: await itemIn("scoring"),
    revealed: await itemIn("revealed"),
    deciding: { caseId: caseIn("decision") },
    decided: { ...decided, ...(await precedentIn("valid")) },
    inReview: await precedentIn("in_review"),
    withDocument,
    closedSession: { sessionId: closed.id },
    citizen: { token: questionnaireToken },
    any: {
      questionSetId: draft.id,
      perspectiveKey: draft.content.perspectives[0]?.key ?? "",
      personId: person.id,
      factId: fact.id,
      importId: brought.id,
      scopeId: scope.id,
      lineChangeId: asked.id,
      destructionId: proposed.id,
      handoverId: handedOver.id,
      ruleId: draftRuleId,
      signalId: signal.id,
      organisationId,
      token: resetToken,
      code: joinCode,
      section: "inflow",
      year: new Date().getUTCFullYear().toString(),
      status: "403",
      page: "verder",
      "*": "no-such-page",
    },
  };
}
