/** Files of tests share a process: each begins with the clock and the settings of a new one. */
import { setEnvironment } from "#db";
import { parseSettings, settings } from "../../app/server/settings.server.ts";

setEnvironment({});
Object.assign(settings(), parseSettings(process.env));
