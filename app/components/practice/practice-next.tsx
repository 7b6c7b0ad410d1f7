import { pageAfter, practicePages } from "#app/domain/practice/practice-pages.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { PracticePlace } from "#app/schemas/practice-view.ts";
import { Form, FormActions, SubmitButton } from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { isPast, practiceAddresses } from "./practice-frame.tsx";

type PracticeNextProps = { place: PracticePlace; result?: FormResult | undefined };

/** On to the next step: an act the first time, after that a link. */
export function PracticeNext({ place, result }: PracticeNextProps) {
  const { t } = useTranslation("practice");
  const words = t("nextTo", { name: t(`name.${pageAfter(place.page)}`) });
  if (isPast(place)) {
    return (
      <div className="utrecht-button-group">
        <LinkButton purpose="primary" to={practiceAddresses[pageAfter(place.page)]}>
          {words}
        </LinkButton>
        <PreviousStep place={place} />
      </div>
    );
  }
  return (
    <Form intent="next" result={result} warnOnLeave={false}>
      <FormActions>
        <SubmitButton>{words}</SubmitButton>
        <PreviousStep place={place} />
      </FormActions>
    </Form>
  );
}

export function PreviousStep({ place }: { place: PracticePlace }) {
  const { t } = useTranslation("practice");
  const before = practicePages[practicePages.indexOf(place.page) - 1];
  if (!before) return null;
  return <LinkButton to={practiceAddresses[before]}>{t("previous")}</LinkButton>;
}
