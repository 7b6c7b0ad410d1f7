import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { IconArrowLeft, IconArrowRight } from "./icons.ts";

type PaginationProps = {
  /** Addresses with the search kept, such as `?na=…`; left out at an end of the list. */
  previous?: string | null;
  next?: string | null;
};

/** Previous and next page of a list. */
export function Pagination({ previous, next }: PaginationProps) {
  const { t } = useTranslation();
  if (!previous && !next) return null;
  return (
    <nav className="utrecht-pagination mw-pagination" aria-label={t("pages")}>
      {previous ? (
        <Link className="nl-button nl-button--secondary" to={previous} rel="prev">
          <IconArrowLeft aria-hidden size={20} />
          {t("previous")}
        </Link>
      ) : null}
      {next ? (
        <Link className="nl-button nl-button--secondary mw-pagination__next" to={next} rel="next">
          {t("next")}
          <IconArrowRight aria-hidden size={20} />
        </Link>
      ) : null}
    </nav>
  );
}
