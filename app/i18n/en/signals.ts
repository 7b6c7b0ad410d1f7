import type signals from "../nl/signals.ts";
import type { SameKeys } from "../same-keys.ts";

const texts = {
  title: "Signals",
  navigation: {
    label: "Signals and rules",
    signals: "Signals",
    rules: "Rules",
    patterns: "Patterns",
    reflections: "Reflections",
  },
} satisfies SameKeys<typeof signals>;

export default texts;
