/** The built application as a child process that tells what it used when asked. */
import { serve } from "../../app/server.ts";
import { answerUsage } from "./usage.ts";

const running = await serve();
answerUsage(running.stop);
process.send?.({ ready: true });
