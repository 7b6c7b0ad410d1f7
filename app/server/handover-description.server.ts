/** A case in words, part by part, as it can be shared with another organisation. */
import "#app/i18n/all-languages.ts";
import type { CaseDescription, HandoverPart, SharedField } from "#app/domain/handover.ts";
import type { Language } from "#app/domain/local-text.ts";
import { formatFor } from "#app/i18n/format.ts";
import { getTexts } from "#app/i18n/instances.ts";
import type { CaseContent, CaseFact } from "#app/schemas/case-view.ts";
import type { ReadableCase } from "./case-access.server.ts";
import { getCaseContent } from "./case-content.server.ts";

type Words = { language: Language; caseFile: ReadableCase; content: CaseContent };

export async function describeCase(
  caseFile: ReadableCase,
  language: Language,
): Promise<CaseDescription> {
  const words = { language, caseFile, content: await getCaseContent(caseFile, language) };
  const parts: Record<HandoverPart, SharedField[]> = {
    title: typed(words, ["title"]),
    story: [...typed(words, ["story"]), ...lifeEvents(words)],
    wish: typed(words, ["citizenWish", "citizenFirstNeed"]),
    urgency: [...urgency(words), ...typed(words, ["urgencyNote"])],
    law: law(words),
    facts: words.content.facts.map((fact) => factField(words, fact)),
    attempts: typed(words, ["ownAttempts"]),
    options: optionFields(words),
    people: typed(words, [
      "organisationsInvolved",
      "contactPerson",
      "representativeRole",
      "representativeMandate",
    ]),
  };
  const { specialHealth, specialCriminal } = caseFile;
  return {
    parts,
    special: [...(specialHealth ? (["health"] as const) : []), ...criminal(specialCriminal)],
  };
}

function criminal(marked: boolean): "criminal"[] {
  return marked ? ["criminal"] : [];
}

type TypedField =
  | "title"
  | "story"
  | "citizenWish"
  | "citizenFirstNeed"
  | "urgencyNote"
  | "pinch"
  | "pinchSource"
  | "lawPurpose"
  | "ownAttempts"
  | "organisationsInvolved"
  | "contactPerson"
  | "representativeRole"
  | "representativeMandate";

/** What was typed; fields that are empty are left out. */
function typed({ language, caseFile }: Words, fields: TypedField[]): SharedField[] {
  const t = getTexts(language, "cases");
  return fields.flatMap((field) => {
    const text = caseFile[field];
    return text.trim() === "" ? [] : [{ label: t(`field.${field}`), text, field }];
  });
}

function lifeEvents({ language, caseFile }: Words): SharedField[] {
  const known = getTexts(language, "terms") as unknown as (key: string) => string;
  if (caseFile.lifeEvents.length === 0) return [];
  const label = getTexts(language, "cases")("field.lifeEvents");
  const text = caseFile.lifeEvents.map((event) => known(`lifeEvent.${event}`)).join(", ");
  return [{ label, text, field: "lifeEvents", value: caseFile.lifeEvents.join(" ") }];
}

function urgency({ language, caseFile: { urgencyKind, urgencyDate } }: Words): SharedField[] {
  const t = getTexts(language, "cases");
  const terms = getTexts(language, "terms");
  const kind = urgencyKind && {
    label: t("field.urgencyKind"),
    text: terms(`urgencyKind.${urgencyKind}`),
    ...{ field: "urgencyKind", value: urgencyKind },
  };
  const date = urgencyDate !== null && {
    label: t("field.urgencyDate"),
    text: formatFor(language).date(urgencyDate),
    ...{ field: "urgencyDate", value: String(urgencyDate) },
  };
  return [...(kind ? [kind] : []), ...(date ? [date] : [])];
}

function law(words: Words): SharedField[] {
  const { language, caseFile, content } = words;
  const t = getTexts(language, "cases");
  const terms = getTexts(language, "terms");
  const { pinchPlace } = caseFile;
  const place = pinchPlace && {
    label: t("field.pinchPlace"),
    text: terms(`pinchPlace.${pinchPlace}`),
    ...{ field: "pinchPlace", value: pinchPlace },
  };
  return [
    ...typed(words, ["pinch"]),
    ...(place ? [place] : []),
    ...typed(words, ["pinchSource", "lawPurpose"]),
    ...content.lawReferences.map(({ value }) => ({
      label: t("field.lawReferences"),
      text: value,
      field: "lawReference",
    })),
  ];
}

function factField({ language }: Words, fact: CaseFact): SharedField {
  const terms = getTexts(language, "terms");
  const { id, label, answer, amount, note, source } = fact;
  const sourceLine = source && `${getTexts(language, "handovers")("content.source")}: ${source}`;
  const lines = [terms(`factAnswer.${answer}`) + amountWords(language, fact), note, sourceLine];
  return {
    label,
    text: lines.filter(Boolean).join("\n"),
    field: `fact.${id}`,
    value: amount === null ? answer : `${answer} ${amount}`,
  };
}

function amountWords(language: Language, { amount, measure }: CaseFact): string {
  if (amount === null || measure === null) return "";
  if (measure === "cents") return `: ${formatFor(language).euro(amount)}`;
  return `: ${getTexts(language, "cases")(`amount.${measure}`, { count: amount })}`;
}

/** Strict application is there in every case and says nothing of this one. */
function optionFields({ language, content }: Words): SharedField[] {
  const label = getTexts(language, "cases")("field.option");
  return content.options
    .filter(({ position }) => position > 0)
    .map(({ title, description, position }) => ({
      label: `${label} ${position}`,
      text: [title, description].filter(Boolean).join("\n"),
    }));
}
