/** What people answer in the session of `makeLiveWorld`, and how they do it in a browser. */
import type { Page } from "playwright-core";
import scoring from "../../app/i18n/nl/scoring.ts";
import { awake, fill } from "./form-page.ts";

export type Answer = { key: string; choices: [string, string, string]; reason?: string };

/** Words that nobody else may be given before the reveal. */
export const secrets = {
  legal1: "GeheimEen: de termijn is hier een val.",
  financial1: "GeheimTwee: dit kost op den duur veel meer.",
  societal1: "GeheimDrie: zij raakt haar huis kwijt.",
};

export const answers: Record<keyof typeof secrets, Answer[]> = {
  legal1: [
    { key: "J-G1", choices: ["yes", "yes", "yes"] },
    { key: "J1", choices: ["2", "4", "3"], reason: secrets.legal1 },
    { key: "J2", choices: ["3", "5", "4"] },
  ],
  financial1: [
    { key: "F-G1", choices: ["yes", "yes", "yes"] },
    { key: "F1", choices: ["1", "4", "3"], reason: secrets.financial1 },
    { key: "F2", choices: ["4", "3", "4"] },
  ],
  societal1: [
    { key: "M-G1", choices: ["yes", "yes", "yes"] },
    { key: "M1", choices: ["1", "5", "4"], reason: secrets.societal1 },
    { key: "M2", choices: ["3", "4", "no_judgement"] },
  ],
};

export const scorers = ["legal1", "financial1", "societal1"] as const;

/** The same of the second round. */
export const secretsAgain = {
  late: "GeheimVier: wie later kwam ziet dit anders.",
  societal1: "GeheimVijf: het gesprek gaf mij iets nieuws.",
};

export const secondRound = [
  `2 legal1 J1 1: 2 (${secrets.legal1})`,
  `2 late J1 1: 5 (${secretsAgain.late})`,
  `2 societal1 M1 1: 3 (${secretsAgain.societal1})`,
];

/** Every line of `givenIn` that belongs to the first round. */
export function firstRound(): string[] {
  return Object.entries(answers)
    .flatMap(([who, given]) =>
      given.flatMap(({ key, choices, reason }) =>
        choices.map((choice, place) => {
          const why = reason !== undefined && place === 0 ? ` (${reason})` : "";
          return `1 ${who} ${key} ${place + 1}: ${choice}${why}`;
        }),
      ),
    )
    .sort();
}

/** Answers one question over all options and goes on. */
export async function answer(page: Page, { key, choices, reason }: Answer): Promise<void> {
  await page.locator(".mw-question__kind").getByText(key).waitFor();
  const cells = page.locator(".mw-cell");
  await awake(cells.first());
  for (const [place, choice] of choices.entries()) {
    await cells.nth(place).locator(`input[type="radio"][value="${choice}"]`).check();
    if (reason !== undefined && place === 0) await fill(cells.first(), scoring.reason, reason);
  }
  await page.getByRole("button", { name: /^Opslaan en/ }).click();
  // The first question stands at an address without a step.
  await page.waitForURL((url) => ![null, key].includes(url.searchParams.get("stap")));
}
