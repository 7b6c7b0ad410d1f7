/** Text as people typed it: line ends are kept, nothing in it is markup. */
export function Prose({ text }: { text: string }) {
  return <div className="mw-prose">{text}</div>;
}
