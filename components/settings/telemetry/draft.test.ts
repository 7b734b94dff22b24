import { expect, it, test } from "vitest";
import { draftOf, settingsOf } from "./draft";

const settings = {
  enabled: true,
  protocol: "grpc" as const,
  endpoint: "https://otlp.test:4317",
  headers: [{ name: "x-api-key" }],
  allowPrivate: false,
  content: true,
  share: 0.125,
  propagate: false,
};

it("keeps a stored value that nobody types anew", () => {
  const draft = draftOf(settings);
  expect(draft).toMatchObject({ share: "12.5", headers: [{ name: "x-api-key", value: "", kept: true }] });
  expect(settingsOf(draft).settings).toEqual({ ...settings, headers: [{ name: "x-api-key", value: null }] });
});

it("sends no content unless somebody asks for it", () => {
  expect(draftOf(null)).toMatchObject({ content: false, allowPrivate: false, share: "100" });
});

test.each([
  [{ endpoint: "otlp.test" }, "endpoint", /https/],
  [{ share: "" }, "share", /0 to 100/],
  [{ share: "101" }, "share", /0 to 100/],
  [{ share: "many" }, "share", /0 to 100/],
  [{ headers: [{ name: "", value: "x", kept: false }] }, "headers.0.name", /name/],
  [{ headers: [{ name: "a", value: "", kept: false }] }, "headers.0.value", /value/],
])("says what is wrong with %j", (change, field, message) => {
  expect(settingsOf({ ...draftOf(settings), ...change }).problems?.[field]).toMatch(message);
});
