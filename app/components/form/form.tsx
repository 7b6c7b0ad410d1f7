import { Form as RemixForm, useLocation, useNavigation } from "@remix-run/react";
import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
} from "react";
import type { FormResult } from "#app/schemas/form-result.ts";
import { OfflineHint } from "../offline-hint.tsx";
import { useShell } from "../shell/use-shell.ts";
import { VersionConflict } from "../version-conflict.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { errorAt, useFormBridge, type FormSchema } from "./form-bridge.ts";
import { FormContext } from "./form-context.ts";
import { keepValues, keptValues } from "./kept-values.ts";
import { labelsIn, type Labels } from "./labels.ts";
import { useLeaveWarning } from "./use-leave-warning.ts";

export type FormProps = {
  /** `() => import("#app/schemas/x.ts").then((m) => m.x)`; without a schema only the server checks. */
  schema?: FormSchema;
  /** What the fields start with, by name; `lines.0.cents` is looked up in nested values too. */
  values?: object;
  /** What the action gave back. With several forms on a page: give it to the one that was sent. */
  result?: FormResult | undefined;
  method?: "post" | "get";
  action?: string;
  encType?: "multipart/form-data";
  /** Value of the submit buttons that name no other. */
  intent?: string;
  formKey?: string;
  /** Words for fields the summary cannot see the label of (inside components of your own). */
  labels?: Labels;
  warnOnLeave?: boolean;
  preventScrollReset?: boolean;
  reloadDocument?: boolean;
  className?: string;
  "aria-label"?: string;
  "aria-labelledby"?: string;
  children: ReactNode;
};

/** A form that works without JavaScript, and with it checks on submit, keeps what was typed and sends once. */
export function Form(props: FormProps) {
  const { schema, values = {}, result, method = "post", intent, labels, children, ...rest } = props;
  const { formKey, warnOnLeave = method === "post", className, ...formProps } = rest;
  const id = `f${useId().replaceAll(":", "")}`;
  const form = useRef<HTMLFormElement>(null);
  const { pathname, search } = useLocation();
  const place = `${pathname}${search}#${intent ?? ""}`;
  const [kept] = useState(() => keptValues(place));
  const [attempts, setAttempts] = useState(0);
  const [offline, setOffline] = useState(false);
  const bridge = useFormBridge(form, schema, result);
  const { busy, start } = useInFlight(result);
  const shellKey = useShell()?.formKey;
  const leave = useLeaveWarning(warnOnLeave);
  const typed = result?.values ?? kept;

  function valueOf(name: string): unknown {
    if (typed) return typed[name];
    const own = (values as Record<string, unknown>)[name];
    return own === undefined ? valueAt(values, name.split(".")) : own;
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const skips = submitter instanceof HTMLButtonElement && submitter.formNoValidate;
    if (busy.current) return event.preventDefault();
    if (!skips && !bridge.isValid(submitter)) {
      event.preventDefault();
      void bridge.showErrors().then(() => setAttempts((count) => count + 1));
      return;
    }
    setOffline(!navigator.onLine);
    if (!navigator.onLine) return event.preventDefault();
    if (method === "post") keepValues(place, new FormData(event.currentTarget));
    leave.allow();
    start();
  }

  function changed(event: FormEvent<HTMLFormElement>) {
    leave.changed();
    const { name } = event.target as HTMLInputElement;
    if (name) void bridge.recheck(name);
  }

  const key = formKey ?? shellKey;
  const allLabels =
    Object.keys(bridge.errors).length > 0 || result?.conflict ? labelsIn(children) : {};
  return (
    <RemixForm
      {...formProps}
      ref={form}
      id={id}
      method={method}
      className={className ? `mw-form ${className}` : "mw-form"}
      noValidate
      onSubmit={submit}
      onChange={changed}
      onFocus={() => void bridge.prepare()}
    >
      <ErrorSummary
        formId={id}
        errors={bridge.errors}
        labels={{ ...allLabels, ...labels }}
        attempt={attempts}
        result={result}
      />
      {result?.conflict ? (
        <VersionConflict
          fields={result.conflict.map(({ field, ...texts }) => ({
            label: labels?.[field] ?? allLabels[field] ?? field,
            ...texts,
          }))}
        />
      ) : null}
      {method === "post" && key ? <input type="hidden" name="formKey" value={key} /> : null}
      <FormContext.Provider
        value={{
          id,
          intent,
          busy: busy.current,
          errorOf: (name) => errorAt(bridge.errors, name),
          valueOf,
        }}
      >
        {children}
      </FormContext.Provider>
      {offline ? <OfflineHint /> : null}
    </RemixForm>
  );
}

function valueAt(value: unknown, [key, ...path]: string[]): unknown {
  if (key === undefined) return value;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return valueAt((value as Record<string, unknown>)[key], path);
}

// With what is on screen, not after it: who presses as soon as the answer shows is heard.
const useEffectWithScreen = typeof document === "undefined" ? useEffect : useLayoutEffect;

/** Guards against sending twice: in flight from the submit until the page is idle again. */
function useInFlight(answer: unknown) {
  const { state } = useNavigation();
  const { key } = useLocation();
  const busy = useRef(false);
  const [, render] = useState(0);
  // The answer and the place too: of a quick answer the page may never have shown as busy.
  useEffectWithScreen(() => {
    if (state !== "idle" || !busy.current) return;
    busy.current = false;
    render((count) => count + 1);
  }, [state, answer, key]);
  const start = useCallback(() => {
    busy.current = true;
    render((count) => count + 1);
  }, []);
  return { busy, start };
}
