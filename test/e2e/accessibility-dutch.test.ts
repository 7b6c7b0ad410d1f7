import { describeEveryPage } from "../support/accessibility.ts";

describeEveryPage("nl");
