import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { ImportPage } from "#app/schemas/precedent-import.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import { Form, FormActions, HiddenField, SubmitButton } from "../form/index.ts";
import { TextLink } from "../text-link.tsx";

type StepsProps = { page: ImportPage; result: FormResult | undefined };

/** What can be done now: offering, letting in as the second person, or stopping. */
export function ImportSteps({ page, result }: StepsProps) {
  const { t } = useTranslation("precedent-imports");
  const { status, good } = page.item;
  if (status === "imported") {
    return (
      <Alert kind="ok" title={t("page.done", { count: good })}>
        <p>{t("page.forgotten")}</p>
        <TextLink to="/precedenten">{t("page.toList")}</TextLink>
      </Alert>
    );
  }
  if (status === "cancelled") return <Alert>{t("page.cancelled")}</Alert>;
  return (
    <>
      <NextStep page={page} result={result} />
      <StopImport page={page} result={result} />
    </>
  );
}

function NextStep({ page, result }: StepsProps) {
  const { t } = useTranslation("precedent-imports");
  const { item, isUploader } = page;
  const count = item.good;
  if (item.status !== "checked" && item.status !== "offered") return null;
  if (count === 0) return <Alert kind="warning">{t("page.nothingGood")}</Alert>;
  if (item.status === "offered" && isUploader) {
    return (
      <Card title={t("page.waitTitle")}>
        <p>{t("page.waitText")}</p>
        <StaysOut count={item.broken} />
      </Card>
    );
  }
  const step = isUploader ? "offer" : "approve";
  return (
    <Card title={t(`page.${step}Title`)} tone="accent">
      <p>{t(`page.${step}Text`, { count })}</p>
      <p>
        <a
          className="nl-link"
          href={`/precedenten/importeren/${item.id}/fouten?rijen=goed`}
          download
        >
          {t("page.readFirst")}
        </a>
      </p>
      <StaysOut count={item.broken} />
      <Form intent={step} result={result?.values.intent === step ? result : undefined}>
        <HiddenField name="version" value={item.version} />
        <FormActions>
          <SubmitButton>
            {step === "offer" ? t("page.offer") : t("page.approve", { count })}
          </SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

function StaysOut({ count }: { count: number }) {
  const { t } = useTranslation("precedent-imports");
  if (count === 0) return null;
  return (
    <p>
      {t("page.staysOut", { count })} {t("page.staysOutAfter")}
    </p>
  );
}

function StopImport({ page: { item }, result }: StepsProps) {
  const { t } = useTranslation("precedent-imports");
  return (
    <Disclosure summary={t("page.cancel")}>
      <p>{t("page.cancelText")}</p>
      <Form intent="cancel" result={result?.values.intent === "cancel" ? result : undefined}>
        <HiddenField name="version" value={item.version} />
        <FormActions>
          <SubmitButton purpose="secondary" negative>
            {t("page.cancel")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
