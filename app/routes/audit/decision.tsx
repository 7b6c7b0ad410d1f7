import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LifePicture } from "#app/components/audit/life-picture.tsx";
import { LifeSteps } from "#app/components/audit/life-steps.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { TextLink } from "#app/components/text-link.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getDecisionLife } from "#app/server/decision-life.server.ts";

export const meta = titleFrom("audit-pages", "life.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("audit")("title"), to: "/audit" },
  { label: texts("audit-pages")("life.title") },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "audit.read");
  return getDecisionLife(access, params.decisionId ?? "");
}

export default function DecisionLife() {
  const { decision, caseFile, steps } = useLoaderData<typeof loader>();
  const { t } = useTranslation("audit-pages");
  return (
    <div className="mw-stack">
      <PageHeader
        above={`${caseFile.number} ${caseFile.title}`}
        title={t("life.title")}
        lead={t("life.lead", { number: decision.number, case: caseFile.number })}
      />
      <p className="mw-screen-only">
        <TextLink to={`/casussen/${caseFile.id}/besluiten/${decision.id}`}>
          {t("life.toDecision")}
        </TextLink>{" "}
        <a
          className="nl-link"
          href={`/casussen/${caseFile.id}/besluiten/${decision.id}/dossier`}
          download
        >
          {t("life.file")}
        </a>
      </p>
      <LifePicture steps={steps} />
      <h2 className="nl-heading nl-heading--level-3">{t("life.steps")}</h2>
      <LifeSteps steps={steps} />
    </div>
  );
}
