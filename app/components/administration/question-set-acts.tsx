import type { ReactNode } from "react";
import { Card } from "#app/components/card.tsx";
import { Stack } from "#app/components/columns.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import {
  Form,
  FormActions,
  HiddenField,
  SubmitButton,
  TextField,
} from "#app/components/form/index.ts";
import { LinkButton } from "#app/components/link-button.tsx";
import { TextLink } from "#app/components/text-link.tsx";
import { resultOf } from "#app/components/result-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type ActsProps = {
  set: {
    id: string;
    version: number;
    mayEdit: boolean;
    mayRetire: boolean;
    status: "draft" | "published" | "retired";
    copyName: string;
    /** The draft of the next version, where there is one already. */
    draftId: string | null;
    problems: unknown[];
    changes: { previous: number; differences: unknown[] } | null;
    content: { perspectives: { key: string }[] };
  };
  result: unknown;
};

/** What a manager can do with this version; each act that cannot be undone asks twice. */
export function QuestionSetActs({ set, result }: ActsProps) {
  const { t } = useTranslation("administration");
  const act = { version: set.version, result };
  return (
    <Card title={t("questionSet.manage")}>
      <Stack>
        {set.mayEdit ? (
          <div>
            <LinkButton purpose="primary" to={`/beheer/vragensets/${set.id}/bewerken`}>
              {t("questionSet.edit")}
            </LinkButton>
          </div>
        ) : null}
        <LookAndKeep set={set} />
        {set.mayEdit && set.problems.length === 0 ? (
          <Act {...act} intent="publish" title={t("questionSet.publish")}>
            {t("questionSet.publishText")} <ChangesInWords changes={set.changes} />
          </Act>
        ) : null}
        {set.status === "draft" ? null : <NextVersion draftId={set.draftId} result={result} />}
        <CopyForm copyName={set.copyName} result={result} />
        {set.mayEdit ? (
          <Act {...act} intent="delete" title={t("questionSet.delete")} negative>
            {t("questionSet.deleteText")}
          </Act>
        ) : null}
        {set.mayRetire ? (
          <Act {...act} intent="retire" title={t("questionSet.retire")} negative>
            {t("questionSet.retireText")}
          </Act>
        ) : null}
      </Stack>
    </Card>
  );
}

/** To see it as an assessor, and to take it along as a file. */
function LookAndKeep({ set }: Pick<ActsProps, "set">) {
  const { t } = useTranslation("question-sets");
  const [first] = set.content.perspectives;
  return (
    <ul className="mw-plain-list">
      {first ? (
        <li>
          <TextLink to={`/beheer/vragensets/${set.id}/voorbeeld/${first.key}`}>
            {t("preview.link")}
          </TextLink>
        </li>
      ) : null}
      <li>
        <TextLink to={`/beheer/vragensets/${set.id}/bestand`} reloadDocument download>
          {t("export.link")}
        </TextLink>
      </li>
    </ul>
  );
}

/** How much publishing changes, with the way to the list. */
function ChangesInWords({ changes }: Pick<ActsProps["set"], "changes">) {
  const { t } = useTranslation("question-sets");
  if (!changes) return null;
  const { previous: number, differences } = changes;
  if (differences.length === 0) return <>{t("differences.nothing", { number })}</>;
  return (
    <a className="nl-link" href="#verschillen">
      {t("differences.count", { number, count: differences.length })}
    </a>
  );
}

function NextVersion({ draftId, result }: { draftId: string | null; result: unknown }) {
  const { t } = useTranslation("administration");
  if (draftId) {
    return (
      <section>
        <p className="nl-paragraph">{t("questionSet.draftText")}</p>
        <LinkButton to={`/beheer/vragensets/${draftId}`}>{t("questionSet.toDraft")}</LinkButton>
      </section>
    );
  }
  return (
    <section>
      <p className="nl-paragraph">{t("questionSet.newVersionText")}</p>
      <Form intent="new-version" warnOnLeave={false} result={resultOf(result, "new-version")}>
        <FormActions>
          <SubmitButton>{t("questionSet.newVersion")}</SubmitButton>
        </FormActions>
      </Form>
    </section>
  );
}

type ActProps = {
  intent: "publish" | "delete" | "retire";
  title: string;
  version: number;
  result: unknown;
  negative?: boolean;
  children: ReactNode;
};

function Act({ intent, title, version, result, negative, children }: ActProps) {
  const { t } = useTranslation("administration");
  const own = resultOf(result, intent);
  return (
    <Disclosure summary={title} open={own !== undefined}>
      <p className="nl-paragraph">{children}</p>
      <Form intent={intent} warnOnLeave={false} result={own}>
        <HiddenField name="version" value={version} />
        <FormActions>
          <SubmitButton purpose={negative ? "secondary" : "primary"} negative={negative}>
            {t(`questionSet.${intent}Submit`)}
          </SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

function CopyForm({ copyName, result }: { copyName: string; result: unknown }) {
  const { t } = useTranslation("administration");
  const own = resultOf(result, "copy");
  return (
    <Disclosure summary={t("questionSet.copy")} open={own !== undefined}>
      <p className="nl-paragraph">{t("questionSet.copyText")}</p>
      <Form intent="copy" warnOnLeave={false} values={{ name: copyName }} result={own}>
        <TextField name="name" label={t("questionSet.copyName")} autoComplete="off" />
        <FormActions>
          <SubmitButton purpose="secondary">{t("questionSet.copy")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
