import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import { Form, SubmitButton } from "../form/index.ts";
import { QrCode } from "../qr-code.tsx";

type Way = { address: string; shown: string; qr: { path: string; size: number } };
type JoinCardProps = { way: Way | null; unfolded: boolean };

/** The link and the QR code to come in by, for the facilitator to show. */
export function JoinCard({ way, unfolded }: JoinCardProps) {
  const { t } = useTranslation("sessions");
  if (!way) {
    return (
      <Card title={t("join.title")} tone="quiet">
        <p>{t("join.closed")}</p>
        <Form intent="join_open" warnOnLeave={false}>
          <SubmitButton purpose="secondary">{t("join.open")}</SubmitButton>
        </Form>
      </Card>
    );
  }
  return (
    <Card title={t("join.title")} tone="quiet">
      <Disclosure summary={t("join.show")} open={unfolded}>
        <div className="mw-join">
          <QrCode {...way.qr} label={t("join.qr", { address: way.shown })} />
          <p>{t("join.text")}</p>
          <p>
            <a className="nl-link mw-join__link" href={way.address}>
              {way.shown}
            </a>
          </p>
          <div className="utrecht-button-group mw-screen-only">
            <Form intent="join_open" warnOnLeave={false} className="mw-form--button">
              <SubmitButton purpose="secondary">{t("join.renew")}</SubmitButton>
            </Form>
            <Form intent="join_close" warnOnLeave={false} className="mw-form--button">
              <SubmitButton purpose="secondary">{t("join.close")}</SubmitButton>
            </Form>
          </div>
          <p className="mw-soft mw-screen-only">{t("join.renewText")}</p>
        </div>
      </Disclosure>
    </Card>
  );
}
