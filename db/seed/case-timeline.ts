import { caseRoad, type CaseStatus } from "../../app/domain/case-file.ts";
import type { ExampleClock } from "./example-clock.ts";
import type {
  ExampleAssessment,
  ExampleCase,
  ExampleDecision,
  ExampleFollowUp,
} from "./example/types.ts";

export type TimelineStep = { from: CaseStatus | null; to: CaseStatus; at: number; reason: string };

export type CaseCourse = {
  caseFile: ExampleCase;
  assessment: ExampleAssessment | undefined;
  decision: ExampleDecision | undefined;
  followUp: ExampleFollowUp | undefined;
};

const hourInMs = 3_600_000;

/** The moments at which an example case went from one status to the next, up to where it stands now. */
export function caseTimeline(course: CaseCourse, clock: ExampleClock): TimelineStep[] {
  const { caseFile } = course;
  const steps: TimelineStep[] = [];
  let previous: { status: CaseStatus | null; at: number } = { status: null, at: 0 };
  for (const status of statusesOf(caseFile)) {
    const wanted = wantedMoment(status, course, clock) ?? previous.at + 2 * hourInMs;
    // Each step comes after the one before it, and none lies in the future.
    const at = Math.min(Math.max(wanted, previous.at + 60_000), clock.now);
    const isExit = caseFile.exit !== undefined && status === caseFile.stage;
    const reason = isExit ? (caseFile.exit?.reason ?? "") : "";
    steps.push({ from: previous.status, to: status, at, reason });
    previous = { status, at };
  }
  return steps;
}

function statusesOf({ stage, exit, options }: ExampleCase): CaseStatus[] {
  if (exit === undefined)
    return caseRoad.slice(0, caseRoad.findIndex((step) => step === stage) + 1);
  // Who had more than strict application on paper left from there, the others from the intake.
  const left = options.length > 1 ? "facts_and_options" : "intake";
  return [...caseRoad.slice(0, caseRoad.indexOf(left) + 1), stage];
}

function wantedMoment(
  status: CaseStatus,
  { caseFile, assessment, decision, followUp }: CaseCourse,
  clock: ExampleClock,
): number | undefined {
  const { registeredAgoDays, exit } = caseFile;
  const openedAgoDays = assessment?.openedAgoDays;
  const revealedAgoDays = assessment?.revealedAgoDays ?? undefined;
  const prepared = Math.min(registeredAgoDays, (openedAgoDays ?? exit?.agoDays ?? 0) + 5);
  switch (status) {
    case "registered":
      return clock.ago(registeredAgoDays, 8);
    case "intake":
      return clock.ago(Math.max(0, registeredAgoDays - 1), 9);
    case "facts_and_options":
      return clock.ago(Math.max(0, Math.min(prepared, registeredAgoDays - 3)), 13);
    case "scoring":
      return openedAgoDays === undefined ? undefined : clock.ago(openedAgoDays, 8);
    case "deliberation":
      return revealedAgoDays === undefined ? undefined : clock.ago(revealedAgoDays, 12);
    case "decision":
      return revealedAgoDays === undefined ? undefined : clock.ago(revealedAgoDays, 15);
    case "follow_up":
      return decision && clock.ago(decision.agoDays, 14);
    case "closed":
      return followUp && clock.ago(followUp.agoDays, 15);
    default:
      return exit && clock.ago(exit.agoDays, 14);
  }
}
