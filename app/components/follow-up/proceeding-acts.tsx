import { postponementGrounds, proceedingOutcomes } from "#app/domain/proceeding.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { ProceedingsPage, ProceedingView } from "#app/schemas/proceeding-view.ts";
import { Disclosure } from "../disclosure.tsx";
import {
  DateField,
  Form,
  FormActions,
  HiddenField,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextArea,
} from "../form/index.ts";
import { resultOf } from "../result-of.ts";
import { fetchProceedingForm } from "./proceeding-form.ts";

type ActProps = { proceeding: ProceedingView; result: FormResult | undefined };

/** What its owner can do while there is no outcome. */
export function ProceedingActs(props: ActProps & { owners: ProceedingsPage["owners"] }) {
  const { kind, extended } = props.proceeding;
  return (
    <div className="mw-screen-only mw-stack">
      <Conclude {...props} />
      {kind === "objection" || !extended ? <Postpone {...props} /> : null}
      <Change {...props} />
    </div>
  );
}

function Conclude({ proceeding: { id, kind }, result }: ActProps) {
  const { t } = useTranslation("aftercare");
  const { t: terms } = useTranslation();
  const own = resultOf(result, "concluded");
  const outcomes = proceedingOutcomes.map((value) => ({
    value,
    label: terms(`proceedingOutcome.${value}`),
  }));
  return (
    <Disclosure summary={t("proceedings.conclude.title")} open={own !== undefined}>
      <Form intent="concluded" schema={fetchProceedingForm} result={own}>
        <HiddenField name="proceedingId" value={id} />
        <RadioGroup
          name="outcome"
          label={t("proceedings.conclude.outcome")}
          description={t("proceedings.conclude.upheldHint")}
          options={outcomes}
        />
        {kind === "objection" ? (
          <p className="mw-hint">{t("proceedings.conclude.madeKnownHint")}</p>
        ) : null}
        <TextArea
          name="note"
          label={t("proceedings.conclude.note")}
          description={t("proceedings.conclude.noteHint")}
          rows={3}
          max={5000}
        />
        <FormActions>
          <SubmitButton>{t("proceedings.conclude.save")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

function Postpone({ proceeding: { id, kind, extended }, result }: ActProps) {
  const { t } = useTranslation("aftercare");
  const own = resultOf(result, "postponed");
  const isObjection = kind === "objection";
  return (
    <Disclosure summary={t("proceedings.postpone.title")} open={own !== undefined}>
      <Form
        intent="postponed"
        schema={fetchProceedingForm}
        values={extended ? {} : { ground: "extension" }}
        result={own}
      >
        <HiddenField name="proceedingId" value={id} />
        <p>{t(`proceedings.postpone.${kind}`)}</p>
        {isObjection ? <PostponementGrounds extended={extended} /> : null}
        <DateField
          name="until"
          label={t("proceedings.postpone.until")}
          {...(isObjection && !extended
            ? { description: t("proceedings.postpone.untilHint"), optional: true }
            : {})}
        />
        <TextArea
          name="note"
          label={t("proceedings.postpone.note")}
          description={t("proceedings.postpone.noteHint")}
          rows={2}
          max={2000}
          optional
        />
        <FormActions>
          <SubmitButton purpose="secondary">{t("proceedings.postpone.save")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

/** The six weeks can be taken once. */
function PostponementGrounds({ extended }: Pick<ProceedingView, "extended">) {
  const { t } = useTranslation("aftercare");
  const open = postponementGrounds.filter((ground) => ground !== "extension" || !extended);
  return (
    <RadioGroup
      name="ground"
      label={t("proceedings.postpone.ground")}
      options={open.map((value) => ({ value, label: t(`proceedings.postpone.grounds.${value}`) }))}
    />
  );
}

function Change({
  proceeding: { id, receivedAt, ownerId, grounds, version },
  owners,
  result,
}: ActProps & { owners: ProceedingsPage["owners"] }) {
  const { t } = useTranslation("aftercare");
  const own = resultOf(result, "changed");
  return (
    <Disclosure summary={t("proceedings.change.title")} open={own !== undefined}>
      <Form
        key={version}
        intent="changed"
        schema={fetchProceedingForm}
        values={{ receivedAt, ownerId, grounds }}
        result={own}
      >
        <HiddenField name="proceedingId" value={id} />
        <HiddenField name="version" value={version} />
        <DateField
          name="receivedAt"
          label={t("proceedings.receive.receivedAt")}
          description={t("proceedings.change.receivedAtHint")}
        />
        <SelectField
          name="ownerId"
          label={t("proceedings.receive.owner")}
          options={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
        />
        <TextArea name="grounds" label={t("proceedings.receive.grounds")} rows={4} max={5000} />
        <FormActions>
          <SubmitButton purpose="secondary">{t("proceedings.change.save")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

/** An outcome that was recorded by mistake, as long as nothing followed from it. */
export function ReopenOutcome({ proceeding: { id }, result }: ActProps) {
  const { t } = useTranslation("aftercare");
  const own = resultOf(result, "reopened");
  return (
    <Disclosure summary={t("proceedings.reopen.title")} open={own !== undefined}>
      <Form intent="reopened" schema={fetchProceedingForm} result={own}>
        <HiddenField name="proceedingId" value={id} />
        <TextArea name="note" label={t("proceedings.reopen.note")} rows={2} max={2000} />
        <FormActions>
          <SubmitButton purpose="secondary">{t("proceedings.reopen.save")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
