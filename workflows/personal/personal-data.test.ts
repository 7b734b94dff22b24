import { describe, expect, it } from "vitest";
import { findPersonal, type PersonalKind, personalKinds } from "./personal-data";

const found = (text: string, kinds: readonly PersonalKind[] = personalKinds) =>
  findPersonal(text, kinds).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe("personal data", () => {
  it.each<[string, string[]]>([
    ["Write to robin.smith+news@mail.example.co.uk, please.", ["email: robin.smith+news@mail.example.co.uk"]],
    ["<ada@example.com>;grace@example.org", ["email: ada@example.com", "email: grace@example.org"]],
    ["ADA_L@EXAMPLE.COM.", ["email: ADA_L@EXAMPLE.COM"]],
    ["Card 4111 1111 1111 1111, thanks", ["card: 4111 1111 1111 1111"]],
    ["Card 4111-1111-1111-1111.", ["card: 4111-1111-1111-1111"]],
    ["5555555555554444", ["card: 5555555555554444"]],
    ["Amex 3782 822463 10005", ["card: 3782 822463 10005"]],
    ["IBAN DE89 3704 0044 0532 0130 00 please", ["iban: DE89 3704 0044 0532 0130 00"]],
    ["gb82west12345698765432", ["iban: gb82west12345698765432"]],
    ["NL91-ABNA-0417-1643-00,", ["iban: NL91-ABNA-0417-1643-00"]],
    ["Call +49 30 1234567 today", ["phone: +49 30 1234567"]],
    ["Call +1 (415) 555-2671.", ["phone: +1 (415) 555-2671"]],
    ["0044 20 7946 0958", ["phone: 0044 20 7946 0958"]],
    ["(030) 1234567 or 030/12345678", ["phone: (030) 1234567", "phone: 030/12345678"]],
    ["(415) 555-2671 and 415-555-2671", ["phone: (415) 555-2671", "phone: 415-555-2671"]],
    ["from 192.168.1.254 and 8.8.8.8:53", ["ip: 192.168.1.254", "ip: 8.8.8.8"]],
    ["at 2001:db8::8a2e:370:7334 now", ["ip: 2001:db8::8a2e:370:7334"]],
    ["[fe80::1]", ["ip: fe80::1"]],
    [`key ${"sk-ant-"}api03-Q8xv2LmN7pRt5WzKc4Yb1Jd6`, ["secret: sk-ant-api03-Q8xv2LmN7pRt5WzKc4Yb1Jd6"]],
    [`${"ghp_"}a8Kd93jfLsP20qWeRtYu17ZxCvBnM4gHjK56`, ["secret: ghp_a8Kd93jfLsP20qWeRtYu17ZxCvBnM4gHjK56"]],
    [`id ${"AKIA"}Q3EGRZ7T5XWN2M4P`, ["secret: AKIAQ3EGRZ7T5XWN2M4P"]],
    [
      "ada@example.com paid with 4111111111111111 from 10.0.0.7",
      ["email: ada@example.com", "card: 4111111111111111", "ip: 10.0.0.7"],
    ],
  ])("is found in “%s”", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["a number that is no card", "Invoice 4111 1111 1111 1112"],
    ["zeros", "2222 2222 2222 2222"],
    ["an account with wrong check digits", "DE88370400440532013000"],
    ["an account that is too long", "DE89370400440532013000X"],
    ["a country without such accounts", "US89370400440532013000"],
    ["a date", "On 2026-11-21 and on 21.11.2026 at 12:30:45"],
    ["a price", "1,299.00 or 1.299,00 euros"],
    ["an order number", "Order 10042 of batch 7-1234"],
    ["a version", "Version 1.2.3 of 2026"],
    ["no address: too large", "300.1.1.1 and 1.2.3.4.5"],
    ["an at sign", "meet @ noon, user@localhost, @handle"],
    ["a time range", "10:00 - 12:00"],
    ["C++ names", "std::vector and a::b"],
    ["a year range", "1931-2026"],
    ["a placeholder of a key", "sk-your-key-here-your-key-here"],
    ["plain words", "The library lends books, tools and instruments."],
  ])("is not seen in %s", (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it("is found of the kinds asked for alone", () => {
    expect(found("ada@example.com, 8.8.8.8", ["ip"])).toEqual(["ip: 8.8.8.8"]);
    expect(found("ada@example.com", [])).toEqual([]);
  });

  it("is found once where two kinds would claim it", () => {
    expect(found("+4111111111111111")).toHaveLength(1);
  });

  it.each([
    ["letters", "a".repeat(100_000)],
    ["dots", "a.".repeat(50_000)],
    ["digits", "1".repeat(100_000)],
    ["digits with spaces", "1 ".repeat(50_000)],
    ["colons", "a:".repeat(50_000)],
    ["at signs", "a@".repeat(50_000)],
    ["beginnings of accounts", "DE89 ".repeat(20_000)],
    ["plus signs", "+1".repeat(50_000)],
  ])("takes no time over many %s", (_, text) => {
    const start = performance.now();
    findPersonal(text, personalKinds);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
