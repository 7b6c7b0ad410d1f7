import { Card } from "#app/components/card.tsx";
import { DataList } from "#app/components/data-list.tsx";
import {
  Form,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
  TextField,
} from "#app/components/form/index.ts";
import { languages, type Language } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";

const fetchAccountSchema = () =>
  import("#app/schemas/account.ts").then((module) => module.accountSchema);

type ProfileFormProps = {
  profile: { name: string; email: string; language: Language; version: number };
  result: FormResult | undefined;
};

export function ProfileForm({ profile, result }: ProfileFormProps) {
  const { t } = useTranslation("sign-in");
  const { t: terms } = useTranslation();
  const options = languages.map((value) => ({ value, label: terms(`languageName.${value}`) }));
  const email = (
    <>
      {profile.email} <span className="mw-field__description">{t("account.emailHint")}</span>
    </>
  );
  return (
    <Card title={t("account.profile")}>
      {/* As a new document: another language means other texts in the browser. */}
      <Form
        intent="profile"
        schema={fetchAccountSchema}
        values={profile}
        result={result}
        reloadDocument
      >
        <HiddenField name="version" value={profile.version} />
        <DataList items={[{ key: "email", label: t("account.email"), value: email }]} />
        <TextField
          name="name"
          label={t("account.name")}
          description={t("account.nameHint")}
          autoComplete="name"
        />
        <SelectField
          name="language"
          label={t("account.language")}
          options={options}
          empty={false}
          width="medium"
        />
        <FormActions>
          <SubmitButton>{terms("save")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
