import { describeEveryPage } from "../support/accessibility.ts";

describeEveryPage("en");
