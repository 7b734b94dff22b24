import { describe, expect, test } from "vitest";
import { bodyLimit, readJson, readJsonWithFiles } from "./read-json";

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

describe("where files are part of the body", () => {
  const url = (length: number) => `data:image/png;base64,${"A".repeat(length)}`;

  test("it is read further", async () => {
    const body = JSON.stringify({ photo: url(5 * bodyLimit) });
    expect(await readJsonWithFiles(post(body))).toHaveProperty("photo");
    const more = readJsonWithFiles(post(JSON.stringify({ photo: url(7 * bodyLimit) })));
    await expect(more).rejects.toMatchObject({
      code: "too_large",
      message: expect.stringContaining("12 MB"),
    });
  });

  test("words are not, and are told how long they may be", async () => {
    const words = readJsonWithFiles(post(JSON.stringify({ message: "x".repeat(bodyLimit) })));
    await expect(words).rejects.toMatchObject({
      code: "too_large",
      message: expect.stringContaining("2 MB without images"),
    });
  });
});

test("counts bytes, not characters", async () => {
  expect(await outcome(post(JSON.stringify("€".repeat(bodyLimit / 2))))).toBe("too_large");
});
