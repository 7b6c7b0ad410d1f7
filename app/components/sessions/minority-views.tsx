import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { MinorityView } from "#app/schemas/rounds-view.ts";
import type { WeighingView } from "#app/schemas/weighing-view.ts";
import { Card } from "../card.tsx";
import { DateTime } from "../date-time.tsx";
import { LinkButton } from "../link-button.tsx";
import { useWho } from "./use-who.ts";

type MinorityViewsProps = { views: MinorityView[]; view: WeighingView; mayWrite: boolean };

/** What people want on record against the outcome; it goes along to whoever decides. */
export function MinorityViews({ views, view, mayWrite }: MinorityViewsProps) {
  const { t } = useTranslation("results");
  if (views.length === 0 && !mayWrite) return null;
  const own = views.some((one) => one.own);
  return (
    <div id="minderheid">
      <Card title={t("minority.title")}>
        <p>{t(views.length === 0 ? "minority.none" : "minority.text")}</p>
        <ul className="mw-plain-list">
          {views.map((one, place) => (
            <MinorityLine key={place} one={one} view={view} />
          ))}
        </ul>
        {mayWrite ? (
          <div className="utrecht-button-group">
            <LinkButton to="../minderheidsstandpunt" relative="path">
              {t(own ? "minority.change" : "minority.write")}
            </LinkButton>
          </div>
        ) : null}
      </Card>
    </div>
  );
}

function MinorityLine({ one, view }: { one: MinorityView; view: WeighingView }) {
  const { t, language } = useTranslation("results");
  const who = useWho();
  const option = view.options.find(({ id }) => id === one.optionId);
  const { name, perspective } = one.who;
  return (
    <li className="mw-reason">
      {option ? <p>{t("minority.prefers", { option: option.title })}</p> : null}
      <p className="mw-prose">{one.text}</p>
      <p className="mw-soft">
        {who(one.who)}
        {name === null ? null : ` (${textIn(perspective, language)})`}, <DateTime moment={one.at} />
      </p>
    </li>
  );
}
