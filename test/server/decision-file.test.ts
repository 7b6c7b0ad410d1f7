import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { asc, isNotNull } from "drizzle-orm";
import { db, decisions } from "#db";
import { utf8 } from "../../app/domain/bytes.ts";
import { canonicalJson } from "../../app/domain/canonical-json.ts";
import { fileHolds, type DecisionFiles, type FileCheck } from "../../app/domain/decision-file.ts";
import type { Dossier } from "../../app/domain/dossier.ts";
import { formatVerifierKey } from "../../app/domain/signed-note.ts";
import { checkDecisionFile } from "../../app/schemas/decision-file.ts";
import { zipOf } from "../../app/server/decision-file-package.server.ts";
import { verificationText } from "../../app/server/verification-words.server.ts";
import { dossierOf } from "../../app/server/dossier.server.ts";
import { mw, newFolder } from "../cli/mw.ts";
import { openCopy } from "../support/database.ts";
import { exampleContent } from "../support/example.ts";
import { newKey, packageOf, type TestKey } from "./decision-file-package.ts";

const folder = newFolder();
let dossier: Dossier;
let key: TestKey;
let files: DecisionFiles;

beforeAll(async () => {
  await openCopy(await exampleContent());
  const [row] = await db.read
    .select({ id: decisions.id })
    .from(decisions)
    .where(isNotNull(decisions.takenAt))
    .orderBy(asc(decisions.id))
    .limit(1);
  dossier = await dossierOf(db.read, row?.id ?? "", {
    ...{ at: 1_700_000_000_000, moment: "decision", takenRoles: ["decision_maker"] },
  });
  key = newKey();
  files = packageOf(dossier, key);
});

function broken(checks: FileCheck[]): string[] {
  return checks.flatMap(({ state, code, place }) =>
    state === "broken" ? [`${code} ${place}`.trim()] : [],
  );
}

function check(changed: DecisionFiles, trusted = {}): FileCheck[] {
  return checkDecisionFile(zipOf({ ...files, ...changed }), trusted);
}

function dossierWith(change: (copy: Dossier) => void): DecisionFiles {
  const copy = structuredClone(dossier);
  change(copy);
  return { "dossier.json": utf8(canonicalJson(copy)) };
}

function textIn(name: string, from: string | RegExp, to: string): DecisionFiles {
  const text = new TextDecoder().decode(files[name]);
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return { [name]: utf8(changed) };
}

