import { expect, test } from "vitest";
import { bodyLimit, readJson } from "./read-json";

const post = (body: string, headers: Record<string, string> = { "content-type": "application/json" }) =>
  new Request("http://app.test/", { method: "POST", body, headers });

test.each([
  ["application/json", { a: 1 }],
  ["application/json; charset=utf-8", { a: 1 }],
])("reads %s", async (type, value) => {
  expect(await readJson(post(JSON.stringify(value), { "content-type": type }))).toEqual(value);
});

test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])(
  "refuses %j: a form of another site could send it",
  async (type) => {
    await expect(readJson(post("{}", { "content-type": type }))).rejects.toMatchObject({
      code: "invalid_input",
    });
  },
);

test("says when the body is no JSON", async () => {
  await expect(readJson(post("{"))).rejects.toMatchObject({ code: "invalid_input" });
});

const outcome = (request: Request) =>
  readJson(request).then(
    () => "read",
    (error) => error.code,
  );

test("stops at the limit, whether or not the length was announced", async () => {
  const body = JSON.stringify("x".repeat(bodyLimit));
  const honest = { "content-type": "application/json", "content-length": String(body.length) };
  expect(await outcome(post(body))).toBe("too_large");
  expect(await outcome(post(body, honest))).toBe("too_large");
  expect(await outcome(post(JSON.stringify("x".repeat(bodyLimit - 2))))).toBe("read");
});

test("counts bytes, not characters", async () => {
  expect(await outcome(post(JSON.stringify("€".repeat(bodyLimit / 2))))).toBe("too_large");
});
