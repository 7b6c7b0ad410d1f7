import "i18next";
import type { nl } from "./nl/index.ts";

declare module "i18next" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can be added to
  interface CustomTypeOptions {
    defaultNS: "terms";
    resources: typeof nl;
  }
}
