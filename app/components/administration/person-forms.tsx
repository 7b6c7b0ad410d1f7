import { Alert } from "#app/components/alert.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, FormActions, HiddenField, SubmitButton } from "#app/components/form/index.ts";
import { resultOf } from "#app/components/result-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { IdentityFields, useIdentityLabels } from "./identity-fields.tsx";
import type { PersonPage } from "./person-page.ts";
import { RoleFields, useRoleLabels } from "./role-fields.tsx";

const fetchPersonSchema = () =>
  import("#app/schemas/person.ts").then((module) => module.personSchema);

type PersonFormsProps = { page: PersonPage; result: unknown };

/** Name and e-mail address, where this administrator answers for them, and the roles here. */
export function PersonForms({ page, result }: PersonFormsProps) {
  const { person, roles, isShared, perspectives } = page;
  const { t } = useTranslation("administration");
  const { t: terms } = useTranslation();
  const held = {
    roles: roles.map(({ role }) => role),
    perspective: roles.find(({ perspective }) => perspective)?.perspective ?? "",
  };
  const identityLabels = useIdentityLabels();
  const roleLabels = useRoleLabels();
  return (
    <>
      <Card title={t("person.rolesHere")}>
        <Form
          intent="roles"
          schema={fetchPersonSchema}
          values={held}
          result={resultOf(result, "roles")}
          labels={roleLabels}
        >
          <HiddenField name="version" value={person.version} />
          <RoleFields perspectives={perspectives} />
          <FormActions>
            <SubmitButton>{terms("save")}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
      {isShared ? (
        <Alert title={t("person.sharedTitle")}>
          <p>{t("person.sharedText")}</p>
        </Alert>
      ) : (
        <Card title={t("person.identity")}>
          <Form
            intent="identity"
            schema={fetchPersonSchema}
            values={person}
            result={resultOf(result, "identity")}
            labels={identityLabels}
          >
            <HiddenField name="version" value={person.version} />
            <IdentityFields />
            <FormActions>
              <SubmitButton>{terms("save")}</SubmitButton>
            </FormActions>
          </Form>
        </Card>
      )}
    </>
  );
}
