import { textIn, type LocalText } from "#app/domain/local-text.ts";
import type { Role } from "#app/domain/rights.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type HeldRole = { role: Role; perspective: string | null };
type PerspectiveName = { key: string; name: LocalText };

/** Roles in words, an assessor with the perspective: "Indiener en Beoordelaar (Juridisch)". */
export function useRoleWords(perspectives: PerspectiveName[]): (held: HeldRole[]) => string {
  const { t, language } = useTranslation("administration");
  const { t: terms } = useTranslation();
  const format = useFormat();
  return (held) =>
    format.list(
      held.map(({ role, perspective }) => {
        const words = terms(`role.${role}`);
        const found = perspectives.find(({ key }) => key === perspective);
        if (!found) return words;
        const name = textIn(found.name, language);
        return t("person.roleWithPerspective", { role: words, perspective: name });
      }),
    );
}
