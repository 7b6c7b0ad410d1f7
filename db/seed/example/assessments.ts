import { dogAndRehabAssessment } from "./assessments/dog-and-rehab.ts";
import { fixedConductAssessment } from "./assessments/fixed-conduct.ts";
import { grandsonMovesInAssessment } from "./assessments/grandson-moves-in.ts";
import { nursingHomeAssessment } from "./assessments/nursing-home.ts";
import { supervisorAndPoliceAssessment } from "./assessments/supervisor-and-police.ts";
import { unemploymentNoReactionAssessment } from "./assessments/unemployment-no-reaction.ts";
import { unreportedDepositsAssessment } from "./assessments/unreported-deposits.ts";
import { wajongStudentAssessment } from "./assessments/wajong-student.ts";
import { wajongToSpainAssessment } from "./assessments/wajong-to-spain.ts";
import { wiaAdvanceAssessment } from "./assessments/wia-advance.ts";
import { widowInSpainAssessment } from "./assessments/widow-in-spain.ts";
import { widowInTurkeyAssessment } from "./assessments/widow-in-turkey.ts";
import { widowerInMoroccoAssessment } from "./assessments/widower-in-morocco.ts";
import { yearlyReindicationAssessment } from "./assessments/yearly-reindication.ts";
import type { ExampleAssessment } from "./types.ts";

export const assessments: ExampleAssessment[] = [
  widowInSpainAssessment,
  wajongStudentAssessment,
  wajongToSpainAssessment,
  wiaAdvanceAssessment,
  unemploymentNoReactionAssessment,
  fixedConductAssessment,
  unreportedDepositsAssessment,
  widowerInMoroccoAssessment,
  widowInTurkeyAssessment,
  nursingHomeAssessment,
  yearlyReindicationAssessment,
  supervisorAndPoliceAssessment,
  dogAndRehabAssessment,
  grandsonMovesInAssessment,
];
