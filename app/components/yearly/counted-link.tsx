import { Fragment } from "react";
import { TextLink } from "../text-link.tsx";

type Counted = { count: number; words: string; to: string };

/** Sentences with a number; each leads to exactly what it counts, and none of nothing does. */
export function CountedLinks({ sentences }: { sentences: readonly Counted[] }) {
  return sentences.map(({ count, words, to }) => (
    <Fragment key={to}>{count > 0 ? <TextLink to={to}>{words}</TextLink> : words} </Fragment>
  ));
}
