import { Alert } from "#app/components/alert.tsx";
import { useErrorText } from "#app/components/form/index.ts";
import { TextLink } from "#app/components/text-link.tsx";
import type { QuestionSetProblem } from "#app/domain/question-set-problems.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { placeId, type PlaceLabels } from "./editor-places.ts";

type ProblemsProps = {
  problems: QuestionSetProblem[];
  /** Words for the places, by path. */
  labels: PlaceLabels;
  /** Address of the form, when it is another page. */
  editor?: string;
};

const mostShown = 12;

/** What is still to be done before a draft can be published, with a link to each place. */
export function QuestionSetProblems({ problems, labels, editor = "" }: ProblemsProps) {
  const { t } = useTranslation("administration");
  const errorText = useErrorText();
  if (problems.length === 0) {
    return (
      <Alert kind="ok">
        <p>{t("questionSet.noProblems")}</p>
      </Alert>
    );
  }
  const rest = problems.length - mostShown;
  return (
    <Alert kind="info" title={t("questionSet.problems", { count: problems.length })}>
      <ul>
        {problems.slice(0, mostShown).map(({ code, path }) => (
          <li key={`${code} ${path}`}>
            <TextLink to={`${editor}#${placeId(path)}`} reloadDocument={editor === ""}>
              {labels[path] ?? path}
            </TextLink>
            : {errorText(code)}
          </li>
        ))}
      </ul>
      {rest > 0 ? <p>{t("questionSet.problemsMore", { count: rest })}</p> : null}
    </Alert>
  );
}
