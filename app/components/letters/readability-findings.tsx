import type { ReadabilityFinding } from "#app/domain/readability.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { usePartNames } from "./use-part-names.ts";

type Finding<Kind extends ReadabilityFinding["kind"]> = Extract<ReadabilityFinding, { kind: Kind }>;

/** What is in the way, part by part: the sentence, and what to write instead. */
export function ReadabilityFindings({ findings }: { findings: readonly ReadabilityFinding[] }) {
  const { t } = useTranslation("letters");
  const names = usePartNames();
  const own = findings.filter(({ kind }) => kind !== "long_word");
  const long = findings.filter((each): each is Finding<"long_word"> => each.kind === "long_word");
  const parts = [...new Set(own.map(({ part }) => part))];
  return (
    <>
      <h3 className="nl-heading nl-heading--level-4">{t("report.findings")}</h3>
      {own.length === 0 ? <p>{t("report.nothing")}</p> : null}
      {parts.map((part) => (
        <section key={part} className="mw-findings">
          <h4 className="nl-heading nl-heading--level-5">{names[part] ?? part}</h4>
          <ul>
            {own
              .filter((finding) => finding.part === part)
              .map((finding, place) => (
                <li key={place}>
                  <FindingWords finding={finding} />
                  {hasQuote(finding) ? (
                    <q lang="nl" className="mw-findings__quote">
                      {finding.sentence}
                    </q>
                  ) : null}
                </li>
              ))}
          </ul>
        </section>
      ))}
      {long.length > 0 ? <LongWords findings={long} /> : null}
    </>
  );
}

function hasQuote({ kind }: ReadabilityFinding): boolean {
  return kind !== "to_fill_in";
}

function FindingWords({ finding }: { finding: ReadabilityFinding }) {
  const { t } = useTranslation("letters");
  switch (finding.kind) {
    case "long_sentence":
    case "too_long_sentence":
      return t(`finding.${finding.kind}`, { words: finding.words });
    case "passive":
      return t("finding.passive", { form: finding.form });
    case "hard_word":
      return t("finding.hard_word", { word: finding.word, plain: finding.plain });
    case "third_person":
    case "to_fill_in":
      return t(`finding.${finding.kind}`, { word: finding.word });
    case "long_word":
      return null;
  }
}

function LongWords({ findings }: { findings: readonly Finding<"long_word">[] }) {
  const { t } = useTranslation("letters");
  const words = [...new Set(findings.map(({ word }) => word.toLowerCase()))];
  return (
    <p>
      {t("finding.long_words")} <span lang="nl">{words.join(", ")}</span>.
    </p>
  );
}
