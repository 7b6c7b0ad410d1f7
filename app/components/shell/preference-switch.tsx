import { useLocation } from "@remix-run/react";
import { languages } from "#app/domain/local-text.ts";
import { themes } from "#app/i18n/preferences.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useShell } from "./use-shell.ts";

type Choice = { value: string; label: string; lang?: string };

/** Language and theme; a choice loads the page anew, as only one language is in the browser. */
export function PreferenceSwitch() {
  const { t, language } = useTranslation();
  const theme = useShell()?.theme ?? "auto";
  const { pathname, search } = useLocation();
  const back = pathname + search;
  return (
    <div className="mw-preferences">
      <PreferenceForm
        {...{ back, name: "language", label: t("language"), current: language }}
        choices={languages.map((value) => ({
          value,
          label: t(`languageName.${value}`),
          lang: value,
        }))}
      />
      <PreferenceForm
        {...{ back, name: "theme", label: t("theme"), current: theme }}
        choices={themes.map((value) => ({ value, label: t(`themeName.${value}`) }))}
      />
    </div>
  );
}

type PreferenceFormProps = {
  name: string;
  label: string;
  current: string;
  back: string;
  choices: Choice[];
};

function PreferenceForm({ name, label, current, back, choices }: PreferenceFormProps) {
  return (
    <form className="mw-preference" method="post" action="/voorkeuren">
      <input type="hidden" name="back" value={back} />
      <fieldset className="mw-preference__choices">
        <legend className="mw-preference__label">{label}</legend>
        {choices.map(({ value, label: words, lang }) => (
          <button
            key={value}
            className="mw-preference__button"
            type="submit"
            name={name}
            value={value}
            lang={lang}
            aria-pressed={value === current}
          >
            {words}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
