import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { EmptyState } from "../empty-state.tsx";
import { Form, FormActions, HiddenField, SelectField, SubmitButton } from "../form/index.ts";

const panelSchema = () => import("#app/schemas/panel.ts").then((module) => module.panelSchema);

type Candidate = {
  id: string;
  name: string;
  usual: string | null;
  perspective: string | null;
  readsAlong: boolean;
  blocked: "is_submitter" | "conflict_of_interest" | "observes" | null;
};

type MembersFormProps = {
  seats: "all" | "newcomers" | "none";
  version: number;
  begun: boolean;
  perspectives: { key: string; name: LocalText }[];
  candidates: Candidate[];
  result: FormResult | undefined;
};

/** Who scores this case from which perspective. */
export function MembersForm(props: MembersFormProps) {
  const { seats, version, begun, candidates, result } = props;
  const { t } = useTranslation("sessions");
  const { t: terms } = useTranslation();
  const free = candidates.filter(({ blocked }) => blocked === null);
  const open = seats !== "none";
  return (
    <Card title={t("panels.people")}>
      {open ? null : <Alert>{t("panels.over")}</Alert>}
      {seats === "all" && begun ? <Alert kind="warning">{t("panels.late")}</Alert> : null}
      {seats === "newcomers" ? <Alert>{t("panels.newcomers")}</Alert> : null}
      {free.length === 0 ? (
        <EmptyState title={t("panels.nobody")}>{t("panels.nobodyText")}</EmptyState>
      ) : (
        <Form
          schema={panelSchema}
          values={{
            members: free.map(({ perspective }) => ({ perspective: perspective ?? "" })),
          }}
          intent="members"
          result={result}
        >
          <HiddenField name="version" value={version} />
          <div className="mw-members">
            {free.map((candidate, place) => (
              <MemberField key={candidate.id} {...props} candidate={candidate} place={place} />
            ))}
          </div>
          {open ? (
            <FormActions>
              <SubmitButton>{terms("save")}</SubmitButton>
            </FormActions>
          ) : null}
        </Form>
      )}
      <BlockedPeople candidates={candidates} />
    </Card>
  );
}

type MemberFieldProps = MembersFormProps & { candidate: Candidate; place: number };

function MemberField({ perspectives, candidate, place }: MemberFieldProps) {
  const { t, language } = useTranslation("sessions");
  const usual = perspectives.find(({ key }) => key === candidate.usual);
  return (
    <>
      <HiddenField name={`members.${place}.personId`} value={candidate.id} />
      <SelectField
        name={`members.${place}.perspective`}
        label={candidate.name}
        description={
          candidate.readsAlong
            ? t("panel.readsAlong")
            : usual && t("panels.usual", { perspective: textIn(usual.name, language) })
        }
        empty={t("panels.none")}
        options={perspectives.map(({ key, name }) => ({
          value: key,
          label: textIn(name, language),
        }))}
        width="medium"
      />
    </>
  );
}

/** People who cannot be chosen, and why. */
function BlockedPeople({ candidates }: { candidates: Candidate[] }) {
  const { t } = useTranslation("sessions");
  const blocked = candidates.flatMap(({ id, name, blocked: why, perspective }) =>
    why ? [{ id, name, why, sits: perspective !== null }] : [],
  );
  if (blocked.length === 0) return null;
  return (
    <div>
      <h3 className="nl-heading nl-heading--level-4">{t("panels.blocked")}</h3>
      <ul className="utrecht-unordered-list">
        {blocked.map(({ id, name, why, sits }) => (
          <li key={id}>
            {name}: {t(`panels.block.${why}`)}
            {sits ? ` ${t("panels.blockedSits")}` : ""}
          </li>
        ))}
      </ul>
    </div>
  );
}
