import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { ReflectionItem } from "#app/schemas/signal-view.ts";
import { Badge } from "../badge.tsx";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import { Form, FormActions, HiddenField, SubmitButton, TextArea } from "../form/index.ts";
import { Prose } from "../prose.tsx";
import { TextLink } from "../text-link.tsx";

const fetchAnswer = () =>
  import("#app/schemas/signal.ts").then((module) => module.reflectionAnswer);

type ListProps = {
  items: readonly ReflectionItem[];
  mayAnswer: boolean;
  mayRaise: boolean;
  result: FormResult | undefined;
};

/** What sessions left behind, each with the answer or the way to give one. */
export function ReflectionList({ items, ...props }: ListProps) {
  return (
    <ul className="mw-list-plain mw-stack">
      {items.map((item) => (
        <li key={item.id}>
          <Reflection item={item} {...props} />
        </li>
      ))}
    </ul>
  );
}

type ReflectionProps = Omit<ListProps, "items"> & { item: ReflectionItem };

function Reflection({ item, mayAnswer, mayRaise, result }: ReflectionProps) {
  const { t } = useTranslation("signals");
  const format = useFormat();
  const { session, unwrittenRule, dilemma, answeredAt } = item;
  const waits = dilemma !== "" && answeredAt === null;
  return (
    <Card
      inList
      title={`${session.title}, ${format.date(session.startsAt)}`}
      aside={waits ? <Badge tone="warning">{t("reflections.noAnswer")}</Badge> : null}
      footer={
        <p>
          <TextLink to={`/reflecties?zitting=${session.id}`}>{t("reflections.only")}</TextLink>
          {mayRaise ? (
            <>
              {" · "}
              <TextLink to={`/signalen/nieuw?zitting=${session.id}`}>
                {t("reflections.raise")}
              </TextLink>
            </>
          ) : null}
        </p>
      }
    >
      <Part title={t("reflections.dilemma")} text={dilemma} />
      <Part title={t("reflections.rule")} text={unwrittenRule} />
      {answeredAt === null ? null : (
        <Part
          title={t("reflections.answer", {
            name: item.answeredBy ?? "",
            date: format.date(answeredAt),
          })}
          text={item.answer}
        />
      )}
      {mayAnswer && dilemma !== "" ? <Answer item={item} result={result} /> : null}
    </Card>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  if (text === "") return null;
  return (
    <>
      <h3 className="nl-heading nl-heading--level-4">{title}</h3>
      <Prose text={text} />
    </>
  );
}

function Answer({ item, result }: Pick<ReflectionProps, "item" | "result">) {
  const { t } = useTranslation("signals");
  const { id, version, answer, answeredAt } = item;
  const given = result?.values.id === id ? result : undefined;
  return (
    <Disclosure
      summary={t(answeredAt === null ? "reflections.respond" : "reflections.changeAnswer")}
      open={given !== undefined}
    >
      <Form intent="answer" schema={fetchAnswer} values={{ answer }} result={given}>
        <HiddenField name="id" value={id} />
        <HiddenField name="version" value={version} />
        <TextArea
          name="answer"
          label={t("reflections.answerField")}
          description={t("reflections.answerHint")}
          rows={4}
          max={4_000}
        />
        <FormActions>
          <SubmitButton intent="answer">{t("reflections.save")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
