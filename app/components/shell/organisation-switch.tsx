import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Shell } from "#app/schemas/shell.ts";
import { IconBuilding } from "../icons.ts";

/** The organisation someone works for now; a choice for who works for several. */
export function OrganisationSwitch({ shell }: { shell: Shell }) {
  const { t } = useTranslation();
  const { organisation, organisations } = shell;
  if (organisations.length < 2) {
    return (
      <p className="mw-organisation">
        <IconBuilding aria-hidden size={20} />
        <span className="mw-visually-hidden">{t("organisation")}: </span>
        {organisation?.name}
      </p>
    );
  }
  return (
    <Form className="mw-organisation" method="post" action="/organisatie" reloadDocument>
      <IconBuilding aria-hidden size={20} />
      <label className="mw-visually-hidden" htmlFor="organisation-switch">
        {t("switchOrganisationLabel")}
      </label>
      <select
        className="mw-organisation__select"
        id="organisation-switch"
        name="organisationId"
        defaultValue={organisation?.id}
      >
        {organisations.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button className="mw-organisation__button" type="submit">
        {t("switchOrganisation")}
      </button>
    </Form>
  );
}
