import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex, utf8 } from "../../app/domain/bytes.ts";
import { canonicalJson } from "../../app/domain/canonical-json.ts";
import { DomainError } from "../../app/domain/domain-error.ts";

/** RFC 8785 appendix B: the bits of a number, and how it is written. */
const numbers = [
  ["0000000000000000", "0"],
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["8000000000000001", "-5e-324"],
  ["7fefffffffffffff", "1.7976931348623157e+308"],
  ["ffefffffffffffff", "-1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["c340000000000000", "-9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["44b52d02c7e14af7", "1.0000000000000001e+23"],
  ["444b1ae4d6e2ef4e", "999999999999999700000"],
  ["444b1ae4d6e2ef4f", "999999999999999900000"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["41b3de4355555553", "333333333.3333332"],
  ["41b3de4355555554", "333333333.33333325"],
  ["41b3de4355555555", "333333333.3333333"],
  ["41b3de4355555556", "333333333.3333334"],
  ["41b3de4355555557", "333333333.33333343"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
  ["43143ff3c1cb0959", "1424953923781206.2"],
];

function numberOf(bits: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

describe("canonical JSON", () => {
  it.each(numbers)("writes the number %s as RFC 8785 appendix B does", (bits = "", text = "") => {
    expect(canonicalJson(numberOf(bits))).toBe(text);
  });

  it("writes the example of RFC 8785 section 3.2.2 in the bytes of section 3.2.4", () => {
    const example = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`) as unknown;
    expect(toHex(utf8(canonicalJson(example)))).toBe(
      "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a" +
        "5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d3237" +
        "5d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d",
    );
  });

  it("orders keys by their UTF-16 code units, as in RFC 8785 section 3.2.3", () => {
    const example = JSON.parse(String.raw`{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"
    }`) as unknown;
    const values = [...canonicalJson(example).matchAll(/:"([^"]+)"/g)].map(([, value]) => value);
    expect(values).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  it("keeps what the JSON says, however its keys were ordered", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        const plain = JSON.stringify(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(plain));
        expect(canonicalJson(turnedAround(value))).toBe(text);
      }),
    );
  });

  it("leaves out what has no value, as JSON.stringify does", () => {
    const value = { b: undefined, a: [undefined, new Date(0)], c: () => 1 };
    expect(canonicalJson(value)).toBe(JSON.stringify(value));
    expect(canonicalJson(undefined)).toBe("null");
  });

  it.each([
    ["json_number", Number.NaN],
    ["json_number", Number.POSITIVE_INFINITY],
    ["json_text", "half \ud83d"],
    ["json_value", 1n],
  ])("refuses with %s what JSON cannot say, and tells where", (code, value) => {
    expect(() => canonicalJson({ list: [0, value] })).toThrow(
      new DomainError(code, { path: "/list/1" }),
    );
  });

  it("refuses half a character in a key", () => {
    expect(() => canonicalJson({ "\udc00": 1 })).toThrow("json_text");
  });
});

function turnedAround(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedAround);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, field]) => [key, turnedAround(field)]);
  return Object.fromEntries(entries.reverse());
}
