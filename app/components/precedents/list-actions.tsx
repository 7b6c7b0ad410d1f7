import { useTranslation } from "#app/i18n/use-translation.ts";
import { filterAddress } from "#app/schemas/precedent-address.ts";
import type { ComparedCase, PrecedentListPage } from "#app/schemas/precedent-view.ts";
import { Alert } from "../alert.tsx";
import { LinkButton } from "../link-button.tsx";
import { TextLink } from "../text-link.tsx";

/** From the list to its lines, to a file, and to bringing precedents along. */
export function PrecedentListActions({ page }: { page: PrecedentListPage }) {
  const { t } = useTranslation("precedents");
  const filters = filterAddress(page.filters);
  return (
    <>
      <LinkButton to="/precedenten/lijn">{t("list.lines")}</LinkButton>
      {page.mayEdit ? (
        <>
          <LinkButton to="/precedenten/importeren">{t("list.import")}</LinkButton>
          <LinkButton
            to={`/precedenten/bestand?vorm=csv${filters === "" ? "" : `&${filters}`}`}
            reloadDocument
          >
            {t("list.export")}
          </LinkButton>
        </>
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
