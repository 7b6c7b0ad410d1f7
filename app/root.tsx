import {
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useNavigation,
} from "@remix-run/react";
import { Suspense, useEffect, type ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { useNonce } from "#app/components/nonce.tsx";
import { usePageContext } from "#app/components/page-context.tsx";
import { dropKeptValues } from "#app/components/form/kept-values.ts";
import { revalidateShell } from "#app/components/revalidate.ts";
import { ErrorPage, errorTitle } from "#app/components/shell/error-page.tsx";
import { languageOf, pageTitle } from "#app/components/page-meta.ts";
import { PageFrame } from "#app/components/shell/page-frame.tsx";
import { useShell } from "#app/components/shell/use-shell.ts";
import { collectUsedAreas, getInstance } from "#app/i18n/instances.ts";
import { UsedAreas } from "#app/i18n/used-areas.tsx";
import { publicRoute } from "#app/server/access.server.ts";
import { cookie } from "#app/server/cookies.server.ts";
import { getShell } from "#app/server/shell.server.ts";
import fontRegular from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url";
import printStyles from "./styles/print.css?url";
import styles from "./styles/app.css?url";

export const links: LinksFunction = () => [
  { rel: "preload", href: fontRegular, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: printStyles, media: "print" },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export const meta: MetaFunction = ({ error, matches }) =>
  error ? pageTitle(errorTitle(error, languageOf(matches))) : [{ title: "Maatwerkplaats" }];

export const shouldRevalidate = revalidateShell;

export async function loader({ request }: LoaderFunctionArgs) {
  publicRoute();
  const shell = await getShell(request);
  // A message is shown once: reading it takes it away.
  return data(shell, shell.flash ? { headers: { "Set-Cookie": cookie("flash", "", 0) } } : {});
}

export function Layout({ children }: { children: ReactNode }) {
  const page = usePageContext();
  const shell = useShell();
  const nonce = useNonce();
  const usedAreas = typeof document === "undefined" ? collectUsedAreas() : null;
  const instance = getInstance(shell?.language ?? page.language);
  return (
    <html
      lang={instance.language}
      dir="ltr"
      className="voorbeeld-theme maatwerkplaats-theme"
      data-theme={shell?.theme ?? page.theme}
      data-incident={page.incident}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <Meta />
        <Links />
      </head>
      <body className="mw-body">
        <I18nextProvider i18n={instance}>{children}</I18nextProvider>
        <UsedAreas areas={usedAreas} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const { state } = useNavigation();
  const { key } = useLocation();
  useEffect(() => {
    if (state === "idle") dropKeptValues();
  }, [state, key]);
  return (
    <PageFrame>
      <Suspense>
        <Outlet />
      </Suspense>
    </PageFrame>
  );
}

export function ErrorBoundary() {
  return (
    <PageFrame isError>
      <ErrorPage />
    </PageFrame>
  );
}
