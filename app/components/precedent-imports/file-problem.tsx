import { useTranslation } from "#app/i18n/use-translation.ts";
import { Alert } from "../alert.tsx";

const known = [
  "import_spreadsheet",
  "import_encoding",
  "import_not_json",
  "import_format",
  "import_version",
  "import_csv",
  "import_header",
  "import_unknown_column",
  "import_double_column",
  "import_no_rows",
  "import_too_many_rows",
  "file_empty",
] as const;

type FileProblemProps = { problem: { code: string; about: string } };

/** Why a file cannot be read at all, and what to do about it. */
export function FileProblem({ problem: { code, about } }: FileProblemProps) {
  const { t } = useTranslation("precedent-imports");
  const own = known.find((one) => one === code);
  return (
    <Alert kind="error" title={t("file.title")}>
      {own ? <p>{t(`file.${own}`, { about })}</p> : null}
      <p>{t("file.nothing")}</p>
    </Alert>
  );
}
