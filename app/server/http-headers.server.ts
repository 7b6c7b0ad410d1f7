import type { NextFunction, Request, Response } from "express";
import helmet from "helmet";
import type { Settings } from "./settings.server.ts";

/** The headers that every page carries, with the nonce of its own scripts. */
export function securityHeaders(config: Settings) {
  const development = config.mode === "development";
  const secure = config.origin.startsWith("https:");
  const nonce = (_request: unknown, response: unknown) =>
    `'nonce-${(response as Response).locals.nonce as string}'`;
  return helmet({
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    frameguard: { action: "deny" },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: development ? ["'self'", "ws:"] : ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
  });
}

/** For pages whose address is itself the key: it goes to no other site. */
export function secretAddressHeaders(_request: Request, response: Response, next: NextFunction) {
  response.setHeader("Referrer-Policy", "no-referrer");
  next();
}
