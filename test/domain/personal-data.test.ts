import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findBsn, findPersonalData, isBsn } from "../../app/domain/personal-data.ts";

/** Nine digits of which the last makes the eleven test come out, after an independent reading of the rule. */
const bsns = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })
  .map((digits) => ({
    digits,
    check: digits.reduce((sum, digit, place) => sum + digit * (9 - place), 0) % 11,
  }))
  .filter(({ digits, check }) => check < 10 && digits.some((digit) => digit > 0))
  .map(({ digits, check }) => [...digits, check].join(""));

function kinds(text: string): string[] {
  return findPersonalData(text).map(({ kind }) => kind);
}

function matches(text: string): string[] {
  return findPersonalData(text).map(({ match }) => match);
}

describe("the eleven test", () => {
  it("passes the known test numbers 111222333 and 123456782", () => {
    expect(isBsn("111222333")).toBe(true);
    expect(isBsn("123456782")).toBe(true);
    expect(isBsn("123456789")).toBe(false);
  });

  it("reads past spaces, dots and dashes, and a leading zero left out", () => {
    for (const text of ["1234.56.782", "123 456 782", "123-456-782", " 123456782 "]) {
      expect(isBsn(text)).toBe(true);
    }
    expect(isBsn("010000008")).toBe(true);
    expect(isBsn("10000008")).toBe(true);
  });

  it("fails for only zeros, another length or other characters", () => {
    for (const text of ["000000000", "00000000", "1234567", "1234567820", "", "12345678x"]) {
      expect(isBsn(text)).toBe(false);
    }
  });

  it("passes for every number that is built by the rule, and for none of them with one digit altered", () => {
    fc.assert(
      fc.property(bsns, fc.nat(8), fc.integer({ min: 1, max: 9 }), (bsn, place, step) => {
        const digit = (Number(bsn[place]) + step) % 10;
        const altered = bsn.slice(0, place) + String(digit) + bsn.slice(place + 1);
        expect(isBsn(bsn)).toBe(true);
        expect(isBsn(altered)).toBe(false);
        expect(findBsn(`Zij heeft nummer ${altered}.`)).toEqual([]);
      }),
    );
  });
});

