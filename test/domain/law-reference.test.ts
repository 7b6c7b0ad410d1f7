import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLawReference } from "../../app/domain/law-reference.ts";

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const bwbs = fc
  .tuple(fc.constantFrom("BWBR", "BWBV", "BWBW"), digits(7))
  .map((parts) => parts.join(""));
const references = fc.oneof(
  bwbs,
  fc
    .tuple(bwbs, fc.integer({ min: 1, max: 99 }))
    .map(
      ([id, article]) => `jci1.3:c:${id}&artikel=${article}:${article}&z=2024-01-31&g=2024-01-31`,
    ),
  fc.stringMatching(/^CVDR[0-9]{1,7}(?:\/[0-9]{1,2})?$/),
  fc.stringMatching(/^ECLI:[A-Z]{2}:[A-Z][A-Z0-9]{0,6}:[0-9]{4}:[A-Z0-9.]{1,25}$/),
);

describe("a law reference", () => {
  it.each([
    [
      "jci1.3:c:BWBR0005537&artikel=4:84&z=2024-01-01&g=2024-01-01",
      "jci",
      "https://wetten.overheid.nl/",
    ],
    ["BWBR0005537", "bwb", "https://wetten.overheid.nl/"],
    ["BWBV0001000", "bwb", "https://wetten.overheid.nl/"],
    ["CVDR123456", "cvdr", "https://lokaleregelgeving.overheid.nl/"],
    ["CVDR123456/2", "cvdr", "https://lokaleregelgeving.overheid.nl/"],
    ["ECLI:NL:CRVB:2025:604", "ecli", "https://uitspraken.rechtspraak.nl/details?id="],
    ["ECLI:NL:TGZRAMS:2020:12", "ecli", "https://e-justice.europa.eu/ecli/"],
    ["ECLI:EU:C:2010:21", "ecli", "https://e-justice.europa.eu/ecli/"],
  ])("%s is a %s and links to its official place", (value, kind, host) => {
    expect(parseLawReference(value)).toEqual({ kind, value, url: host + value });
  });

  it("is read in any case, with spaces around it and with an old version mark", () => {
    expect(parseLawReference(" ecli:nl:rvs:2016:2840 ")?.value).toBe("ECLI:NL:RVS:2016:2840");
    expect(parseLawReference("bwbr0005537")?.value).toBe("BWBR0005537");
    expect(parseLawReference("CVDR123456_2")?.value).toBe("CVDR123456/2");
  });

  it.each([
    "",
    "Awb 4:84",
    "BWBR000553",
    "BWBR00055377",
    "BWBX0005537",
    "CVDR",
    "CVDR123/",
    "ECLI:NL:CRVB:2025",
    "ECLI:NL:CRVB:25:604",
    "ECLI:NL:TOOLONGX:2025:604",
    "ECLI:NL:CRVB:2025:12345678901234567890123456",
    "ECLI:NLD:CRVB:2025:604",
    "ECLI:NL:CRVB:2025:60-4",
    "jci1.3:c:BWBR0005537&artikel=4:84&z=gisteren",
    "jci1.3:c:BWBR0005537&z=2024-13-01",
    "jci1.3:x:BWBR0005537",
    "jci2.0:c:BWBR0005537",
    "jci1.3:c:BWBR0005537&artikel=<script>",
    "https://example.org/BWBR0005537",
    "javascript:alert(1)",
  ])("is not '%s'", (text) => {
    expect(parseLawReference(text)).toBeNull();
  });

  it("is read back from what was written and from the link made of it", () => {
    fc.assert(
      fc.property(references, (text) => {
        const reference = parseLawReference(text);
        expect(reference?.value).toBe(text);
        expect(reference && parseLawReference(reference.url)).toEqual(reference);
      }),
    );
  });
});
