import type { LetterView } from "#app/schemas/letter-view.ts";
import { ReadabilityReport } from "./readability-report.tsx";

/** How a letter reads that is not to be changed here. */
export function ReportOfSent({ letter }: { letter: LetterView }) {
  return (
    <div className="mw-screen-only mw-letter-report">
      <ReadabilityReport report={letter.report} />
    </div>
  );
}
