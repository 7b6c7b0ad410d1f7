import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { sessionKinds } from "#app/domain/session.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Disclosure } from "../disclosure.tsx";
import {
  CheckboxGroup,
  DateField,
  Fieldset,
  Form,
  FormActions,
  HiddenField,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextField,
} from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";

const newSessionSchema = () =>
  import("#app/schemas/session.ts").then((module) => module.newSessionSchema);
const sessionSchema = () =>
  import("#app/schemas/session.ts").then((module) => module.sessionSchema);

type Person = { id: string; name: string };
type Case = { id: string; number: string; title: string };

type SessionFormProps = {
  choices: {
    questionSets: { id: string; name: LocalText; number: number }[];
    coordinators: Person[];
    observers: Person[];
    cases: Case[];
    moreCases: boolean;
  };
  values: { questionSetId?: string; observerIds?: string[] } & Record<string, unknown>;
  /** Of the session that is changed; absent for a new one. */
  version?: number;
  /** Cases whose scoring has begun. */
  started?: { caseId: string; number: string; title: string }[];
  result: FormResult | undefined;
  back: string;
};

/** Planning a meeting, new or changed. */
export function SessionForm(props: SessionFormProps) {
  const { choices, values, version, started = [], result, back } = props;
  const { t } = useTranslation("sessions");
  const { t: terms } = useTranslation();
  return (
    <Form
      schema={version === undefined ? newSessionSchema : sessionSchema}
      values={values}
      result={result}
      labels={{
        questionSetId: t("field.questionSetId"),
        observerIds: t("field.observerIds"),
        caseIds: t("field.caseIds"),
      }}
    >
      {version === undefined ? null : <HiddenField name="version" value={version} />}
      <Fieldset legend={t("form.when")}>
        <TextField
          name="title"
          label={t("field.title")}
          description={t("form.titleHint")}
          autoComplete="off"
        />
        <RadioGroup
          name="kind"
          label={t("field.kind")}
          options={sessionKinds.map((kind) => ({
            value: kind,
            label: terms(`sessionKind.${kind}`),
            description: t(`form.kindHint.${kind}`),
          }))}
        />
        <DateField name="startsAt" label={t("field.startsAt")} withTime />
        <DateField
          name="deadline"
          label={t("field.deadline")}
          description={t("form.deadlineHint")}
          optional
          withTime
        />
        <TextField
          name="place"
          label={t("field.place")}
          description={t("form.placeHint")}
          autoComplete="off"
          optional
        />
      </Fieldset>
      <QuestionSetField choices={choices} started={started} values={values} />
      <AgendaFields choices={choices} started={started} />
      <PeopleFields choices={choices} observed={hasObservers(values, result)} />
      <FormActions>
        <SubmitButton>{version === undefined ? t("form.plan") : terms("save")}</SubmitButton>
        <LinkButton to={back} purpose="subtle">
          {terms("cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}

type Part = Pick<SessionFormProps, "choices" | "started">;

function QuestionSetField({
  choices,
  started = [],
  values,
}: Part & Pick<SessionFormProps, "values">) {
  const { t, language } = useTranslation("sessions");
  const options = choices.questionSets.map(({ id, name, number }) => ({
    value: id,
    label: t("questionSetName", { name: textIn(name, language), number }),
  }));
  const chosen = values.questionSetId;
  if (started.length > 0 && chosen !== undefined) {
    return (
      <Fieldset legend={t("field.questionSetId")} description={t("form.questionSetFixed")}>
        <p>{options.find(({ value }) => value === chosen)?.label}</p>
        <HiddenField name="questionSetId" value={chosen} />
      </Fieldset>
    );
  }
  return (
    <Fieldset legend={t("form.questions")}>
      <SelectField
        name="questionSetId"
        label={t("field.questionSetId")}
        description={t("form.questionSetHint")}
        options={options}
      />
    </Fieldset>
  );
}

/** Folded away until somebody observes, or something is wrong with who does. */
function hasObservers(values: { observerIds?: string[] }, result: FormResult | undefined): boolean {
  return result !== undefined || (values.observerIds ?? []).length > 0;
}

function PeopleFields({ choices, observed }: Part & { observed: boolean }) {
  const { t } = useTranslation("sessions");
  const { t: terms } = useTranslation();
  const asChoice = ({ id, name }: Person) => ({ value: id, label: name });
  return (
    <Fieldset legend={t("form.people")}>
      <SelectField
        name="facilitatorId"
        label={t("field.facilitatorId")}
        description={t("form.facilitatorHint")}
        options={choices.coordinators.map(asChoice)}
      />
      <SelectField
        name="deputyId"
        label={t("field.deputyId")}
        description={t("form.deputyHint")}
        options={choices.coordinators.map(asChoice)}
        empty={terms("none")}
        optional
      />
      <Disclosure summary={t("form.observers")} open={observed}>
        <CheckboxGroup
          name="observerIds"
          label={t("field.observerIds")}
          description={t("form.observersHint")}
          options={choices.observers.map(asChoice)}
          optional
        />
      </Disclosure>
    </Fieldset>
  );
}

function AgendaFields({ choices, started = [] }: Part) {
  const { t } = useTranslation("sessions");
  const options = choices.cases.map(({ id, number, title }) => ({
    value: id,
    label: `${number} ${title}`,
  }));
  return (
    <Fieldset legend={t("form.agenda")}>
      {started.length > 0 ? (
        <div>
          <p>{t("form.startedCases")}</p>
          <ul className="utrecht-unordered-list">
            {started.map(({ caseId, number, title }) => (
              <li key={caseId}>
                {number} {title}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {options.length > 0 ? (
        <CheckboxGroup
          name="caseIds"
          label={t("field.caseIds")}
          description={t(choices.moreCases ? "form.casesMore" : "form.casesHint")}
          options={options}
          optional
        />
      ) : (
        <p>{t("form.noCases")}</p>
      )}
    </Fieldset>
  );
}
