import { expect, test } from "vitest";
import { lengthWithoutFiles } from "./length-without-files";

const long = "A".repeat(1_000);

test.each<[string, unknown]>([
  ["a data URL", { photo: `data:image/png;base64,${long}` }],
  ["one with a charset", { photo: `data:text/plain;charset=utf-8;base64,${long}` }],
  ["an object of a file", { photo: { mimeType: "image/png", data: long, name: "cat.png" } }],
  ["a list of them", { photos: [{ mimeType: "application/pdf", data: long, name: "bill.pdf" }] }],
])("leaves %s out", (_name, body) => {
  expect(lengthWithoutFiles(body)).toBeLessThan(100);
});

test.each<[string, unknown]>([
  ["words", { message: long }],
  ["words that mention a data URL", { message: `See data:image/png;base64, ${long}` }],
  ["data of no type", { data: long }],
  ["data that is no text", { mimeType: "image/png", data: { inside: long } }],
  ["the name of a file", { mimeType: "image/png", data: "aGk=", name: long }],
  ["a long key", { [long]: 1 }],
  ["many small values", Array.from({ length: 1_000 }, () => 0)],
])("counts %s", (_name, body) => {
  expect(lengthWithoutFiles(body)).toBeGreaterThanOrEqual(1_000);
});

test("reads what is nested deeper than a call stack is", () => {
  expect(lengthWithoutFiles(JSON.parse("[".repeat(100_000) + "]".repeat(100_000)))).toBeGreaterThan(99_999);
});
