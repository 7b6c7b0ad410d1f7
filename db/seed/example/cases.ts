import { bailiff } from "./cases/bailiff.ts";
import { dogAndRehab } from "./cases/dog-and-rehab.ts";
import { eviction } from "./cases/eviction.ts";
import { grandsonMovesIn } from "./cases/grandson-moves-in.ts";
import { fixedConduct } from "./cases/fixed-conduct.ts";
import { nursingHome } from "./cases/nursing-home.ts";
import { widowerInMorocco } from "./cases/late-survivors.ts";
import { widowInSuriname, widowInTurkey } from "./cases/late-survivors-open.ts";
import { unreportedDeposits } from "./cases/municipal-benefit.ts";
import { yearlyReindication } from "./cases/municipal-care.ts";
import { energyCutOff, financialGuardianship, personalBudget } from "./cases/municipal-early.ts";
import { supervisorAndPolice } from "./cases/municipal-safety.ts";
import { unemploymentDetention, unemploymentNoReaction } from "./cases/unemployment.ts";
import { wajongStudent } from "./cases/wajong-student.ts";
import { wajongToSpain } from "./cases/wajong-to-spain.ts";
import { wiaAdvance } from "./cases/wia-advance.ts";
import { widowInSpain } from "./cases/widow-in-spain.ts";
import type { ExampleCase } from "./types.ts";

export const cases: ExampleCase[] = [
  widowInSpain,
  wajongStudent,
  wajongToSpain,
  wiaAdvance,
  unemploymentNoReaction,
  fixedConduct,
  unreportedDeposits,
  grandsonMovesIn,
  yearlyReindication,
  supervisorAndPolice,
  dogAndRehab,
  widowerInMorocco,
  widowInTurkey,
  widowInSuriname,
  nursingHome,
  bailiff,
  unemploymentDetention,
  eviction,
  energyCutOff,
  personalBudget,
  financialGuardianship,
];
