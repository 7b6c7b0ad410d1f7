import type { Found } from "./bsn.ts";

/** Lengths by country, from the SWIFT IBAN registry: Europe and the countries most often paid to. */
const lengths = new Map(
  (
    "AD24 AE23 AL28 AT20 BA20 BE16 BG22 BR29 CH21 CY28 CZ24 DE22 DK18 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 " +
    "GL18 GR27 HR21 HU28 IE22 IL23 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PS29 PT25 " +
    "RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 TR26 UA29 XK20"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const start = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?=[ \u00a0.-]?[A-Z\d])/giu;

/** Bank account numbers that pass the mod-97 check (ISO 13616), written together or in groups. */
export function findIbans(text: string): Found[] {
  return [...text.matchAll(start)].flatMap(({ 0: head, index }) => {
    const length = lengths.get(head.slice(0, 2).toUpperCase());
    const match = length === undefined ? null : readAccount(text, index, length);
    return match === null ? [] : [{ match, index }];
  });
}

function readAccount(text: string, index: number, length: number): string | null {
  let account = "";
  let end = index;
  while (account.length < length) {
    const skip = /[ \u00a0.-]/.test(text.charAt(end)) ? 1 : 0;
    const next = text.charAt(end + skip);
    if (!/^[A-Z\d]$/i.test(next)) return null;
    account += next.toUpperCase();
    end += skip + 1;
  }
  const isWhole = !/^[\p{L}\d]/u.test(text.slice(end, end + 2));
  return isWhole && isIban(account) ? text.slice(index, end) : null;
}

function isIban(account: string): boolean {
  const moved = account.slice(4) + account.slice(0, 4);
  let rest = 0;
  for (const char of moved) {
    const value = parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