describe("a citizen service number in a text", () => {
  it("is found wherever it stands, with its place", () => {
    fc.assert(
      fc.property(
        bsns,
        fc.constantFrom("", "BSN:", "in 2017, ", "1. ", "(", "nr "),
        (bsn, before) => {
          const text = `${before}${bsn}). Verder niets.`;
          expect(findBsn(text)).toEqual([{ kind: "bsn", match: bsn, index: before.length }]);
        },
      ),
    );
  });

  it.each([
    "123 456 782",
    "123.456.782",
    "1234.56.782",
    "12 34 56 782",
    "1 2 3 4 5 6 7 8 2",
    "123\u00a0456\u00a0782",
  ])("is found in groups: %s", (bsn) => {
    expect(matches(`Het nummer is ${bsn}, zei ze`)).toEqual([bsn]);
  });

  it("is found beside a year, and glued to its announcement", () => {
    expect(matches("in 2017 123 456 782 genoteerd")).toEqual(["123 456 782"]);
    expect(matches("bsn123456782")).toEqual(["123456782"]);
  });

  it.each([
    ["an amount", "een schuld van € 123456782 of 123.456.782 euro of 123456782,50"],
    ["part of a longer number", "dossier 1234567829 en 9123456782 en 123456782-15"],
    ["part of a code", "paspoort NXF123456782, zaak 2024-123456782, 123456782B01"],
    ["part of an ECLI", "ECLI:NL:CRVB:2025:123456782 en CRVB:2025:123456782"],
    ["part of a law id", "CVDR12345672 en BWBR0005537 en jci1.3:c:BWBR0005537&artikel=4:84"],
    ["a date", "20150118 en 2015-01-18 en 19.01.2020 en 19012020"],
    ["years", "tussen 1998 2008 en 2000-2014, zie 1999 2002"],
    ["a chamber of commerce number", "KvK-nummer 12345672"],
  ])("is not seen in %s", (_, text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  it("would be seen in those digits if they stood alone, so the examples can fail", () => {
    const digits = ["123456782", "12345672", "20150118", "19012020", "19982008", "20002014"];
    for (const alone of digits) expect(isBsn(alone), alone).toBe(true);
  });
});

describe("a phone number in a text", () => {
  it.each([
    "0612345678",
    "06-12345678",
    "06 12 34 56 78",
    "+31612345678",
    "+31 6 12345678",
    "+31 (0)6 12345678",
    "0031 6 1234 5678",
    "020-1234567",
    "(020) 123 45 67",
    "0343 - 123456",
    "+34 612 345 678",
  ])("is found: %s", (phone) => {
    expect(findPersonalData(`Bel ${phone} na tienen.`)).toEqual([
      { kind: "phone", match: phone, index: 4 },
    ]);
  });

  it.each(["0800-1234", "op 01-02-2024 10 keer", "zaak 2024-0612345678", "06123456789"])(
    "is not seen in: %s",
    (text) => {
      expect(kinds(text)).not.toContain("phone");
    },
  );
});

describe("a bank account in a text", () => {
  // Examples of the SWIFT IBAN registry.
  it.each([
    "NL91ABNA0417164300",
    "NL91 ABNA 0417 1643 00",
    "nl91abna0417164300",
    "BE68 5390 0754 7034",
  ])("is found: %s", (iban) => {
    expect(findPersonalData(`Naar ${iban} EN verder`)).toEqual([
      { kind: "iban", match: iban, index: 5 },
    ]);
  });

  it.each(["NL92ABNA0417164300", "NL91ABNA04171643001", "XX91ABNA0417164300"])(
    "is not seen where the check fails: %s",
    (text) => {
      expect(kinds(text)).toEqual([]);
    },
  );
});

describe("an address in a text", () => {
  it.each([
    ["Kerkstraat 12, 1234 AB Utrecht", "12, 1234 AB"],
    ["Kerkstraat 12b\n1234AB", "12b\n1234AB"],
    ["postcode 1234 AB, huisnummer 7", "1234 AB, huisnummer 7"],
    ["op 1234ab 12", "1234ab 12"],
  ])("is a postcode with a house number: %s", (text, match) => {
    expect(findPersonalData(text)).toEqual([
      { kind: "postcode", match, index: text.indexOf(match) },
    ]);
  });

  it.each([
    "postcode 1234 AB zonder nummer",
    "in 2021 WW 12 maanden",
    "1234 SS 5",
    "de 1000de 5 euro",
    "artikel 8 van 1992",
  ])("is not seen in: %s", (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });
});

describe("a birth date in a text", () => {
  it.each([
    "geboren op 3 maart 1980",
    "geb. 03-03-1980",
    "Geboortedatum: 1980-03-03",
    "geboren te Utrecht op 3-3-'80",
    "born on March 3, 1980",
    "3 maart 1980 te Utrecht geboren",
  ])("is a date beside a word for being born: %s", (text) => {
    expect(findPersonalData(`${text}.`)).toEqual([{ kind: "birth_date", match: text, index: 0 }]);
  });

  it.each([
    "op 3 maart 1980 verhuisd",
    "geboren in een dorp",
    "geboren in 1980",
    "Het kind is geboren. De brief kwam op 3-3-1980",
    "aangeborene 3-3-1980",
  ])("is not seen in: %s", (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });
});

describe("personal data in a text", () => {
  it("is listed by place, each once", () => {
    const text = "Mail jan.de-vries@voorbeeld.nl of bel 0612345678, BSN 123456782.";
    expect(kinds(text)).toEqual(["email", "phone", "bsn"]);
    for (const { match, index } of findPersonalData(text)) {
      expect(text.slice(index, index + match.length)).toBe(match);
    }
  });

  it("is not seen in an ordinary account of a case", () => {
    const text =
      "In 2010 kreeg zij een voorschot van € 10.500,00 (artikel 4:84 Awb). In 2020 was dit de enige schuld; " +
      "zie ECLI:NL:CRVB:2024:2192, r.o. 4.3, en SB1403 van 9 maart 2023. Per maand 150 euro, 12 maanden lang.";
    expect(findPersonalData(text)).toEqual([]);
  });

  it("is looked for in time that grows with the text, also in hostile text", () => {
    const hostile = [
      "1 ",
      "1.",
      "a",
      "a@",
      "a.b-",
      "geb ",
      "+31 ",
      "1234 AB ",
      "NL12 ",
      "0 ",
      "€ 1",
      "ECLI:NL:",
    ];
    for (const piece of hostile) {
      const started = performance.now();
      findPersonalData(piece.repeat(40_000));
      expect(performance.now() - started, piece).toBeLessThan(1500);
    }
  });
});
