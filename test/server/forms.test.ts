import * as z from "zod";
import { describe, expect, it } from "vitest";
import { DomainError } from "../../app/domain/domain-error.ts";
import { handleForm } from "../../app/server/forms.server.ts";

const schema = z.object({
  title: z.string().trim().min(1, "required").max(10, "too_long"),
  lines: z.array(z.object({ text: z.string() })).default([]),
});

type Refusal = { data: unknown; init: { status: number } };

function post(fields: [string, string][] | FormData): Request {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
  return new Request("http://127.0.0.1/x", { method: "POST", body });
}

function submit(fields: [string, string][], use: () => Promise<unknown> = async () => "done") {
  return handleForm(post(fields), schema, use);
}

async function thrown(promise: Promise<unknown>): Promise<Refusal> {
  return promise.then(
    () => expect.fail("nothing was thrown"),
    (error: unknown) => error as Refusal,
  );
}

describe("a posted form", () => {
  it("goes to the use case with its lists in order and line ends of one kind", async () => {
    const inputs: unknown[] = [];
    await handleForm(
      post([
        ["title", " Titel "],
        ["lines.1.text", "twee\r\nregels"],
        ["lines.0.text", "een"],
        ["formKey", "k"],
      ]),
      schema,
      async (submission) => inputs.push(submission),
    );
    const input = { title: "Titel", lines: [{ text: "een" }, { text: "twee\nregels" }] };
    expect(inputs).toMatchObject([{ input, formKey: "k" }]);
  });

  it("comes back with every error and everything that was typed", async () => {
    const answer = await submit([["title", "veel te lang voor een titel"]]);
    expect(answer).toMatchObject({
      data: {
        errors: { title: ["too_long:10"] },
        values: { title: "veel te lang voor een titel" },
      },
      init: { status: 422 },
    });
  });

  it.each(["123456782", "1234.56.782", "mijn nummer is 123456782."])(
    "is refused with a citizen service number in any field: %s",
    async (text) => {
      const answer = await submit([
        ["other", text],
        ["title", "ok"],
      ]);
      expect(answer).toMatchObject({ data: { errors: { other: ["bsn"] } }, init: { status: 422 } });
    },
  );

  it("does not take an id for a citizen service number", async () => {
    const id = "12345678-2000-7000-8000-123456782000";
    expect(
      await submit([
        ["caseId", id],
        ["title", "ok"],
      ]),
    ).toBe("done");
  });

  it.each(["__proto__", "__proto__.polluted", "a.constructor.b", "lines.0.prototype"])(
    "with a field named %s is a bad request",
    async (name) => {
      expect(await thrown(submit([[name, "x"]]))).toMatchObject({ init: { status: 400 } });
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  it("with thousands of fields is a bad request", async () => {
    const fields = Array.from({ length: 2001 }, (_, n): [string, string] => [`f${n}`, "x"]);
    expect(await thrown(submit(fields))).toMatchObject({ init: { status: 400 } });
  });

  it("that is no form is a bad request", async () => {
    const request = new Request("http://127.0.0.1/x", {
      method: "POST",
      body: "{}",
      headers: { "Content-Type": "application/json" },
    });
    const answer = await thrown(handleForm(request, schema, async () => "done"));
    expect(answer).toMatchObject({ init: { status: 400 } });
  });

  it("never gives a password back", async () => {
    const answer = (await submit([
      ["title", ""],
      ["newPassword", "geheim"],
    ])) as Refusal;
    expect(JSON.stringify(answer.data)).not.toContain("geheim");
  });

  it.each([
    [new DomainError("stale_version"), 409, ""],
    [new DomainError("reason_required", { field: "title" }), 422, "title"],
  ])("shows a rule that says no: %s", async (error, status, field) => {
    const answer = await submit([["title", "ok"]], () => Promise.reject(error));
    expect(answer).toMatchObject({
      data: { errors: { [field]: [error.code] }, values: { title: "ok" } },
      init: { status },
    });
  });

  it("leaves a bug a bug", async () => {
    await expect(
      submit([["title", "ok"]], () => Promise.reject(new TypeError("bug"))),
    ).rejects.toThrow("bug");
  });
});
