import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasLuhn } from "./checksums";
import { hidden } from "./hidden.server";
import { findPersonal, personalKinds } from "./personal-data";

const mask = (text: string) =>
  hidden(
    text,
    personalKinds.map((kind) => ({ kind, action: "mask" as const })),
  );

describe("a card number", () => {
  const number = "4111 1111 1111 1111";

  it.each([
    ["12/27", "[card] 12/27"],
    ["12/27 123", "[card] 12/27 123"],
    ["123", "[card] 123"],
    ["12 27", "[card] 12 27"],
    ["1227 123", "[card] 1227 123"],
    ["5555 5555 5555 4444", "[card] [card]"],
    ["valid until 2027", "[card] valid until 2027"],
  ])("is found where %j stands right behind it", (behind, text) => {
    expect(mask(`${number} ${behind}`)).toBe(text);
  });

  it.each([
    ["Card no.4111111111111111", "Card no.[card]"],
    ["card-4111111111111111", "card-[card]"],
    ["4111\u00a01111\u00a01111\u00a01111", "[card]"],
    ["4111\u202f1111\u202f1111\u202f1111", "[card]"],
    ["4111–1111–1111–1111", "[card]"],
    ["2027 4111 1111 1111 1111", "2027 [card]"],
    ["(4111111111111111)", "([card])"],
    ["4111111111111111,5555555555554444", "[card],[card]"],
  ])("is found as people write it: %s", (text, without) => {
    expect(mask(text)).toBe(without);
  });

  it.each([
    "1.4111111111111111",
    "1-4111111111111111",
    "94111111111111111",
    "4111111111111112",
    "0000 0000 0000 0000",
  ])("is not seen in what is none: %s", (text) => {
    expect(findPersonal(text, ["card"])).toEqual([]);
  });

  it("is found whole, whichever it is and whatever short numbers follow", () => {
    const digits = fc
      .tuple(fc.constantFrom("4", "5", "3", "6"), fc.stringMatching(/^\d{11,14}$/))
      .map(([first, rest]) => withCheckDigit(first + rest))
      .filter((card) => !/^(\d)\1+$/.test(card));
    fc.assert(
      fc.property(digits, fc.constantFrom("", " 12/27", " / 123", ", 1 2 3", ". 99"), (card, behind) => {
        expect(mask(`Pay with ${card}${behind}`)).not.toContain(card);
      }),
    );
  });
});

/** The number with the digit behind it that makes it a card's. */
function withCheckDigit(digits: string): string {
  const last = Array.from({ length: 10 }, (_, digit) => `${digits}${digit}`).find(hasLuhn);
  return last ?? digits;
}

describe("an address for e-mail", () => {
  it.each([
    "info@müller.de",
    "jürgen.groß@beispiel.de",
    "иван@пример.рф",
    "νίκος@παράδειγμα.gr",
    "a@b.xn--p1ai",
    "x@xn--mller-kva.de",
    "o'hara@example.ie".slice(2),
    "first.last+tag@sub.mail.example.museum",
    "100%_sure@example.com",
  ])("is found in any alphabet that has spaces between words: %s", (address) => {
    expect(mask(`Write to ${address}, please. <${address}>`)).toBe("Write to [email], please. <[email]>");
  });

  it("is found alone in a script without spaces", () => {
    expect(mask("連絡先はinfo@example.jpです。")).toBe("連絡先は[email]です。");
  });

  it.each(["@example.com", "a@b", "a@.com", "a b@ c.de", "x@localhost"])("is not seen in %s", (text) => {
    expect(findPersonal(text, ["email"])).toEqual([]);
  });
});

describe("a phone number or an account", () => {
  it.each([
    ["+49 – 170 – 1234567", "[phone]"],
    ["+49 / 170 / 1234567", "[phone]"],
    ["+49 (0) 30 1234567", "[phone]"],
    ["+49\u00a030\u00a01234567", "[phone]"],
    ["DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000", "[iban]"],
    ["IBAN:DE89370400440532013000;", "IBAN:[iban];"],
  ])("is found as pages write it: %s", (text, without) => {
    expect(mask(text)).toBe(without);
  });
});

describe("what is hidden", () => {
  const word = fc.constantFrom(
    "ada@example.com",
    "4111 1111 1111 1111",
    "DE89 3704 0044 0532 0130 00",
    "+49 30 1234567",
    "192.168.2.1",
    "2001:db8::1",
    "plain",
    "12",
    "ü",
  );
  const between = fc.constantFrom(" ", "\n", ", ", "; ", " (", ") ", " - ", "\t");
  const text = fc.array(fc.tuple(word, between), { maxLength: 8 }).map((pieces) => pieces.flat().join(""));

  it("can be read nowhere in the text any more, and is not found in it again", () => {
    fc.assert(
      fc.property(text, (given) => {
        const out = mask(given);
        for (const { start, end } of findPersonal(given, personalKinds)) {
          expect(out).not.toContain(given.slice(start, end));
        }
        expect(mask(out)).toBe(out);
      }),
    );
  });

  it("leaves everything else where it was", () => {
    fc.assert(
      fc.property(text, (given) => {
        const places = findPersonal(given, personalKinds);
        const kept = places.reduceRight(
          (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
          given,
        );
        expect(mask(given).replaceAll(/\[(?:email|card|iban|phone|ip|secret)\]/g, "")).toBe(kept);
      }),
    );
  });

  it("is found in order, and none inside another, in any text", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: "grapheme" })), (given) => {
        const places = findPersonal(given, personalKinds);
        const ends = places.map(({ end }) => end);
        for (const [index, { start, end }] of places.entries()) {
          expect(start).toBeGreaterThanOrEqual(ends[index - 1] ?? 0);
          expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });

  it("takes no longer than the text is long: nothing in it makes a pattern go back and forth", () => {
    const long = 40_000;
    const texts = [
      "4".repeat(long),
      "a@".repeat(long / 2),
      "1 ".repeat(long / 2),
      "DE89 ".repeat(long / 5),
      "::".repeat(long / 2),
    ];
    for (const each of texts) {
      const begun = performance.now();
      findPersonal(each, personalKinds);
      expect(performance.now() - begun).toBeLessThan(3_000);
    }
  });
});
