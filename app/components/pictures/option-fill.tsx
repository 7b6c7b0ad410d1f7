import { usePictureId } from "./hatch.tsx";
import { optionTint } from "./tints.ts";

const marks = [
  <path key="0" d="M0 4H8" />,
  null,
  <path key="2" d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />,
  <circle key="3" cx="4" cy="4" r="1.3" />,
  <path key="4" d="M-2 6L2 10M0 0L8 8M6 -2L10 2" />,
  <path key="5" d="M0 4H8M4 0V8" />,
];

/** The fills of options inside one drawing: a tint and a hatch of its own each. */
export function useOptionFills(positions: number[]) {
  const id = usePictureId();
  const patterns = (
    <defs>
      {positions.map((position) => (
        <pattern
          key={position}
          id={`${id}-${position}`}
          className={`mw-fill ${optionTint(position)}`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
        >
          <rect className="mw-fill__ground" width="8" height="8" />
          {marks[position % marks.length]}
        </pattern>
      ))}
    </defs>
  );
  return { patterns, fill: (position: number) => `url(#${id}-${position})` };
}
