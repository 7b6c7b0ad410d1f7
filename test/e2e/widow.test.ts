import { widowJourney } from "../support/journey.ts";

widowJourney({ javaScript: true, late: ["Sunita Ramdin"] });
