import { lifeEvents } from "#app/domain/case-file.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CasePage, CaseTexts } from "#app/schemas/case-view.ts";
import { Badge } from "../badge.tsx";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { LawLink } from "../law-link.tsx";
import { Money } from "../money.tsx";
import { Prose } from "../prose.tsx";
import { useFieldName } from "./field-name.ts";

type ContentProps = { page: CasePage };

/** What the citizen's situation is, in the words of the professional. */
export function SituationCard({ page }: ContentProps) {
  const { t } = useTranslation("cases");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const { caseFile } = page;
  const heard =
    caseFile.citizenHeardAt === null
      ? t("page.notHeard")
      : t("page.heard", { date: format.date(caseFile.citizenHeardAt) });
  const events = lifeEvents.filter((event) => caseFile.lifeEvents.includes(event));
  return (
    <Card title={t("page.situation")} aside={<Badge>{heard}</Badge>}>
      {caseFile.story === "" ? (
        <p className="mw-soft">{t("page.empty")}</p>
      ) : (
        <Prose text={caseFile.story} />
      )}
      <Texts
        page={page}
        fields={["citizenWish", "citizenFirstNeed", "ownAttempts", "unease", "urgencyNote"]}
      />
      {events.length > 0 ? (
        <p className="mw-row">
          {events.map((event) => (
            <Badge key={event}>{terms(`lifeEvent.${event}`)}</Badge>
          ))}
        </p>
      ) : null}
    </Card>
  );
}

/** Fields of text under their names; what was left empty is left out. */
function Texts({ page, fields }: ContentProps & { fields: (keyof CaseTexts)[] }) {
  const fieldName = useFieldName();
  return (
    <DataList
      items={fields.map((field) => ({
        key: field,
        label: fieldName(field),
        value: page.caseFile[field] === "" ? null : <Prose text={page.caseFile[field]} />,
      }))}
    />
  );
}

/** Which rule pinches, and what it is for. */
export function LawCard({ page }: ContentProps) {
  const { t } = useTranslation("cases");
  const { t: terms } = useTranslation();
  const { pinchPlace } = page.caseFile;
  return (
    <Card
      title={t("page.law")}
      aside={pinchPlace ? <Badge>{terms(`pinchPlace.${pinchPlace}`)}</Badge> : null}
    >
      {page.caseFile.pinch === "" ? <p className="mw-soft">{t("page.empty")}</p> : null}
      <Texts page={page} fields={["pinch", "pinchSource", "lawPurpose"]} />
      {page.lawReferences.length > 0 ? (
        <ul>
          {page.lawReferences.map((reference) => (
            <li key={reference.value}>
              <LawLink reference={reference} />
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

/** Who is involved and what may be shared. */
export function PeopleCard({ page }: ContentProps) {
  const { t } = useTranslation("cases");
  const format = useFormat();
  const { representativeRole, representativeUntil, specialHealth, specialCriminal } = page.caseFile;
  const until =
    representativeUntil === null
      ? ""
      : ` ${t("page.until", { date: format.date(representativeUntil) })}`;
  return (
    <Card
      title={t("page.people")}
      aside={
        specialHealth || specialCriminal ? <Badge tone="warning">{t("page.special")}</Badge> : null
      }
    >
      <DataList
        items={[
          {
            key: "representative",
            label: t("field.representative"),
            value: representativeRole === "" ? null : representativeRole + until,
          },
        ]}
      />
      <Texts
        page={page}
        fields={[
          "representativeMandate",
          "organisationsInvolved",
          "contactPerson",
          "sharingConsent",
        ]}
      />
    </Card>
  );
}

/** Amounts and rights at stake. */
export function ClaimsCard({ page }: ContentProps) {
  const { t } = useTranslation("cases");
  return (
    <Card title={t("page.claims")}>
      {page.claims.length === 0 ? <p className="mw-soft">{t("page.claimsNone")}</p> : null}
      <DataList
        items={page.claims.map(({ id, label, cents }) => ({
          key: id,
          label,
          value: cents === null ? t("page.noAmount") : <Money cents={cents} />,
        }))}
      />
    </Card>
  );
}

/** What was asked once about the case as a whole. */
export function AnswersCard({ page }: ContentProps) {
  const { t } = useTranslation("cases");
  if (page.answers.length === 0) return null;
  return (
    <Card title={t("page.questions")}>
      <DataList
        items={page.answers.map(({ key, question, answer }) => ({
          key,
          label: question,
          value: <Prose text={answer} />,
        }))}
      />
    </Card>
  );
}
