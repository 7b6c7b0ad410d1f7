/** Three perspectives that meet. */
export function Logo() {
  return (
    <svg className="mw-logo" viewBox="0 0 40 40" width="36" height="36" aria-hidden>
      <circle className="mw-logo__one" cx="20" cy="14" r="10" />
      <circle className="mw-logo__two" cx="14" cy="25" r="10" />
      <circle className="mw-logo__three" cx="26" cy="25" r="10" />
    </svg>
  );
}
