import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ScoringSheet } from "#app/schemas/scoring-sheet.ts";
import { Disclosure } from "../disclosure.tsx";
import { Progress } from "../progress.tsx";
import { TextLink } from "../text-link.tsx";

/** How far the own scoring is, and the way to every question. */
export function ScoringSteps({ sheet }: { sheet: ScoringSheet }) {
  const { t, language } = useTranslation("scoring");
  const { steps, step } = sheet;
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
          {steps.map(({ key, question, state }) => (
            <li key={key}>
              <TextLink to={`?stap=${key}`} aria-current={step?.key === key ? "step" : undefined}>
                {key}: {textIn(question, language)}
              </TextLink>{" "}
              <span className="mw-soft">{t(`steps.state.${state}`)}</span>
            </li>
          ))}
          <li>
            <TextLink to="?stap=controle" aria-current={step ? undefined : "step"}>
              {t("check.title")}
            </TextLink>
          </li>
        </ol>
      </Disclosure>
    </nav>
  );
}
