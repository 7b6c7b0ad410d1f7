import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** Small words above the title: what kind of page, which number. */
  above?: ReactNode;
  /** One or two sentences, badges or other facts under the title. */
  lead?: ReactNode;
  /** Links and buttons for the page as a whole. */
  actions?: ReactNode;
};

export function PageHeader({ title, above, lead, actions }: PageHeaderProps) {
  return (
    <header className="mw-page-header">
      <div className="mw-page-header__words">
        {above ? <p className="mw-page-header__above">{above}</p> : null}
        <h1 className="nl-heading nl-heading--level-1" tabIndex={-1}>
          {title}
        </h1>
        {lead ? <div className="mw-page-header__lead">{lead}</div> : null}
      </div>
      {actions ? <div className="mw-page-header__actions">{actions}</div> : null}
    </header>
  );
}
