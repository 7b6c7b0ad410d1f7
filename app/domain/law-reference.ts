export const lawReferenceKinds = ["jci", "bwb", "cvdr", "ecli"] as const;
export type LawReferenceKind = (typeof lawReferenceKinds)[number];

/** A reference in its written form, and where the text can be read. Links are shown, never fetched. */
export type LawReference = { kind: LawReferenceKind; value: string; url: string };

const lawHost = "https://wetten.overheid.nl/";
const localHost = "https://lokaleregelgeving.overheid.nl/";
const rulingHost = "https://uitspraken.rechtspraak.nl/details?id=";
const europeanHost = "https://e-justice.europa.eu/ecli/";

const jci = /^jci(1\.\d{1,2}):([cv]):(BWB[RVW]\d{7})((?:&[a-z][a-z.-]*=[\w:.,()/-]+)*)$/i;
const bwb = /^BWB[RVW]\d{7}$/i;
const cvdr = /^(CVDR\d{1,8})(?:[/_](\d{1,4}))?$/i;
const ecli = /^ECLI:([A-Z]{2}):([A-Z][A-Z0-9]{0,6}):\d{4}:[A-Z0-9.]{1,25}$/i;

/**
 * Reads a law reference by its official grammar: JCI 1.x (juriconnect, "Standaard voor logische links naar
 * wetgeving"), BWB id (BWBR, BWBV, BWBW and 7 digits), CVDR id with an optional version, and ECLI (Council
 * conclusions 2011/C 127/01: country, court of at most 7, year, ordinal of at most 25). A link made here is read back.
 * Case of the identifiers is normalised. Null when the text is none of these; existence is not checked.
 */
export function parseLawReference(text: string): LawReference | null {
  const bare = withoutHost(text.trim());
  return parseJci(bare) ?? parseBwb(bare) ?? parseCvdr(bare) ?? parseEcli(bare);
}

function withoutHost(text: string): string {
  const host = [lawHost, localHost, rulingHost, europeanHost].find((known) =>
    text.startsWith(known),
  );
  return host ? text.slice(host.length) : text;
}

function parseJci(text: string): LawReference | null {
  const [, version, type = "", id = "", location = ""] = jci.exec(text) ?? [];
  if (version === undefined || !hasDates(location)) return null;
  const value = `jci${version}:${type.toLowerCase()}:${id.toUpperCase()}${location}`;
  return { kind: "jci", value, url: lawHost + value };
}

/** `z` (date looked at) and `g` (date in force) are the only parameters with a form of their own. */
function hasDates(location: string): boolean {
  const dates = location.split("&").filter((part) => /^[zg]=/i.test(part));
  return dates.every((part) =>
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(part.slice(2)),
  );
}

function parseBwb(text: string): LawReference | null {
  if (!bwb.test(text)) return null;
  const value = text.toUpperCase();
  return { kind: "bwb", value, url: lawHost + value };
}

function parseCvdr(text: string): LawReference | null {
  const [, id, version] = cvdr.exec(text) ?? [];
  if (id === undefined) return null;
  const value = id.toUpperCase() + (version === undefined ? "" : `/${version}`);
  return { kind: "cvdr", value, url: localHost + value };
}

function parseEcli(text: string): LawReference | null {
  const [, country, court] = ecli.exec(text) ?? [];
  if (country === undefined || court === undefined) return null;
  const value = text.toUpperCase();
  // Disciplinary courts (T…: TGZRAMS, TADRSGR) have Dutch ECLIs too, but are not on rechtspraak.nl.
  const isOnRechtspraak = country.toUpperCase() === "NL" && !/^T/i.test(court);
  return { kind: "ecli", value, url: (isOnRechtspraak ? rulingHost : europeanHost) + value };
}
