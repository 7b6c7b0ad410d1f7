import { Columns } from "#app/components/columns.tsx";
import { TextArea, TextField } from "#app/components/form/index.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type BothLanguagesProps = { name: string; label: string; long?: boolean; optional?: boolean };

/** The same text in Dutch and English, side by side. English may always be left out. */
export function BothLanguages({ name, label, long, optional }: BothLanguagesProps) {
  const { t } = useTranslation("administration");
  const dutch = { name: `${name}.nl`, label: t("editor.dutch", { label }), optional };
  const english = { name: `${name}.en`, label: t("editor.english", { label }), optional: true };
  return (
    <Columns layout="2">
      {long ? <TextArea {...dutch} rows={2} /> : <TextField {...dutch} autoComplete="off" />}
      {long ? <TextArea {...english} rows={2} /> : <TextField {...english} autoComplete="off" />}
    </Columns>
  );
}
