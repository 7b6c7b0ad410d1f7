import type { ReactNode } from "react";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type {
  ArgumentView,
  OptionOutcome,
  ReasonView,
  WeighedPerspectiveView,
  WeighingView,
} from "#app/schemas/weighing-view.ts";
import { Badge } from "../badge.tsx";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import { Form, HiddenField, SubmitButton } from "../form/index.ts";
import { IconScale } from "../icons.ts";
import { useChoiceText } from "./use-choice-text.ts";
import { useWho } from "./use-who.ts";

type Given = {
  view: WeighingView;
  reasons: Record<string, ReasonView[]>;
  arguments: ArgumentView[];
};

type ReasonsByOptionProps = { page: Given; mayTag: boolean };

/** Everything people wrote, per option and perspective; the facilitator marks what carries. */
export function ReasonsByOption({ page, mayTag }: ReasonsByOptionProps) {
  const { t } = useTranslation("results");
  return (
    <div id="redenen">
      <Card title={t("reasons.title")}>
        <p>{t(mayTag ? "reasons.tagText" : "reasons.text")}</p>
        {page.view.options.map((option) => (
          <Disclosure
            key={option.id}
            summary={`${option.position}. ${option.title}`}
            open={option.proposed}
          >
            {page.view.perspectives.map((perspective) => (
              <PerspectiveReasons
                key={perspective.key}
                {...{ page, mayTag, option, perspective }}
              />
            ))}
          </Disclosure>
        ))}
      </Card>
    </div>
  );
}

type PerspectiveReasonsProps = ReasonsByOptionProps & {
  option: OptionOutcome;
  perspective: WeighedPerspectiveView;
};

function PerspectiveReasons({ page, mayTag, option, perspective }: PerspectiveReasonsProps) {
  const { t, language } = useTranslation("results");
  const { t: terms } = useTranslation();
  const choiceText = useChoiceText();
  const given = page.arguments.filter(
    (argument) => argument.optionId === option.id && argument.perspective === perspective.key,
  );
  const written = new Set(given.map(({ text }) => text));
  // A reason that was taken over stands among the arguments: once is enough.
  const reasons = [...perspective.gates, ...perspective.criteria].flatMap(({ key }) =>
    (page.reasons[`${key}:${option.id}`] ?? [])
      .filter(({ carrying, text }) => !(carrying && written.has(text)))
      .map((reason) => ({ key, reason })),
  );
  if (given.length + reasons.length === 0) return null;
  return (
    <section>
      <h3 className="nl-heading nl-heading--level-4">{textIn(perspective.name, language)}</h3>
      <ul className="mw-plain-list">
        {given.map(({ id, side, text, carrying, who }) => (
          <Reason key={id} who={who} text={text} what={terms(`argumentSide.${side}`)}>
            {carrying ? (
              <Badge tone="accent" icon={IconScale}>
                {t("reasons.carrying")}
              </Badge>
            ) : null}
            {mayTag ? (
              <TagForm intent={carrying ? "drop" : "carry"} name="argumentId" value={id} />
            ) : null}
          </Reason>
        ))}
        {reasons.map(({ key, reason }) => (
          <Reason
            key={reason.ratingId}
            who={reason.who}
            text={reason.text}
            what={`${key}, ${choiceText(reason.choice)}`}
          >
            {mayTag ? (
              <TagForm intent="carry_reason" name="ratingId" value={reason.ratingId} />
            ) : null}
          </Reason>
        ))}
      </ul>
    </section>
  );
}

type ReasonProps = { who: ReasonView["who"]; what: string; text: string; children: ReactNode };

function Reason({ who, what, text, children }: ReasonProps) {
  const called = useWho()(who);
  return (
    <li className="mw-reason">
      <p>
        <strong>{what}</strong> <span className="mw-soft">({called})</span>
      </p>
      <p className="mw-prose">{text}</p>
      <div className="mw-reason__acts">{children}</div>
    </li>
  );
}

type TagFormProps = { intent: "carry" | "drop" | "carry_reason"; name: string; value: string };

function TagForm({ intent, name, value }: TagFormProps) {
  const { t } = useTranslation("results");
  return (
    <Form intent={intent} warnOnLeave={false} preventScrollReset>
      <HiddenField name={name} value={value} />
      <SubmitButton purpose="subtle">
        {t(intent === "drop" ? "reasons.drop" : "reasons.carry")}
      </SubmitButton>
    </Form>
  );
}
