import { widowJourney } from "../support/journey.ts";

widowJourney({ javaScript: false, late: [] });
