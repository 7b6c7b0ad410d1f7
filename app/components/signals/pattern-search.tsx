import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PatternsPage } from "#app/schemas/signal-view.ts";
import { Card } from "../card.tsx";
import { EmptyState } from "../empty-state.tsx";
import { Form, FormActions, SelectField, SubmitButton } from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { useProgress } from "../precedent-imports/use-progress.ts";
import { Progress } from "../progress.tsx";

/** The area to look in; choosing one begins the search. */
export function PatternSearch({ page: { scopes, scopeId } }: { page: PatternsPage }) {
  const { t } = useTranslation("signals");
  return (
    <Card>
      <Form
        method="get"
        action="/signalen/patronen"
        values={{ gebied: scopeId ?? "" }}
        className="mw-form--inline"
      >
        <SelectField
          name="gebied"
          label={t("patterns.scope")}
          empty={t("patterns.choose")}
          options={scopes.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FormActions>
          <SubmitButton purpose="secondary">{t("patterns.search")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

/** How far the search is, or why there is nothing to show. */
export function PatternState({ page }: { page: PatternsPage }) {
  const { t } = useTranslation("signals");
  const format = useFormat();
  const { state, scopeId, progress, patterns, total, foundAt } = page;
  useProgress(state === "busy");
  const here = `/signalen/patronen?gebied=${scopeId ?? ""}`;
  if (state === "none") {
    return <EmptyState title={t("patterns.startTitle")}>{t("patterns.startText")}</EmptyState>;
  }
  if (state === "busy") {
    return (
      <Card title={t("patterns.busy")}>
        <Progress
          label={t("patterns.busy")}
          done={Math.round(progress * 100)}
          total={100}
          words={format.percent(progress)}
        />
        <p>{t("patterns.busyText")}</p>
        <LinkButton to={here}>{t("patterns.refresh")}</LinkButton>
      </Card>
    );
  }
  if (state === "failed") {
    return (
      <EmptyState
        title={t("patterns.failedTitle")}
        action={<LinkButton to={here}>{t("patterns.again")}</LinkButton>}
      >
        {t("patterns.failedText")}
      </EmptyState>
    );
  }
  if (patterns.length === 0) {
    return <EmptyState title={t("patterns.emptyTitle")}>{t("patterns.emptyText")}</EmptyState>;
  }
  return (
    <p role="status">
      {t("patterns.found", { count: total })}{" "}
      {foundAt === null ? null : t("patterns.foundAt", { moment: format.dateTime(foundAt) })}
    </p>
  );
}
