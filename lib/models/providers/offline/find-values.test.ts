import { describe, expect, it } from "vitest";
import { findLabelled, findValues } from "./find-values";

describe("findValues", () => {
  it("sorts what a text holds, without finding anything twice", () => {
    const text =
      'Ada paid €1,250.50 for 3 seats on 2026-03-04; mail ada@example.com or see https://example.com/a?b=1. She said "fine".';
    expect(findValues(text)).toEqual({
      emails: ["ada@example.com"],
      urls: ["https://example.com/a?b=1"],
      dates: ["2026-03-04"],
      numbers: [1250.5, 3],
      quoted: ["fine"],
    });
  });

  it.each([
    ["on 4 March 2026", "2026-03-04"],
    ["on the 1st of December 2025", "2025-12-01"],
    ["March 4th, 2026", "2026-03-04"],
    ["by Sep 9 2026", "2026-09-09"],
    ["at 2026-03-04T10:00:00Z", "2026-03-04T10:00:00Z"],
  ])("reads the date %s", (text, date) => {
    expect(findValues(text)).toMatchObject({ dates: [date], numbers: [] });
  });

  it.each([
    ["-5 degrees", [-5]],
    ["two tickets", [2]],
    ["this one", []],
    ["version 1.2.3", []],
    ["room A12", []],
    ["on 3/4/26", []],
  ])("reads the numbers of %s", (text, numbers) => {
    expect(findValues(text).numbers).toEqual(numbers);
  });
});

describe("findLabelled", () => {
  it.each([
    ["Order number: 42", "orderNumber", "42"],
    ["My city is Berlin. It rains.", "city", "Berlin"],
    ["first name = Ada, last name = Lovelace", "first_name", "Ada"],
    ["first name = Ada, last name = Lovelace", "lastName", "Lovelace"],
    ['title: "A, B and C"', "title", "A, B and C"],
    ["**Priority:** high", "priority", "high"],
    ["tags: red, green", "tags", "red, green"],
    ["nothing here", "city", null],
    ["capacity: 3", "city", null],
  ])("%s → %s", (text, name, expected) => {
    expect(findLabelled(text, name)).toBe(expected);
  });
});
