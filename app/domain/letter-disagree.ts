import type { LetterFacts } from "./letter.ts";

/** Stands for where an objection goes: to whoever decided, which is not always what the organisation is called. */
export const bodyToFillIn = "[bestuursorgaan en adres]";
/** Stands for where an appeal goes. */
export const courtToFillIn = "[naam en adres van de rechtbank]";

type Contested = Pick<LetterFacts, "afterObjection" | "number">;

/**
 * What to do against a decision: by whom and where (Awb 3:45, 2:1, 6:4), and what has to be in it (6:5), of which the
 * mark and day of the letter name the decision. After a decision on objection it goes to the court (7:1, 8:1). Until
 * when it can be done, the letter says by itself.
 */
export function disagreeText({ afterObjection, number }: Contested): string {
  const written = [
    "Zet in de brief uw naam, uw adres en de datum.",
    `Noem ook het kenmerk en de datum van deze brief. Het kenmerk is ${number}.`,
    "Schrijf waarom u het niet eens bent met ons besluit. Zet uw handtekening eronder.",
  ];
  if (afterObjection) {
    return [
      "Dan kunt u naar de rechter gaan. Dat heet beroep. Iemand anders mag dat ook voor u doen.",
      `Stuur een brief naar ${courtToFillIn}.`,
      ...written,
      "Stuur een kopie van dit besluit mee.",
    ].join(" ");
  }
  return [
    "Dan kunt u bezwaar maken. Dat doet u met een brief. Iemand anders mag dat ook voor u doen.",
    `Stuur de brief naar ${bodyToFillIn}.`,
    ...written,
    "U mag ons ook eerst bellen. Maar bellen alleen is geen bezwaar.",
  ].join(" ");
}
