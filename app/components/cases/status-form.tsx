import type { CaseStatus } from "#app/domain/case-file.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { StatusPage } from "#app/schemas/case-step-view.ts";
import { Card } from "../card.tsx";
import {
  Form,
  FormActions,
  HiddenField,
  RadioGroup,
  SubmitButton,
  TextArea,
} from "../form/index.ts";
import { Timeline } from "../timeline.tsx";

const fetchStatusChangeSchema = () =>
  import("#app/schemas/case-file.ts").then((module) => module.statusChangeSchema);

type StatusFormProps = {
  status: CaseStatus;
  next: StatusPage["next"];
  result: FormResult | undefined;
};

/** The statuses a case may go to by hand, with a reason where it leaves the road. */
export function StatusForm({ status, next, result }: StatusFormProps) {
  const { t } = useTranslation("cases");
  const { t: terms } = useTranslation();
  if (next.length === 0) return <p className="mw-soft">{t("status.none")}</p>;
  return (
    <Form schema={fetchStatusChangeSchema} result={result}>
      <HiddenField name="from" value={status} />
      <RadioGroup
        name="to"
        label={t("status.to")}
        description={t("status.byWork")}
        options={next.map(({ to: value, move }) => ({
          value,
          label: t("status.choice", {
            status: terms(`caseStatus.${value}`),
            move: terms(`statusMove.${move}`).toLowerCase(),
          }),
        }))}
      />
      <TextArea
        name="reason"
        label={t("status.reason")}
        description={t("status.reasonHint")}
        rows={3}
        max={2000}
        optional
      />
      <FormActions>
        <SubmitButton>{t("status.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

/** How the case came where it is. */
export function StatusHistory({ changes }: { changes: StatusPage["changes"] }) {
  const { t } = useTranslation("cases");
  const { t: terms } = useTranslation();
  const words = (status: CaseStatus) => terms(`caseStatus.${status}`);
  return (
    <Card title={t("status.changes")}>
      <Timeline
        items={changes.map(({ id, from, to, reason, person, at }) => ({
          key: id,
          at,
          title: from
            ? t("status.change", { from: words(from), to: words(to) })
            : t("status.start"),
          by: person,
          details: reason,
        }))}
      />
    </Card>
  );
}
