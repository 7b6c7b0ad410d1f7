import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Stack } from "#app/components/columns.tsx";
import { WrongDoorForm } from "#app/components/handovers/wrong-door-form.tsx";
import { WrongDoorNarrowing } from "#app/components/handovers/wrong-door-narrowing.tsx";
import { WrongDoorTable } from "#app/components/handovers/wrong-door-table.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { ExportLinks } from "#app/components/report/export-links.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { wrongDoorForm } from "#app/schemas/wrong-door.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { listWrongDoors, recordWrongDoor } from "#app/server/wrong-doors.server.ts";

export const meta = titleFrom("handovers", "wrongDoor.title");
export const handle = breadcrumb(({ texts }) => [{ label: texts("handovers")("wrongDoor.title") }]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "wrong-door.record");
  const caseNumber = new URL(request.url).searchParams.get("casus") ?? "";
  return { ...(await listWrongDoors(access, request.url)), caseNumber };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "wrong-door.record");
  return handleForm(request, wrongDoorForm, async ({ input, formKey }) => {
    await recordWrongDoor(access, input, formKey);
    return redirectWithFlash("/verkeerde-deur", "wrong_door_saved");
  });
}

export default function WrongDoors() {
  const { items, next, caseNumber, narrowed } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("handovers");
  return (
    <>
      <PageHeader title={t("wrongDoor.title")} lead={t("wrongDoor.lead")} />
      <Stack>
        <WrongDoorForm caseNumber={caseNumber} result={result} />
        {narrowed ? <WrongDoorNarrowing narrowed={narrowed} /> : null}
        <WrongDoorTable items={items} isNarrow={narrowed !== null} />
      </Stack>
      <Pagination next={next} />
      {items.length > 0 ? <ExportLinks to="/verkeerde-deur/bestand" /> : null}
    </>
  );
}
