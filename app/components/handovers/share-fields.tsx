import { handoverParts, type HandoverPart } from "#app/domain/handover.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { HandoverForm } from "#app/schemas/handover-view.ts";
import { Alert } from "../alert.tsx";
import { CheckboxField, Fieldset } from "../form/index.ts";
import { Prose } from "../prose.tsx";
import { SharedFields, useSpecialWords } from "./shared-content.tsx";

/** What can be shared, part by part, each beside exactly the text that would go. */
export function ShareFields({ page }: { page: HandoverForm }) {
  const { t } = useTranslation("handovers");
  const others = handoverParts.filter((part) => part !== "facts");
  return (
    <Fieldset legend={t("form.share")} description={<p>{t("form.shareHint")}</p>}>
      {page.special.length > 0 ? <SpecialWarning kinds={page.special} /> : null}
      {others.slice(0, 5).map((part) => (
        <Part key={part} part={part} page={page} />
      ))}
      <Facts page={page} />
      {others.slice(5).map((part) => (
        <Part key={part} part={part} page={page} />
      ))}
    </Fieldset>
  );
}

function SpecialWarning({ kinds }: { kinds: HandoverForm["special"] }) {
  const { t } = useTranslation("handovers");
  const words = useSpecialWords();
  return (
    <Alert kind="warning" title={t("special.title")}>
      <p>{t("special.text", { kinds: words(kinds) })}</p>
      <p>{t("special.along")}</p>
    </Alert>
  );
}

type PartProps = { part: HandoverPart; page: HandoverForm };

/** A part without text has nothing to tick. */
function Part({ part, page }: PartProps) {
  const { t } = useTranslation("handovers");
  const fields = page.parts[part];
  if (fields.length === 0) return null;
  return (
    <CheckboxField
      name={`parts.${part}`}
      label={t(`part.${part}`)}
      description={<SharedFields fields={fields} />}
    />
  );
}

function Facts({ page }: { page: HandoverForm }) {
  const { t } = useTranslation("handovers");
  const { facts } = page.parts;
  if (facts.length === 0) return null;
  return (
    <Fieldset legend={t("form.factsTitle")} description={<p>{t("form.factsHint")}</p>}>
      {facts.map(({ field = "", label, text }) => (
        <CheckboxField
          key={field}
          name={field.replace("fact.", "facts.")}
          label={label}
          description={<Prose text={text} />}
        />
      ))}
    </Fieldset>
  );
}
