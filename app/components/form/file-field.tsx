import { FieldFrame, type FieldProps } from "./field-frame.tsx";
import { useField } from "./form-context.ts";

type FileFieldProps = FieldProps & {
  /** Extensions, such as `.pdf,.docx`. */
  accept?: string;
  multiple?: boolean;
};

/** A file to add; the form needs `encType="multipart/form-data"`. Files can be dropped on it. */
export function FileField(props: FileFieldProps) {
  const { name, label, description, optional, hideLabel, accept, multiple } = props;
  const { id, error, describedBy } = useField(name, description);
  return (
    <FieldFrame {...{ id, label, description, optional, hideLabel, error }}>
      <input
        name={name}
        className="mw-file"
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-required={optional ? undefined : true}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
      />
    </FieldFrame>
  );
}
