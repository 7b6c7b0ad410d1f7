import { afterAll, beforeAll, describe, expect, it } from "vitest";
import errors from "../../app/i18n/nl/errors.ts";
import questionnaires from "../../app/i18n/nl/questionnaires.ts";
import type { Running } from "../../app/server.ts";
import { openCopy } from "../support/database.ts";
import { asForm, everyForm, openCast, withField, type FoundForm } from "../support/every-form.ts";
import { exampleContent } from "../support/example.ts";
import { eventCount, fingerprint } from "../support/fingerprint.ts";
import { isTyped, postedBy, wordsOf, type Field } from "../support/html-reader.ts";
import { startServer } from "../support/server.ts";

const bsn = "123456782";
/** Searches and filters: what they cannot read is no filter, and nothing can go wrong. */
const isSearch = ({ form }: FoundForm) => form.fields.some(({ kind }) => kind === "search");

let running: Running;
let forms: FoundForm[];

beforeAll(async () => {
  running = await startServer(await openCopy(await exampleContent()));
  forms = await everyForm(await openCast(running.address));
});

afterAll(() => running.stop());

type Try = { found: FoundForm; field: Field; value: string };
type Answer = { status: number; words: string; html: string };

/** Posts a form in which one field is wrong; the log must not have grown by it. */
async function post({ found, field, value }: Try): Promise<Answer> {
  const { place, visitor, form } = found;
  const before = await eventCount();
  const response = await visitor.post(place, withField(postedBy(form), field.name, value));
  const html = await response.text();
  const where = `${place} ${field.name}=${value.slice(0, 40)} (${response.status})`;
  expect(await eventCount(), `${where}: something changed`).toBe(before);
  expect(response.status, where).toBeLessThan(500);
  return { status: response.status, words: wordsOf(html), html };
}

/** Every field of every form that fits; of the rows of a list, which are read alike, the first. */
function* fieldsOf(fits: (field: Field, found: FoundForm) => boolean) {
  for (const found of forms) {
    const shapes = new Set<string>();
    for (const field of found.form.fields) {
      const shape = field.name.replaceAll(/\d+|[0-9a-f-]{36}/g, "N");
      if (shapes.has(shape) || !fits(field, found)) continue;
      shapes.add(shape);
      yield { found, field, where: `${found.pattern} ${found.place} ${field.name}` };
    }
  }
}

describe("every form", () => {
  it("is found with its fields", () => {
    const typed = [...fieldsOf(isTyped)];
    expect(forms.length).toBeGreaterThan(40);
    expect(typed.length).toBeGreaterThan(100);
  });

  it("refuses a citizen service number in each of its text fields, and says why", async () => {
    const kept = await fingerprint();
    for (const { found, field, where } of fieldsOf(isTyped)) {
      const { status, words, html } = await post({ found, field, value: `nummer ${bsn} erbij` });
      expect(status, where).toBe(422);
      // The page of a citizen says it in its own words.
      const isCitizens = found.pattern === "/vragen/:token";
      expect(words, where).toContain(
        isCitizens ? questionnaires.public.error.bsn : errors.field.bsn,
      );
      expect(html, where).toContain(bsn);
    }
    expect(await fingerprint()).toEqual(kept);
  });

  it("refuses 100 kB in each of its text fields, and keeps what was typed", async () => {
    const kept = await fingerprint();
    for (const { found, field, where } of fieldsOf(isTyped)) {
      const { status, html } = await post({ found, field, value: "a".repeat(100_000) });
      expect(status, where).toBe(422);
      expect(html, where).toContain(`-${field.name.replaceAll(".", "-")}`);
    }
    expect(await fingerprint()).toEqual(kept);
  });

  it("refuses a choice that is not on the list", async () => {
    const kept = await fingerprint();
    const choices = fieldsOf(
      ({ kind, name, options }, found) =>
        (kind === "radio" || kind === "select") &&
        options.length > 0 &&
        !isSearch(found) &&
        // A condition without words and a perspective without the role do not count at all.
        !name.startsWith("conditions.") &&
        name !== "perspective",
    );
    for (const { found, field, where } of choices) {
      for (const value of ["no-such-choice", "01900000-0000-7000-8000-000000000000"]) {
        const { status } = await post({ found, field, value });
        expect(status, `${where}=${value}`).toBeGreaterThanOrEqual(400);
      }
    }
    expect(await fingerprint()).toEqual(kept);
  });

  it("refuses another version, key or intent than was on the page", async () => {
    const kept = await fingerprint();
    // Without an answer beside it the key of a question keeps nothing: it only leads to a page.
    const harmless = ["formKey", "base", "naar", "rows", "organisationId", "key"];
    const hidden = fieldsOf(
      ({ kind, name }, found) =>
        kind === "hidden" &&
        !harmless.includes(name) &&
        !isSearch(found) &&
        // In the editor of a question set keys are what is edited.
        !found.pattern.startsWith("/beheer/vragensets/:questionSetId/bewerken"),
    );
    for (const { found, field, where } of hidden) {
      const { status } = await post({ found, field, value: "no-such-value" });
      expect(status, where).toBeGreaterThanOrEqual(400);
    }
    for (const found of forms.filter((form) => !isSearch(form))) {
      const intent = found.form.buttons.find(({ name }) => name === "intent");
      if (!intent) continue;
      const field = { name: "intent", kind: "button", value: "", options: [], checked: true };
      const { status } = await post({ found, field, value: "no-such-intent" });
      expect(status, found.place).toBe(422);
    }
    expect(await fingerprint()).toEqual(kept);
  });

  it("refuses names that reach for the prototype, and never breaks on odd ones", async () => {
    const kept = await fingerprint();
    for (const found of forms) {
      for (const name of ["__proto__", "__proto__.polluted", "lines.0.constructor.prototype.x"]) {
        const field = { name, kind: "text", value: "", options: [], checked: true };
        const { status } = await post({ found, field, value: "yes" });
        expect(status, `${found.place} ${name}`).toBe(400);
      }
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(await fingerprint()).toEqual(kept);
  });

  it("refuses nothing at all", async () => {
    const kept = await fingerprint();
    for (const { place, visitor, form } of forms.filter((found) => !isSearch(found))) {
      const before = await eventCount();
      const response = await visitor.post(place, form.multipart ? asForm([["x", ""]]) : {});
      expect(response.status, place).toBeGreaterThanOrEqual(400);
      expect(response.status, place).toBeLessThan(500);
      await response.arrayBuffer();
      expect(await eventCount(), place).toBe(before);
    }
    expect(await fingerprint()).toEqual(kept);
  });

  it("refuses a thousand fields too many, a body that is no form and a form without end", async () => {
    const kept = await fingerprint();
    const seen = new Set<string>();
    for (const { place, visitor } of forms) {
      if (seen.has(place)) continue;
      seen.add(place);
      const many = new FormData();
      for (let count = 0; count < 2001; count += 1) many.append(`x${count}`, "");
      const refusals = [await visitor.post(place, many)];
      for (const [type, body] of [
        ["application/json", '{"intent":"save"}'],
        ["multipart/form-data; boundary=none", "--none\r\nbroken"],
        ["text/plain", "intent=save"],
      ] as const) {
        refusals.push(
          await fetch(running.address + place, {
            method: "POST",
            redirect: "manual",
            headers: { Cookie: visitor.cookie, Origin: running.address, "Content-Type": type },
            body,
          }),
        );
      }
      for (const response of refusals) {
        expect(response.status, place).toBe(400);
        await response.arrayBuffer();
      }
    }
    expect(await fingerprint()).toEqual(kept);
  });
});
