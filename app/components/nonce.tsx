import { createContext, useContext } from "react";

/** The one-time word of the page that lets its own scripts run (content security policy). */
export const NonceContext = createContext("");

export function useNonce(): string {
  return useContext(NonceContext);
}
