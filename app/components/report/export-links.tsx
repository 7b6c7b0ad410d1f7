import { useLocation } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { TextLink } from "../text-link.tsx";

/** Where in a list somebody is, is nothing for its file. */
const places = ["na", "voor", "after", "pagina", "index", "vorm"];

/** The list on this page as a file, with the filters of its address. */
export function ExportLinks({ to }: { to: string }) {
  const { t } = useTranslation("exports");
  const { search } = useLocation();
  const addressOf = (format: "csv" | "xlsx") => {
    const asked = [...new URLSearchParams(search)].filter(([name]) => !places.includes(name));
    return `${to}?${new URLSearchParams([...asked, ["vorm", format]]).toString()}`;
  };
  return (
    <p className="nl-paragraph mw-row mw-screen-only">
      <TextLink to={addressOf("csv")} reloadDocument>
        {t("csv")}
      </TextLink>
      <TextLink to={addressOf("xlsx")} reloadDocument>
        {t("xlsx")}
      </TextLink>
    </p>
  );
}
