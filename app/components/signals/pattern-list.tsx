import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PatternItem } from "#app/schemas/signal-view.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import { Form, HiddenField, SubmitButton } from "../form/index.ts";
import { LevelBadge } from "../level-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { SignalStatusBadge } from "./signal-status.tsx";

type PatternListProps = {
  patterns: readonly PatternItem[];
  scopeId: string;
  mayRaise: boolean;
};

/** Patterns, most cases first, each with its signal or the way to make one. */
export function PatternList({ patterns, ...props }: PatternListProps) {
  return (
    <ul className="mw-list-plain mw-stack">
      {patterns.map((pattern) => (
        <li key={pattern.key}>
          <Pattern pattern={pattern} {...props} />
        </li>
      ))}
    </ul>
  );
}

type PatternProps = Omit<PatternListProps, "patterns"> & { pattern: PatternItem };

function Pattern({ pattern, scopeId, mayRaise }: PatternProps) {
  const { t, language } = useTranslation("signals");
  const { kind, facts, level, signal, key } = pattern;
  const words = facts.map((label) => textIn(label, language));
  const raise = (
    <Form intent="raise" warnOnLeave={false}>
      <HiddenField name="scopeId" value={scopeId} />
      <HiddenField name="key" value={key} />
      <SubmitButton intent="raise" purpose="secondary">
        {t("patterns.raise")}
      </SubmitButton>
    </Form>
  );
  const held = signal ? (
    <p>
      <TextLink to={`/signalen/${signal.id}`}>
        {t("patterns.held", { number: signal.number })}
      </TextLink>{" "}
      <SignalStatusBadge status={signal.status} />
    </p>
  ) : null;
  return (
    <Card
      title={words.join("; ") || t("patterns.noFacts")}
      footer={held ?? (mayRaise ? raise : null)}
    >
      <p>
        {t(`patterns.${kind}`)}. {t("patterns.outcome")}: <LevelBadge level={level} />
      </p>
      <Disclosure summary={<Counts pattern={pattern} />}>
        <Members pattern={pattern} />
      </Disclosure>
    </Card>
  );
}

function Counts({ pattern }: { pattern: PatternItem }) {
  const { t } = useTranslation("signals");
  const cases = pattern.cases.length + pattern.hiddenCases;
  const precedents = pattern.precedents.length + pattern.morePrecedents;
  const counts = [
    ...(cases > 0 ? [t("patterns.cases", { count: cases })] : []),
    ...(precedents > 0 ? [t("patterns.precedents", { count: precedents })] : []),
  ];
  return <>{counts.join(", ")}</>;
}

function Members({ pattern }: { pattern: PatternItem }) {
  const { t } = useTranslation("signals");
  const { cases, hiddenCases, precedents, morePrecedents } = pattern;
  return (
    <ul>
      {cases.map(({ id, number, title }) => (
        <li key={id}>
          <TextLink to={`/casussen/${id}`}>
            {number} {title}
          </TextLink>
        </li>
      ))}
      {hiddenCases > 0 ? <li>{t("patterns.hidden", { count: hiddenCases })}</li> : null}
      {precedents.map(({ id, number, title }) => (
        <li key={id}>
          <TextLink to={`/precedenten/${id}`}>
            {number} {title}
          </TextLink>
        </li>
      ))}
      {morePrecedents > 0 ? <li>{t("patterns.more", { count: morePrecedents })}</li> : null}
    </ul>
  );
}
