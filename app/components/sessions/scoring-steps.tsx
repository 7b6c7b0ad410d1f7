import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ScoringSheet } from "#app/schemas/scoring-sheet.ts";
import { Disclosure } from "../disclosure.tsx";
import { Progress } from "../progress.tsx";
import { TextLink } from "../text-link.tsx";

/** How far the own scoring is, and the way to every question. */
export function ScoringSteps({ sheet }: { sheet: ScoringSheet }) {
  const { t, language } = useTranslation("scoring");
  const { steps, stepId } = sheet;
  const done = steps.filter(({ state }) => state === "done").length;
  return (
    <nav className="mw-scoring-steps" aria-label={t("steps.label")}>
      <Progress
        label={t("steps.progress")}
        done={done}
        total={steps.length}
        words={t("steps.words", { done, count: steps.length })}
      />
      <Disclosure summary={t("steps.all")}>
        <ol className="mw-plain-list">
          {steps.map(({ id, key, question, option, state }) => (
            <li key={id}>
              <TextLink to={`?stap=${id}`} aria-current={stepId === id ? "step" : undefined}>
                {key}: {textIn(question, language)}
                {option === null ? null : ` (${option})`}
              </TextLink>{" "}
              <span className="mw-soft">{t(`steps.state.${state}`)}</span>
            </li>
          ))}
          <li>
            <TextLink to="?stap=controle" aria-current={stepId ? undefined : "step"}>
              {t("check.title")}
            </TextLink>
          </li>
        </ol>
      </Disclosure>
    </nav>
  );
}
