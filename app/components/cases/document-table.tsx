import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { DocumentItem } from "#app/schemas/case-list-view.ts";
import { DataTable } from "../data-table.tsx";
import { Disclosure } from "../disclosure.tsx";
import { EmptyState } from "../empty-state.tsx";
import { Form, HiddenField, SubmitButton } from "../form/index.ts";

type DocumentTableProps = {
  caseId: string;
  documents: readonly DocumentItem[];
  result: FormResult | undefined;
};

export function DocumentTable({ caseId, documents, result }: DocumentTableProps) {
  const { t } = useTranslation("cases");
  const format = useFormat();
  if (documents.length === 0) {
    return <EmptyState title={t("documents.emptyTitle")}>{t("documents.emptyText")}</EmptyState>;
  }
  return (
    <DataTable
      caption={t("documents.caption")}
      rows={documents}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          label: t("documents.name"),
          rowHeader: true,
          // Not a client-side link: the answer is a file.
          cell: ({ id, name }) => (
            <a className="nl-link" href={`/casussen/${caseId}/documenten/${id}`} download={name}>
              {name}
            </a>
          ),
        },
        {
          key: "size",
          label: t("documents.size"),
          numeric: true,
          cell: ({ size }) => format.fileSize(size),
        },
        {
          key: "added",
          label: t("documents.added"),
          cell: ({ addedAt, addedBy }) =>
            t("documents.addedBy", { date: format.dateTime(addedAt), name: addedBy }),
        },
        {
          key: "remove",
          label: t("documents.remove"),
          cell: (document) =>
            document.mayRemove ? <RemoveDocument document={document} result={result} /> : null,
        },
      ]}
    />
  );
}

type RemoveDocumentProps = { document: DocumentItem; result: FormResult | undefined };

function RemoveDocument({ document, result }: RemoveDocumentProps) {
  const { t } = useTranslation("cases");
  const { id, name } = document;
  const own = result?.values.documentId === id ? result : undefined;
  return (
    <Disclosure summary={t("documents.removeLabel", { name })} open={own !== undefined}>
      <Form intent="remove" result={own} warnOnLeave={false}>
        <HiddenField name="documentId" value={id} />
        <SubmitButton purpose="secondary" negative>
          {t("documents.removeConfirm", { name })}
        </SubmitButton>
      </Form>
    </Disclosure>
  );
}
