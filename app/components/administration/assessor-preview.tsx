import type { FormEvent } from "react";
import { Alert } from "#app/components/alert.tsx";
import { Card } from "#app/components/card.tsx";
import { LinkButton } from "#app/components/link-button.tsx";
import { RatingStep } from "#app/components/sessions/rating-step.tsx";
import { TextLink } from "#app/components/text-link.tsx";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { lastStep, type PreviewPage } from "#app/schemas/assessor-preview.ts";

type LastPageProps = { setId: string; page: PreviewPage; next: string | null };
type AssessorPreviewProps = LastPageProps & { result: FormResult | undefined };

const optionIds = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];

/** One question on the real scoring screen, over two made-up solutions. */
export function AssessorPreview({ setId, page, next, result }: AssessorPreviewProps) {
  const { t } = useTranslation("question-sets");
  const titles = [t("preview.strict"), t("preview.other")];
  if (!page.step) return <LastPage setId={setId} page={page} next={next} />;
  const cells = optionIds.map((optionId, place) => ({
    optionId,
    position: place,
    title: titles[place] ?? "",
    choice: "" as const,
    reason: "",
  }));
  return (
    // The screen keeps a judgement as soon as it is given; here that message stops halfway.
    <div onChangeCapture={stop}>
      <RatingStep
        key={page.step.key}
        step={{ ...page.step, cells }}
        scale={page.scale}
        last={page.number === page.steps.length}
        result={result}
      />
    </div>
  );
}

function stop(event: FormEvent<HTMLElement>) {
  event.stopPropagation();
}

function LastPage({ setId, page, next }: LastPageProps) {
  const { t } = useTranslation("question-sets");
  return (
    <Card title={t("preview.lastTitle")}>
      <p className="nl-paragraph">{t("preview.lastText", { count: page.steps.length })}</p>
      <div className="utrecht-button-group">
        {next ? (
          <LinkButton purpose="primary" to={`/beheer/vragensets/${setId}/voorbeeld/${next}`}>
            {t("preview.nextPerspective")}
          </LinkButton>
        ) : null}
        <LinkButton to={`/beheer/vragensets/${setId}`}>{t("preview.back")}</LinkButton>
      </div>
    </Card>
  );
}

/** Says on every page of the preview that it is one. */
export function PreviewNotice() {
  const { t } = useTranslation("question-sets");
  return (
    <Alert kind="warning" title={t("preview.noticeTitle")}>
      <p>{t("preview.noticeText")}</p>
    </Alert>
  );
}

/** The way to every question of the perspective. */
export function PreviewSteps({ page }: { page: PreviewPage }) {
  const { t, language } = useTranslation("question-sets");
  const { steps, step } = page;
  return (
    <Card title={t("preview.steps")}>
      <ol className="mw-plain-list">
        {steps.map(({ key, question }) => (
          <li key={key}>
            <TextLink to={`?stap=${key}`} aria-current={step?.key === key ? "step" : undefined}>
              {key}: {textIn(question, language)}
            </TextLink>
          </li>
        ))}
        <li>
          <TextLink to={`?stap=${lastStep}`} aria-current={step ? undefined : "step"}>
            {t("preview.last")}
          </TextLink>
        </li>
      </ol>
    </Card>
  );
}
