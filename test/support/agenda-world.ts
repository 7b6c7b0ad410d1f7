import { and, eq } from "drizzle-orm";
import { agendaItems, db, options, panelMembers, people, sessions } from "#db";
import type { Running } from "../../app/server.ts";
import { openCopy } from "./database.ts";
import { openCast, type Cast } from "./every-form.ts";
import { exampleContent, itemsInPhase } from "./example.ts";
import { formsIn } from "./html-reader.ts";
import { formOn, send } from "./posting.ts";
import { startServer } from "./server.ts";
import { visitor, type Visitor } from "./visitor.ts";

/** A case on an agenda, with who leads and somebody who scores. */
export type Item = {
  id: string;
  path: string;
  caseId: string;
  /** The first letters of the questions that person answers: J, F or M. */
  letter: string;
  leader: Visitor;
  assessor: Visitor;
};

export type World = {
  running: Running;
  cast: Cast;
  item: (phase: string) => Item;
  visiting: (personId: string) => Promise<Visitor>;
  newCase: (title: string) => Promise<string>;
};

const letters: Record<string, string> = { legal: "J", financial: "F", societal: "M" };

/** The example data behind the built server, with a case of the own organisation in each phase. */
export async function openWorld(): Promise<World> {
  const running = await startServer(await openCopy(await exampleContent()));
  const cast = await openCast(running.address);
  const visiting = (personId: string) => visitor(running.address, personId);
  const items: Record<string, Item> = {};
  const item = (phase: string) => {
    const found = items[phase];
    if (!found) throw new Error(`no item in ${phase}`);
    return found;
  };
  const newCase = (title: string) => createCase(cast.named("Femke Brouwers"), title);
  const world = { running, cast, item, visiting, newCase };
  for (const phase of ["scoring", "revealed", "concluded"] as const) {
    items[phase] = await itemIn(world, phase);
  }
  items.prepare = await plannedItem(world);
  return world;
}

async function itemIn(
  { cast, visiting }: World,
  phase: "scoring" | "revealed" | "concluded",
): Promise<Item> {
  const all = await itemsInPhase(phase);
  const own = all.find(({ caseFile }) => caseFile.organisationId === cast.organisationId);
  if (!own) throw new Error(`no item in ${phase}`);
  const { id, sessionId, caseId } = own.item;
  const [session] = await db.read.select().from(sessions).where(eq(sessions.id, sessionId));
  const [seat] = await db.read.select().from(panelMembers).where(eq(panelMembers.agendaItemId, id));
  return {
    id,
    caseId,
    letter: letters[seat?.perspective ?? ""] ?? "",
    path: `/zittingen/${sessionId}/casussen/${caseId}`,
    leader: await visiting(session?.facilitatorId ?? ""),
    assessor: await visiting(seat?.personId ?? ""),
  };
}

export async function personNamed(name: string) {
  const [person] = await db.read.select().from(people).where(eq(people.name, name));
  if (!person) throw new Error(`nobody is called ${name}`);
  return person;
}

/** A case that was just put on an agenda, without anybody on its panels. */
async function plannedItem({ cast, newCase }: World): Promise<Item> {
  const by = cast.named("Marieke Hoekstra");
  const caseId = await newCase("Een casus zonder panels");
  const move = { from: "registered", to: "intake", reason: "" };
  await send(by, `/casussen/${caseId}/status`, move);
  await addOption(by, caseId, "Een tweede weg");
  const reply = await send(by, "/zittingen/nieuw", {
    ...(await formOn(by, "/zittingen/nieuw", { having: "startsAt" })),
    title: "Zitting zonder panels",
    kind: "live",
    startsAt: "2027-01-11T10:00",
    questionSetId: await offered(by, "/zittingen/nieuw", "questionSetId"),
    facilitatorId: (await personNamed("Marieke Hoekstra")).id,
    caseIds: caseId,
  });
  if (reply.status !== 303) throw new Error(reply.words);
  const path = `${reply.location}/casussen/${caseId}`;
  const [row] = await db.read.select().from(agendaItems).where(eq(agendaItems.caseId, caseId));
  const assessor = cast.named("Kwame Mensah");
  return { id: row?.id ?? "", caseId, letter: "J", path, leader: by, assessor };
}

async function createCase(by: Visitor, title: string): Promise<string> {
  const fields = await formOn(by, "/casussen/nieuw", { having: "title" });
  const { status, location, words } = await send(by, "/casussen/nieuw", { ...fields, title });
  const [, id] = /casussen\/([^/]+)/.exec(location ?? "") ?? [];
  if (status !== 303 || !id) throw new Error(words);
  return id;
}

export async function addOption(by: Visitor, caseId: string, title: string): Promise<string> {
  const path = `/casussen/${caseId}/oplossingen/nieuw`;
  const chosen = { title, level: "1", ground: "room_in_norm", groundReference: "Awb 4:84" };
  const reply = await send(by, path, {
    ...(await formOn(by, path, { intent: "save" })),
    ...chosen,
  });
  if (reply.status !== 303) throw new Error(reply.words);
  const [option] = await db.read
    .select()
    .from(options)
    .where(and(eq(options.caseId, caseId), eq(options.title, title)));
  return option?.id ?? "";
}

/** What a list on a page offers first. */
export async function offered(by: Visitor, path: string, name: string): Promise<string> {
  const forms = formsIn(await (await by.get(path)).text());
  const fields = forms.flatMap((form) => form.fields).filter((field) => field.name === name);
  return fields.flatMap(({ options: values }) => values).find((value) => value !== "") ?? "";
}
