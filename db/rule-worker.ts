/** The thread of `rule-thread.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { ruleWork, type RuleMessage, type RuleTask } from "./rule-thread.ts";

const tell = (message: RuleMessage) => parentPort?.postMessage(message);

try {
  const result = ruleWork(workerData as RuleTask, (progress) => tell({ progress }));
  tell({ result } as RuleMessage);
} catch (error) {
  tell({ failed: error instanceof Error ? error.message : String(error) });
}
