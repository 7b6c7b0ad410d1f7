import { linkDays, usualLinkDays } from "#app/domain/questionnaire.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CitizenLink, QuestionnairesPage } from "#app/schemas/questionnaire-view.ts";
import { Card } from "../card.tsx";
import { Form, FormActions, RadioGroup, SubmitButton } from "../form/index.ts";
import { resultOf } from "../result-of.ts";
import { MadeLink } from "./made-link.tsx";

const fetchQuestionnaireForm = () =>
  import("#app/schemas/questionnaire.ts").then((module) => module.questionnaireForm);

type InviteCitizenProps = {
  page: QuestionnairesPage;
  /** The link that was just made. */
  link: CitizenLink | null;
  result: unknown;
};

/** Makes a link for the citizen, and shows it once. */
export function InviteCitizen({ page, link, result }: InviteCitizenProps) {
  const { t } = useTranslation("questionnaires");
  const { decision, subjects, mayInvite } = page;
  return (
    <>
      {link ? <MadeLink link={link} page={page} /> : null}
      <Card title={t("invite.title")}>
        <p>{t("invite.text")}</p>
        {!mayInvite ? (
          <p>{t("invite.notYou")}</p>
        ) : subjects.length === 0 ? (
          <p>{decision ? t("invite.nothing") : t("invite.noDecision")}</p>
        ) : (
          <InviteForm page={page} link={link} result={result} />
        )}
      </Card>
    </>
  );
}

function InviteForm({ page: { subjects }, link, result }: InviteCitizenProps) {
  const { t } = useTranslation("questionnaires");
  const format = useFormat();
  return (
    <Form
      key={link?.address ?? ""}
      intent="invite"
      schema={fetchQuestionnaireForm}
      values={{ about: subjects.at(-1)?.about ?? "", days: usualLinkDays }}
      result={link ? undefined : resultOf(result, "invite")}
      warnOnLeave={false}
      preventScrollReset
    >
      <RadioGroup
        name="about"
        label={t("invite.about")}
        options={subjects.map(({ about, heldAt }) => ({
          value: about,
          label:
            heldAt === null
              ? t("invite.decision")
              : t("invite.review", { date: format.date(heldAt) }),
        }))}
      />
      <RadioGroup
        name="days"
        label={t("invite.days")}
        inline
        options={linkDays.map((days) => ({
          value: days,
          label: t("invite.daysOf", { count: Number(days) }),
        }))}
      />
      <p className="mw-soft">{t("invite.replaces")}</p>
      <FormActions>
        <SubmitButton purpose={link ? "secondary" : "primary"}>{t("invite.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
