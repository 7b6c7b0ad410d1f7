import { Card } from "#app/components/card.tsx";
import { Stack } from "#app/components/columns.tsx";
import { Form, HiddenField, SubmitButton } from "#app/components/form/index.ts";
import type { Role } from "#app/domain/rights.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { factPerspectives } from "#app/schemas/fact-perspectives.ts";

type Person = { id: string; name: string; roles: Role[]; perspective: string | null };
type Group = { id: string; organisation: string; people: Person[] };
type ExamplePeopleProps = { groups: Group[]; target: string };

/** One button per example person; in demo mode only. */
export function ExamplePeople({ groups, target }: ExamplePeopleProps) {
  const { t } = useTranslation("sign-in");
  return (
    <Card title={t("demo.title")}>
      <p className="nl-paragraph">{t("demo.text")}</p>
      <Stack>
        {groups.map((group) => (
          <section key={group.id} className="mw-stack">
            <h3 className="nl-heading nl-heading--level-4">{group.organisation}</h3>
            <Form intent="demo" warnOnLeave={false} reloadDocument aria-label={group.organisation}>
              <HiddenField name="intent" value="demo" />
              <HiddenField name="organisationId" value={group.id} />
              <HiddenField name="naar" value={target} />
              <ul className="mw-example-people">
                {group.people.map((person) => (
                  <li key={person.id}>
                    <PersonButton person={person} />
                  </li>
                ))}
              </ul>
            </Form>
          </section>
        ))}
      </Stack>
    </Card>
  );
}

function PersonButton({ person }: { person: Person }) {
  const { t: terms } = useTranslation();
  const format = useFormat();
  const perspective = factPerspectives.find((key) => key === person.perspective);
  return (
    <SubmitButton name="personId" value={person.id} purpose="secondary">
      <span className="mw-example-people__name">{person.name}</span>{" "}
      <span className="mw-example-people__role">
        {format.list(person.roles.map((role) => terms(`role.${role}`)))}
        {perspective ? ` (${terms(`perspective.${perspective}`)})` : null}
      </span>
    </SubmitButton>
  );
}
