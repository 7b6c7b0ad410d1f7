import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ComparableNow } from "#app/schemas/comparing-page.ts";
import { Card } from "../card.tsx";
import { Columns } from "../columns.tsx";
import { LinkButton } from "../link-button.tsx";
import { TextLink } from "../text-link.tsx";
import { ComparableList } from "./comparable-list.tsx";
import { comparingAddress } from "./comparing-address.ts";
import { CoveringRules } from "./covering-rules.tsx";
import { NothingComparable } from "./nothing-comparable.tsx";
import { useComparable, type Following } from "./use-comparable.ts";

const place = "vergelijkbaar";

type BesideFormProps = {
  caseId: string;
  /** With the case as it is stored. */
  comparable: ComparableNow;
  /** Whether the form holds something else than what is stored. */
  isTyped: boolean;
  children: ReactNode;
};

/** A form of a case with comparable precedents beside it, which follow what is filled in. */
export function BesideForm({ caseId, comparable, isTyped, children }: BesideFormProps) {
  const { t } = useTranslation("comparing");
  const { following, form, onChange } = useComparable(caseId, comparable, isTyped);
  return (
    <Columns>
      <div ref={form} onChange={onChange} className="mw-stack">
        <a className="nl-link mw-beside-form__jump" href={`#${place}`}>
          {t("now.jump")}
        </a>
        {children}
      </div>
      <aside className="mw-beside-form" id={place} tabIndex={-1}>
        <div className="mw-stack">
          <CoveringRules rules={following.comparable.rules} caseId={caseId} />
          <ComparableCard caseId={caseId} following={following} />
        </div>
      </aside>
    </Columns>
  );
}

function ComparableCard({ caseId, following }: { caseId: string; following: Following }) {
  const { t } = useTranslation("comparing");
  const { comparable, state } = following;
  const { near, nothing } = comparable;
  const few = near.slice(0, 4).map(({ precedent }) => precedent.id);
  return (
    <Card
      title={t("now.title")}
      footer={
        <>
          {near.length > 0 ? (
            <LinkButton to={comparingAddress(caseId, few)}>{t("now.compare")}</LinkButton>
          ) : null}
          <TextLink to="/precedenten">{t("now.all")}</TextLink>
        </>
      }
    >
      <Count following={following} />
      {state === "lost" ? <p className="mw-soft">{t("now.lost")}</p> : null}
      {nothing ? <NothingComparable why={nothing} /> : <ComparableList {...{ near, caseId }} />}
      <noscript>
        <p className="mw-soft">{t("now.withoutScript")}</p>
      </noscript>
    </Card>
  );
}

/** Short, as it is read out at every change; the list itself is not. */
function Count({ following: { comparable, state } }: { following: Following }) {
  const { t } = useTranslation("comparing");
  const [first] = comparable.near;
  const differences = t("differences", { count: first?.differenceCount ?? 0 });
  const nearest = first ? t("now.nearest", { differences }) : "";
  return (
    <p role="status" className="mw-soft" aria-busy={state === "busy"}>
      {comparable.rules.map((rule) => (
        <span key={rule.id} className="mw-visually-hidden">
          {t(`rule.${rule.settles}`, { number: rule.number })}{" "}
        </span>
      ))}
      {t("now.count", { count: comparable.near.length, nearest })}
    </p>
  );
}
