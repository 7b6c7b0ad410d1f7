type HiddenFieldProps = { name: string; value: string | number };

/** A value that travels along, such as the version of the record on the screen. */
export function HiddenField({ name, value }: HiddenFieldProps) {
  return <input type="hidden" name={name} value={value} />;
}
