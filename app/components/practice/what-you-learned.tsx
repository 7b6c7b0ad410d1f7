import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PracticeFinish } from "#app/schemas/practice-view.ts";
import { Card } from "../card.tsx";
import { Columns, Stack } from "../columns.tsx";
import { LinkButton } from "../link-button.tsx";

const needs = ["precedents", "ground", "motivation", "conditions", "citizen", "signal"] as const;
const learned = ["blind", "passes", "reasons"] as const;
const models = ["0", "1", "2"] as const;

/** The own decision beside an example, what a real one needs as well, and what to remember. */
export function WhatYouLearned({ page }: { page: PracticeFinish }) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const { chosen, reason, verdict, proposed } = page;
  const model = models[chosen.position] ?? "0";
  return (
    <>
      <Columns layout="2">
        <Stack>
          <Card title={t("finished.yours")}>
            <p>
              <strong>{t("finished.chosen", { option: chosen.title })}</strong>
            </p>
            <p>{t(`finished.verdict.${verdict}`, { proposed: format.list(proposed) })}</p>
            <p className="mw-prose">{reason === "" ? t("finished.noReason") : reason}</p>
          </Card>
          <Card title={t("finished.modelTitle")}>
            <p>{t(`finished.model.${model}`)}</p>
          </Card>
        </Stack>
        <Card title={t("finished.needsTitle")}>
          <ul className="utrecht-unordered-list">
            {needs.map((key) => (
              <li key={key}>{t(`finished.needs.${key}`)}</li>
            ))}
          </ul>
        </Card>
      </Columns>
      <Card title={t("finished.learnedTitle")} tone="accent">
        <ol className="utrecht-ordered-list">
          {learned.map((key) => (
            <li key={key}>{t(`finished.learned.${key}`)}</li>
          ))}
        </ol>
        <div className="utrecht-button-group">
          <LinkButton purpose="primary" to="/">
            {t("finished.work")}
          </LinkButton>
          <LinkButton to="/oefenen">{t("finished.again")}</LinkButton>
        </div>
      </Card>
    </>
  );
}
