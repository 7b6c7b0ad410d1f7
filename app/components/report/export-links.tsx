import { useLocation } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { TextLink } from "../text-link.tsx";

/** Where in a list somebody is, is nothing for its file. */
const places = ["na", "voor", "after", "pagina", "index", "vorm"];

type ExportLinksProps = {
  to: string;
  /** What is asked for; without it what the address of the page asks. */
  asked?: Record<string, string | undefined>;
  /** Which list, for who hears the links without what stands around them. */
  about?: string;
};

/** The list on this page as a file, with the filters of its address. */
export function ExportLinks({ to, asked, about }: ExportLinksProps) {
  const { t } = useTranslation("exports");
  const { search } = useLocation();
  const filters = asked
    ? Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []))
    : [...new URLSearchParams(search)].filter(([name]) => !places.includes(name));
  return (
    <p className="nl-paragraph mw-row mw-screen-only">
      {(["csv", "xlsx"] as const).map((format) => (
        <TextLink
          key={format}
          to={`${to}?${new URLSearchParams([...filters, ["vorm", format]]).toString()}`}
          reloadDocument
        >
          {t(format)}
          {about ? <span className="mw-visually-hidden">: {about}</span> : null}
        </TextLink>
      ))}
    </p>
  );
}
