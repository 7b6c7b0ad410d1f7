import type { LetterFacts } from "./letter.ts";
import { asSentence, askingWho } from "./plain-sentences.ts";

/** As many duties as somebody can keep apart. */
export const mostDuties = 6;

/** Stands for what the citizen must do where the decision does not tell it in so many words. */
export const dutiesToFillIn = "[Wat moet u doen?]";

/** Only what is asked of the citizen: what colleagues agreed among themselves is no duty. */
const asksOfCitizen =
  /^(?:u |uw |mevrouw|meneer|zij |hij |de (?:burger|inwoner|aanvrager|klant)|het gezin|het echtpaar)/i;

/** Words of outcomes after which there may be something to pay. */
const aboutPaying =
  /terug ?(?:te )?(?:vorder|gevorderd|beta)|beta(?:al|len)[^.]*terug|aflos|afbeta|invorder|inhoud|vordering|schuld|boete|verreken/i;

/**
 * What the citizen must do, as far as the conditions of the decision say so. A letter that names nothing denies any
 * duty: so where conditions, the costs or the words of the outcome leave that open, somebody has to say it.
 */
export function dutyTexts(facts: LetterFacts): string[] {
  const own = facts.conditions
    .filter(({ text }) => asksOfCitizen.test(text.trim()))
    .map(({ text }) => askingWho(asSentence(text)));
  if (!isOpen(facts, own)) return own;
  return [...own.slice(0, mostDuties - 1), dutiesToFillIn];
}

function isOpen({ kind, conditions, choices, citizenPays }: LetterFacts, own: string[]): boolean {
  // What holds again once a decision is taken back, it does not say.
  if (kind === "withdrawal" || own.length > mostDuties) return true;
  if (own.length === 0 && conditions.length > 0) return true;
  const pays =
    citizenPays ||
    choices.some((choice) => aboutPaying.test(`${choice.title} ${choice.description}`));
  return pays && !own.some((text) => /beta(?:al|len)|aflos/i.test(text));
}
