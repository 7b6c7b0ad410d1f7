import { useId } from "react";

/** An id for use inside `url(#…)`: React's own holds colons. */
export function usePictureId(): string {
  return `p${useId().replaceAll(":", "")}`;
}

/** Stripes in the tint of the class: for what must differ without colour, on screen and on paper. */
export function Stripes({ id, tint }: { id: string; tint: string }) {
  return (
    <pattern
      id={id}
      className={tint}
      width="5.5"
      height="5.5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect className="mw-hatch__ground" width="5.5" height="5.5" />
      <rect className="mw-hatch__stripe" width="1.7" height="5.5" />
    </pattern>
  );
}
