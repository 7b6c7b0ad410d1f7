import { Alert } from "#app/components/alert.tsx";
import { useErrorText } from "#app/components/form/index.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FileProblem } from "#app/schemas/question-set-file.ts";

const mostShown = 30;
const ownWords = [
  "too_large",
  "not_json",
  "format",
  "format_version",
  "forbidden_name",
  "too_deep",
  "unknown_name",
  "five_texts",
  "control_characters",
  "set_key",
  "required",
  "invalid",
  "too_many",
  "unknown_option",
] as const;

/** Everything that is wrong with a file, each with its place in it. */
export function ImportProblems({ problems }: { problems: FileProblem[] }) {
  const { t } = useTranslation("question-sets");
  const wordsFor = useProblemText();
  const rest = problems.length - mostShown;
  return (
    <Alert kind="error" title={t("import.problems", { count: problems.length })}>
      <ul>
        {problems.slice(0, mostShown).map(({ place, code }) => (
          <li key={`${place} ${code}`}>
            {place === "" ? null : (
              <>
                <code className="mw-file-place">{place}</code>:{" "}
              </>
            )}
            {wordsFor(code)}
          </li>
        ))}
      </ul>
      {rest > 0 ? <p>{t("import.problemsMore", { count: rest })}</p> : null}
      <p>{t("import.nothingMade")}</p>
    </Alert>
  );
}

/** Words for somebody with a file open; the words for a field of a form are the fallback. */
function useProblemText(): (code: string) => string {
  const { t } = useTranslation("question-sets");
  const errorText = useErrorText();
  return (code) => {
    const [bare = code, limit = ""] = code.split(":");
    const own = ownWords.find((known) => known === bare);
    return own ? t(`import.problem.${own}`, { limit }) : errorText(code);
  };
}