describe("A decision file", () => {
  test("as it was handed out holds, and says that the key is to be compared", () => {
    const checks = check({});
    expect(broken(checks)).toEqual([]);
    expect(checks.filter(({ state }) => state === "holds").map(({ code }) => code)).toEqual([
      "package_whole",
      "manifest_signed",
      "dossier_in_form",
      "weighing_recomputed",
      "content_committed",
      "in_log",
    ]);
    expect(checks.map(({ code }) => code)).toContain("key_compare");
    expect(fileHolds(checks)).toBe(true);
  });

  test("has the same bytes for the same content", () => {
    expect(zipOf(packageOf(dossier, key))).toEqual(zipOf(files));
  });

  test("with the expected key and a checkpoint from elsewhere is confirmed by both", () => {
    const checkpoint = new TextDecoder().decode(files["checkpoint.txt"]);
    const printed = checkpoint.split("\n").slice(0, 3).join("\r\n");
    const trusted = {
      verifierKey: formatVerifierKey(key.key),
      checkpoints: [checkpoint, printed],
    };
    const codes = check({}, trusted).map(({ code }) => code);
    expect(codes).toContain("key_expected");
    expect(codes.filter((code) => code === "checkpoint_confirmed")).toHaveLength(2);
    expect(codes).not.toContain("key_compare");
  });

  test("with a change in every rating is judged in less than a second", () => {
    const started = performance.now();
    check(dossierWith((copy) => copy.ratings.push(...copy.ratings.splice(0, 1))));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("On the command line", () => {
  const place = { url: join(folder, "never-made.db"), documents: folder };

  test("it is checked without a server or a database, in words, with 0 only when all holds", async () => {
    const [good, bad] = [join(folder, "besluit.zip"), join(folder, "veranderd.zip")];
    writeFileSync(good, zipOf(files));
    writeFileSync(bad, zipOf({ ...files, ...textIn("leaf.json", /"at":\d+/, '"at":5') }));
    const verifierKey = formatVerifierKey(key.key);
    const [held, refused, other] = await Promise.all([
      mw(place, "verify", good, "--key", verifierKey, "--language", "nl"),
      mw(place, "verify", bad, "--language", "en"),
      mw(place, "verify", good, "--key", formatVerifierKey(newKey().key), "--json"),
    ]);
    expect(held).toMatchObject({ code: 0, err: "" });
    expect(held.out).toContain("Het dossier klopt.");
    expect(held.out).toContain("De sleutel is de sleutel die u opgaf.");
    expect(refused.code).toBe(3);
    expect(refused.out).toContain("The file does NOT hold.");
    expect(refused.out).toContain("  proof.txt\n    This event is not in the log like this");
    expect(other.code).toBe(3);
    expect(JSON.parse(other.out)).toMatchObject({ ok: false, holds: false });
    expect(existsSync(place.url)).toBe(false);
  });

  test("a file that is not there, or a folder, is said to be wrongly typed, in plain words", async () => {
    const [gone, inside] = await Promise.all([
      mw(place, "verify", join(folder, "weg.zip")),
      mw(place, "verify", folder),
    ]);
    expect(gone).toMatchObject({ code: 2, err: expect.stringContaining("no such file") });
    expect(inside).toMatchObject({ code: 2, err: expect.stringContaining("it is a folder") });
    expect(gone.err + inside.err).not.toMatch(/ENOENT|EISDIR/);
  });

  test("the explanation in the file is referred to only where it is", () => {
    const said = (zip: Uint8Array) => verificationText(checkDecisionFile(zip), "nl");
    const { "LEESMIJ.txt": readme, ...rest } = files;
    expect(said(zipOf(files))).toContain("LEESMIJ.txt in het zip-bestand");
    expect(readme).toBeDefined();
    const without = [new Uint8Array(), utf8("tekst"), zipOf(rest)];
    expect(without.filter((zip) => said(zip).includes("in het zip-bestand"))).toEqual([]);
  });
});

describe("Refused, with the place named", () => {
  test("a changed rating", () => {
    const at = dossier.ratings.findIndex(({ value, kind }) => kind === "score" && value !== 5);
    const found = broken(
      check(
        dossierWith(({ ratings }) => {
          const rating = ratings[at];
          if (rating) rating.value = 5;
        }),
      ),
    );
    expect(found).toContain(`place_changed dossier.json: ratings[${at}].value`);
    expect(found).toContain("file_changed dossier.json");
    expect(found).toContain("content_not_committed dossier.json");
  });

  test("ratings that give another outcome than the decision says, whoever signed them", () => {
    const copy = structuredClone(dossier);
    for (const rating of copy.ratings) {
      if (rating.kind === "score") Object.assign(rating, { value: 1, reason: "Omdat" });
    }
    const found = broken(checkDecisionFile(zipOf(packageOf(copy, key))));
    expect(found).toContain(
      "weighing_differs dossier.json: weighing.result.options[0].perspectives[0].score",
    );
    expect(found.every((text) => text.startsWith("weighing_differs dossier.json: "))).toBe(true);
  });

  test("a changed motivation", () => {
    const [name = ""] = Object.keys(dossier.decision.motivation);
    const changed = dossierWith(({ decision }) => (decision.motivation[name] += " toch"));
    expect(broken(check(changed))).toEqual([
      "file_changed dossier.json",
      `place_changed dossier.json: decision.motivation.${name}`,
      "content_not_committed dossier.json",
    ]);
  });

  test("a dossier with the same words, written otherwise", () => {
    const text = JSON.stringify(dossier, null, 2);
    expect(broken(check({ "dossier.json": utf8(text) }))).toEqual([
      "file_changed dossier.json",
      "dossier_written_otherwise dossier.json",
    ]);
  });

  test("a dossier that is not in its form, and none at all", () => {
    const odd = dossierWith((copy) => Object.assign(copy.decision, { level: "3", more: 1 }));
    expect(broken(check(odd))).toEqual(
      expect.arrayContaining([
        "dossier_form dossier.json: decision.level",
        "dossier_form dossier.json: decision",
      ]),
    );
    for (const text of ["", "null", "[]", "{", "[".repeat(200_000)]) {
      expect(fileHolds(check({ "dossier.json": utf8(text) }))).toBe(false);
    }
  });

  test.each([
    ["another time in the leaf", () => textIn("leaf.json", /"at":\d+/, '"at":5')],
    ["another actor in the leaf", () => textIn("leaf.json", '"actor":"01', '"actor":"02')],
  ])("%s", (_what, change) => {
    expect(broken(check(change()))).toEqual([
      "file_changed leaf.json",
      "proof_not_included proof.txt",
    ]);
  });

  test("a leaf of another decision, or of another kind of event", () => {
    const other = textIn("leaf.json", /"subject":"[^"]+"/, '"subject":"x"');
    expect(broken(check(other))).toContain("leaf_decision leaf.json: leaf.subject");
    const kind = textIn("leaf.json", "decision.taken", "decision.saved");
    expect(broken(check(kind))).toContain("leaf_kind leaf.json: leaf.kind");
  });

  test("another place in the log", () => {
    expect(broken(check(textIn("proof.txt", "index 5", "index 4")))).toContain(
      "proof_wrong_index proof.txt",
    );
    const both = {
      ...textIn("proof.txt", "index 5", "index 4"),
      ...textIn("leaf.json", '"index":5', '"index":4'),
    };
    expect(broken(check(both))).toContain("proof_not_included proof.txt");
  });

  test("a cut proof", () => {
    const text = new TextDecoder().decode(files["proof.txt"]).split("\n");
    const cut = [...text.slice(0, 2), ...text.slice(3)].join("\n");
    expect(broken(check({ "proof.txt": utf8(cut) }))).toEqual([
      "file_changed proof.txt",
      "proof_not_included proof.txt",
    ]);
    expect(broken(check({ "proof.txt": utf8("index 5") }))).toContain("proof_malformed proof.txt");
  });

  test("another checkpoint, also one of the same size that the same key signed", () => {
    const other = packageOf({ ...dossier, made: { ...dossier.made, at: 1 } }, key);
    expect(broken(check({ "checkpoint.txt": other["checkpoint.txt"] ?? utf8("") }))).toEqual([
      "file_changed checkpoint.txt",
      "checkpoint_other checkpoint.txt",
    ]);
    expect(broken(check({ "proof.txt": other["proof.txt"] ?? utf8("") }))).toContain(
      "proof_not_included proof.txt",
    );
    const elsewhere = { checkpoints: [new TextDecoder().decode(other["checkpoint.txt"])] };
    expect(broken(check({}, elsewhere))).toEqual(["checkpoint_contradicts checkpoint.txt"]);
  });

  test("a replaced key: of a part at once, of the whole file against the expected key", () => {
    const forger = newKey();
    const forged = packageOf(dossier, forger);
    expect(broken(check({ "public-key.txt": forged["public-key.txt"] ?? utf8("") }))).toEqual([
      "manifest_key manifest.txt",
      "proof_unknown_key proof.txt",
    ]);
    const whole = zipOf(forged);
    const alone = checkDecisionFile(whole);
    expect(broken(alone)).toEqual([]);
    expect(alone.map(({ code }) => code)).toContain("key_compare");
    const verifierKey = formatVerifierKey(key.key);
    expect(broken(checkDecisionFile(whole, { verifierKey }))).toEqual(["key_other public-key.txt"]);
    const mistyped = { verifierKey: verifierKey.slice(0, -3) };
    expect(broken(checkDecisionFile(whole, mistyped))).toEqual([
      "key_given_unreadable public-key.txt",
    ]);
    expect(broken(check({ "public-key.txt": utf8("sleutel") }))).toEqual([
      "key_unreadable public-key.txt",
    ]);
  });

  test("a changed PDF, manifest, readme or schema", () => {
    expect(broken(check({ "besluit.pdf": utf8("%PDF-1.7 ander") }))).toEqual([
      "file_changed besluit.pdf",
    ]);
    expect(broken(check({ "LEESMIJ.txt": utf8("Vertrouw alles") }))).toEqual([
      "file_changed LEESMIJ.txt",
    ]);
    expect(broken(check(textIn("schema.json", "Besluitdossier", "Dossier")))).toEqual([
      "file_changed schema.json",
      "schema_other schema.json",
    ]);
    expect(broken(check(textIn("manifest.txt", /[0-9a-f]{64}/, "0".repeat(64))))).toEqual([
      "manifest_signature manifest.txt",
    ]);
  });

  test("a missing file, and one that does not belong there", () => {
    const rest = Object.entries(files).filter(([name]) => name !== "proof.txt");
    expect(broken(checkDecisionFile(zipOf(Object.fromEntries(rest))))).toEqual([
      "file_missing proof.txt",
    ]);
    expect(broken(check({ "los.txt": utf8("erbij") }))).toEqual([
      "file_unknown los.txt",
      "manifest_lists_other los.txt",
    ]);
  });

  test("what is no zip, a zip that unpacks to very much, and one with very many files", () => {
    const one = (bytes: Uint8Array) => broken(checkDecisionFile(bytes));
    expect(one(utf8("geen zip"))).toEqual(["zip_unreadable"]);
    expect(one(zipOf(files).slice(0, -30))).toEqual(["zip_unreadable"]);
    expect(one(zipSync({ "dossier.json": new Uint8Array(50_000_000) }))).toEqual(["zip_too_large"]);
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`${at}.txt`, new Uint8Array(1)]),
    );
    expect(one(zipSync(many))).toEqual(["zip_too_many"]);
    expect(one(new Uint8Array(21 * 1024 * 1024))).toEqual(["zip_too_large"]);
  });
});
