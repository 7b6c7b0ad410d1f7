import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ComparedCase, PrecedentListPage } from "#app/schemas/precedent-view.ts";
import { Alert } from "../alert.tsx";
import { LinkButton } from "../link-button.tsx";
import { TextLink } from "../text-link.tsx";

/** From the list to its lines, and to bringing precedents along. */
export function PrecedentListActions({ page }: { page: PrecedentListPage }) {
  const { t } = useTranslation("precedents");
  return (
    <>
      <LinkButton to="/precedenten/lijn">{t("list.lines")}</LinkButton>
      {page.mayEdit ? (
        <LinkButton to="/precedenten/importeren">{t("list.import")}</LinkButton>
      ) : null}
    </>
  );
}

/** The case that the list is put in order for. */
export function ComparedWith({ compared }: { compared: ComparedCase }) {
  const { t } = useTranslation("precedents");
  const { id, number, title, hasScope } = compared;
  return (
    <Alert>
      <p>
        {t("list.comparedWith")}{" "}
        <TextLink to={`/casussen/${id}`}>
          {number} {title}
        </TextLink>
        {". "}
        {hasScope ? null : t("list.comparedNoScope")}
      </p>
    </Alert>
  );
}
