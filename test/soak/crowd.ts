import { setTimeout as wait } from "node:timers/promises";
import { chance, type Chance } from "../../db/seed/bulk/chance.ts";
import { nextAct, signIn, type Visit } from "./acts.ts";
import { gaveUp, openBrowser } from "./browser.ts";
import type { SoakPerson } from "./people.ts";
import type { Tally } from "./tally.ts";

/** Everyone at work, with a moment of reading between one act and the next. */
export type Crowd = { isAtWork: () => boolean; stop: () => Promise<void> };

/**
 * From the start of one act to the start of the next: a busy day instead of a race, in which 16
 * people ask some 50 times a second, however long the answers take.
 */
const betweenActsMs = [200, 480] as const;
/** Nobody acts again at once, not even after a slow answer. */
const leastPauseMs = 20;
/** With a server that gives this many wrong answers there is nothing more to learn. */
const mostFaults = 200;

type Place = { origin: string; tally: Tally; random: Chance };

export function startCrowd(people: SoakPerson[], { origin, tally, random }: Place): Crowd {
  let stopped = false;
  const goesOn = () => !stopped && tally.faults().length < mostFaults;
  const all = Promise.all(
    people.map((person) => {
      const visit: Visit = {
        person,
        browser: openBrowser(origin, tally),
        random: chance(random.below(2 ** 31)),
        seen: { cases: [], sessions: [], precedents: [] },
        wrote: new Map(),
      };
      return work(visit, { tally, goesOn });
    }),
  );
  return {
    isAtWork: goesOn,
    stop: async () => {
      stopped = true;
      await all;
    },
  };
}

async function work(
  visit: Visit,
  { tally, goesOn }: { tally: Tally; goesOn: () => boolean },
): Promise<void> {
  const attempt = async (act: (visit: Visit) => Promise<void>) => {
    try {
      await act(visit);
    } catch (error) {
      if (error !== gaveUp) tally.fault(act.name, String(error));
    }
  };
  await attempt(signIn);
  while (goesOn()) {
    const started = performance.now();
    const [least, most] = betweenActsMs;
    const planned = least + visit.random.below(most - least);
    await attempt(nextAct(visit));
    await wait(Math.max(leastPauseMs, planned - (performance.now() - started)));
  }
}
