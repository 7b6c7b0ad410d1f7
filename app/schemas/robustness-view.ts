/** How firm the first place of a weighing is, with people called as this reader may know them. */
import type { LocalText } from "#app/domain/local-text.ts";
import type { Who } from "./weighing-view.ts";

/** An option that passes, with its place under all weightings that are equally likely. */
export type RobustOption = {
  id: string;
  position: number;
  title: string;
  /** In the order of the perspectives, 1 to 5. */
  scores: number[];
  /** Parts of all weightings in which it takes rank 1, 2, …; 0 to 1. */
  ranks: number[];
  /** The middle of the weightings that put it first; null when none does. */
  centre: number[] | null;
  /** With three perspectives: where it ranks first, as a polygon of weights. */
  region: [number, number, number][];
};

export type WeightInterval = {
  perspective: string;
  low: number;
  high: number;
  /** The option that ranks first just past that end, null when the end is 0 or 1. */
  below: string | null;
  above: string | null;
};

/** One change of what was given, and what ranks first then: nothing when none passes. */
export type StepChange = {
  who: Who[];
  criterion: string;
  option: string;
  from: number;
  to: number;
  first: string[];
};

export type RobustnessView = {
  perspectives: { key: string; name: LocalText; weight: number }[];
  options: RobustOption[];
  /** What ranks first now; several when they are equal. */
  first: string[];
  /** How many weightings were drawn; null when the parts are exact. */
  draws: number | null;
  intervals: WeightInterval[];
  flip: { weights: number[]; option: string; distance: number } | null;
  /** The first few, and how many there are. */
  steps: { shown: StepChange[]; count: number };
  people: { who: Who; first: string[] }[];
  criteria: { criterion: string; first: string[] }[];
  /** Titles of all options, also of those that do not pass now. */
  titles: Record<string, string>;
};
