import { randomBytes } from "node:crypto";
import { v7 } from "uuid";

/** Time and chance, the two things that differ between runs. Tests give their own. */
export type Environment = {
  /** UTC milliseconds. */
  now: () => number;
  newId: () => string;
  randomToken: () => string;
};

const realEnvironment: Environment = {
  now: () => Date.now(),
  newId: () => v7(),
  randomToken: () => randomBytes(32).toString("base64url"),
};

export const environment: Environment = { ...realEnvironment };

export function setEnvironment(changes: Partial<Environment>): void {
  Object.assign(environment, realEnvironment, changes);
}
