import type { FormResult } from "#app/schemas/form-result.ts";
import type { RuleEditor, TriedResult } from "#app/schemas/rule-view.ts";
import { RuleForm } from "./rule-form.tsx";
import { TrialBeside } from "./trial-beside.tsx";

type RuleDraftingProps = { editor: RuleEditor; result: FormResult | TriedResult | undefined };

/** The editing screen of a rule: the form, and what the rule would have done. */
export function RuleDrafting({ editor, result }: RuleDraftingProps) {
  const asked = result && "trial" in result ? result : null;
  return (
    <TrialBeside trial={asked ? asked.trial : editor.trial}>
      <RuleForm
        editor={editor}
        result={result}
        suggested={asked ? asked.suggested : editor.suggested}
      />
    </TrialBeside>
  );
}
