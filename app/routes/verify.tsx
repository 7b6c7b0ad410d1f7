import { data, type ActionFunctionArgs } from "@remix-run/node";
import { useActionData, type ClientActionFunctionArgs } from "@remix-run/react";
import { useState } from "react";
import { lateCode } from "#app/components/late-code.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { VerifyForm } from "#app/components/verify/verify-form.tsx";
import { VerifyResult } from "#app/components/verify/verify-result.tsx";
import { WhatIsChecked } from "#app/components/verify/what-is-checked.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { decisionFileUpload, type VerifiedUpload } from "#app/schemas/decision-file-upload.ts";
import { publicRoute } from "#app/server/access.server.ts";
import { checkUpload } from "#app/server/decision-file-checking.server.ts";
import { handleForm } from "#app/server/forms.server.ts";

export const meta = titleFrom("verify", "title");
export const handle = breadcrumb(({ texts }) => [{ label: texts("verify")("title") }]);

export function loader() {
  publicRoute();
  return null;
}

/** For a browser without JavaScript. */
export async function action({ request }: ActionFunctionArgs) {
  publicRoute();
  return handleForm(request, decisionFileUpload, async ({ input, values }) => {
    const checked = await checkUpload(input);
    return data<VerifiedUpload>({ errors: {}, values, checked });
  });
}

/** In the browser: nothing is sent. */
export async function clientAction({ request }: ClientActionFunctionArgs) {
  const form = await request.formData();
  const { checkInBrowser } = await lateCode(
    () => import("#app/components/verify/check-in-browser.ts"),
  );
  return checkInBrowser(form);
}

export default function Verify() {
  const result: VerifiedUpload | undefined = useActionData<typeof action>();
  const [dropped, setDropped] = useState<VerifiedUpload>();
  const { t } = useTranslation("verify");
  // A verdict is about what was in the form then: not about what somebody puts in now, or tries to send.
  const drop = () => setDropped(result);
  return (
    <div className="mw-stack">
      <PageHeader title={t("title")} lead={t("lead")} />
      <p>
        {t("stays")} {t("upload")}
      </p>
      {result?.checked && result !== dropped ? <VerifyResult checked={result.checked} /> : null}
      <div onChange={drop} onSubmitCapture={drop}>
        <VerifyForm result={result} />
      </div>
      <WhatIsChecked />
    </div>
  );
}
