/* eslint-disable jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard */
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Trial } from "#app/schemas/rule-view.ts";
import { Card } from "../card.tsx";
import { Columns, Stack } from "../columns.tsx";
import { RuleInWords } from "./rule-in-words.tsx";
import { TryOut } from "./try-out.tsx";
import { useLiveTrial } from "./use-live-trial.ts";

const beside = "proef";

type TrialBesideProps = {
  /** Of what the form starts with. */
  trial: Trial | null;
  children: ReactNode;
};

/** The form of a rule with what it would have done beside it, which follows what is chosen. */
export function TrialBeside({ trial: given, children }: TrialBesideProps) {
  const { t } = useTranslation("rules");
  const { place, trial, state, times } = useLiveTrial(given);
  return (
    <Columns>
      <div ref={place} className="mw-stack">
        <a className="nl-link mw-beside-form__jump" href={`#${beside}`}>
          {t("edit.jump")}
        </a>
        {children}
      </div>
      <aside
        className="mw-beside-form mw-trial"
        id={beside}
        tabIndex={0}
        aria-label={t("tried.title")}
        aria-busy={state === "busy"}
      >
        <Summary trial={trial} times={times} />
        {state === "lost" ? <p className="mw-soft">{t("tried.lost")}</p> : null}
        <Stack>
          {trial ? (
            <Card title={t("words.title")}>
              <RuleInWords inWords={trial.inWords} />
            </Card>
          ) : null}
          <Card title={t("tried.title")}>
            {trial ? <TryOut tried={trial.tried} /> : <p>{t("tried.nothing")}</p>}
          </Card>
        </Stack>
      </aside>
    </Columns>
  );
}

/** Read out at every change, short: the lists themselves are not. */
function Summary({ trial, times }: { trial: Trial | null; times: number }) {
  const { t } = useTranslation("rules");
  const numbers = trial?.tried.numbers;
  const { settled = 0, differs: otherwise = 0 } = numbers ?? {};
  const differs = t("tried.shortDiffers", { count: otherwise });
  return (
    <p role="status" className="mw-visually-hidden">
      {times > 0 && numbers ? t("tried.short", { count: settled, differs }) : null}
    </p>
  );
}
