import { useEffect, useRef, useState } from "react";
import { textIn } from "#app/domain/local-text.ts";
import { weightMethods } from "#app/domain/weights.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { weightsFrom } from "#app/schemas/weights.ts";
import { asText, useFormContext } from "../form/form-context.ts";
import type { Weighted } from "./weight-fields.tsx";

/** Said when people stop typing, not at every key. */
const pauseMs = 300;

/** The weights that follow from what is filled in now; without JavaScript from what was kept. */
export function WeightsPreview({ perspectives }: { perspectives: Weighted[] }) {
  const { t, language } = useTranslation("sessions");
  const format = useFormat();
  const { valueOf } = useFormContext();
  const place = useRef<HTMLOutputElement>(null);
  const [shares, setShares] = useState(() =>
    sharesOf(perspectives, (name) => asText(valueOf(name))),
  );
  useEffect(() => {
    const form = place.current?.form;
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const data = new FormData(form);
      setShares(sharesOf(perspectives, (name) => asText(data.get(name))));
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, pauseMs);
    };
    look();
    form.addEventListener("input", later);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", later);
    };
  }, [perspectives]);
  const words = perspectives.map(({ name }, at) =>
    t("weights.share", {
      perspective: textIn(name, language),
      share: format.percent(shares?.[at] ?? 0),
    }),
  );
  return (
    <output ref={place} className="mw-weigh__preview">
      {shares === null
        ? t("weights.noPreview")
        : t("weights.preview", { shares: format.list(words) })}
    </output>
  );
}

function sharesOf(perspectives: Weighted[], valueOf: (name: string) => string): number[] | null {
  const method = weightMethods.find((known) => known === valueOf("method"));
  if (method === undefined) return null;
  if (method === "question_set") return perspectives.map(({ ofSet, weight }) => ofSet ?? weight);
  const found = weightsFrom(
    method,
    perspectives.map((_, place) => ({
      weight: valueOf(`perspectives.${place}.weight`),
      points: valueOf(`perspectives.${place}.points`),
      rank: valueOf(`perspectives.${place}.rank`),
    })),
  );
  return found && "shares" in found ? found.shares : null;
}
