import { expect, it } from "vitest";
import { hasLuhn, hasMod97, ibanLengthOf } from "./checksums";

it.each([
  ["4111111111111111", true],
  ["5555555555554444", true],
  ["378282246310005", true],
  ["6011111111111117", true],
  ["4111111111111112", false],
  ["4111111111111", false],
  ["79927398713", true],
])("the check digit of %s is right: %s", (digits, right) => {
  expect(hasLuhn(digits)).toBe(right);
});

it.each([
  ["DE89370400440532013000", true],
  ["GB82WEST12345698765432", true],
  ["FR1420041010050500013M02606", true],
  ["NL91ABNA0417164300", true],
  ["CH9300762011623852957", true],
  ["DE88370400440532013000", false],
  ["GB82WEST12345698765423", false],
  ["DE89-3704", false],
])("the check digits of %s are right: %s", (iban, right) => {
  expect(hasMod97(iban)).toBe(right);
});

it("knows how long accounts of a country are", () => {
  expect([ibanLengthOf("DE"), ibanLengthOf("NO"), ibanLengthOf("MT"), ibanLengthOf("US")]).toEqual([
    22,
    15,
    31,
    undefined,
  ]);
});
