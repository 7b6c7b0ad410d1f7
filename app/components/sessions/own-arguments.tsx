import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { argumentSides } from "#app/domain/session.ts";
import { reasonLimit } from "#app/schemas/rating-choices.ts";
import type { ScoringSheet } from "#app/schemas/scoring-sheet.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import {
  Form,
  FormActions,
  HiddenField,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextArea,
} from "../form/index.ts";

const scoringSchema = () => import("#app/schemas/rating.ts").then((module) => module.scoringSchema);

type OwnArgumentsProps = {
  sheet: ScoringSheet;
  result: FormResult | undefined;
};

/** Free arguments for or against an option, apart from the reasons at the questions. */
export function OwnArguments({ sheet, result }: OwnArgumentsProps) {
  const { t } = useTranslation("scoring");
  const { t: terms } = useTranslation();
  const { options } = sheet;
  return (
    <Card title={t("arguments.title")} tone="quiet">
      <p>{t("arguments.text")}</p>
      <ArgumentList sheet={sheet} />
      <Disclosure summary={t("arguments.add")} open={result !== undefined}>
        <Form
          // A new form after each argument, so that it starts empty.
          key={sheet.arguments.length}
          schema={scoringSchema}
          intent="argue"
          result={result}
        >
          <SheetPlace sheet={sheet} />
          <SelectField
            name="optionId"
            label={t("arguments.option")}
            options={options.map(({ id, position, title }) => ({
              value: id,
              label: `${position}. ${title}`,
            }))}
          />
          <RadioGroup
            name="side"
            label={t("arguments.side")}
            options={argumentSides.map((side) => ({
              value: side,
              label: terms(`argumentSide.${side}`),
            }))}
            inline
          />
          <TextArea name="text" label={t("arguments.argument")} max={reasonLimit} rows={3} />
          <FormActions>
            <SubmitButton purpose="secondary">{t("arguments.add")}</SubmitButton>
          </FormActions>
        </Form>
      </Disclosure>
    </Card>
  );
}

/** Where on the sheet to go on, and the round it is of. */
function SheetPlace({ sheet }: Omit<OwnArgumentsProps, "result">) {
  return (
    <>
      <HiddenField name="key" value={sheet.stepId ?? ""} />
      <HiddenField name="round" value={String(sheet.round)} />
    </>
  );
}

function ArgumentList({ sheet }: Omit<OwnArgumentsProps, "result">) {
  const { t } = useTranslation("scoring");
  const { t: terms } = useTranslation();
  if (sheet.arguments.length === 0) return null;
  return (
    <ul className="mw-plain-list">
      {sheet.arguments.map(({ id, optionId, side, text, revealed }) => (
        <li key={id} className="mw-own-argument">
          <p>
            <strong>
              {terms(`argumentSide.${side}`)}:{" "}
              {sheet.options.find((option) => option.id === optionId)?.title}
            </strong>
          </p>
          <p className="mw-prose">{text}</p>
          {revealed ? (
            <p className="mw-soft">{t("again.revealed")}</p>
          ) : (
            <Form intent="withdraw_argument" warnOnLeave={false}>
              <SheetPlace sheet={sheet} />
              <HiddenField name="argumentId" value={id} />
              <SubmitButton purpose="subtle">{t("arguments.withdraw")}</SubmitButton>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
