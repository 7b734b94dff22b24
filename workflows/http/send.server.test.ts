import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { fakeHttp, fakeServices } from "@/workflows/testing/fake-services";
import { redact } from "./secrets.server";
import { type RequestTemplate, sendRequest } from "./send.server";

const base: RequestTemplate = {
  method: "GET",
  url: "https://api.test/items",
  query: [],
  headers: [],
  timeoutMs: 1_000,
  maxBytes: 1_000,
  callKey: "run_1:order:1:request",
};
const state = { id: "a/b", q: "x & y", n: 3, rows: [1, 2], nothing: null };

async function sent(template: Partial<RequestTemplate>, values: Record<string, unknown> = state) {
  const http = fakeHttp(() => ({}));
  const { signal } = new AbortController();
  const answer = await sendRequest({ ...base, ...template }, values, fakeServices({ http }), signal);
  return { call: http.calls[0], answer };
}

describe("a call that must not act twice", () => {
  it.each(["POST", "PATCH"])("%s carries its stable key", async (method) => {
    const { call } = await sent({ method });
    expect(call?.headers).toEqual({ "idempotency-key": "run_1:order:1:request" });
  });

  it.each(["GET", "HEAD", "PUT", "DELETE"])("%s needs none", async (method) => {
    const { call } = await sent({ method });
    expect(call?.headers).toEqual({});
  });

  it("keeps a key of the author's own", async () => {
    const headers = [{ name: "Idempotency-Key", value: "order-{{ n }}" }];
    const { call } = await sent({ method: "POST", headers });
    expect(call?.headers).toEqual({ "idempotency-key": "order-3" });
  });
});

describe("the address that is called", () => {
  it.each<[string, Partial<RequestTemplate>, string]>([
    ["as it is without a query", { url: "https://api.test/a b" }, "https://api.test/a b"],
    ["with values in the path", { url: "https://api.test/{{ id }}" }, "https://api.test/a%2Fb"],
    [
      "with a query, encoded",
      { query: [{ name: "q", value: "{{ q }}" }] },
      "https://api.test/items?q=x+%26+y",
    ],
    [
      "behind a query that is there already",
      { url: "https://api.test/?a=1#top", query: [{ name: "b", value: "2" }] },
      "https://api.test/?a=1&b=2#top",
    ],
    [
      "with a name given twice",
      {
        query: [
          { name: "t", value: "1" },
          { name: "t", value: "{{ n }}" },
        ],
      },
      "https://api.test/items?t=1&t=3",
    ],
    [
      "with lists as JSON and nothing as nothing",
      {
        query: [
          { name: "l", value: "{{ rows }}" },
          { name: "e", value: "{{ nothing }}" },
        ],
      },
      "https://api.test/items?l=%5B1%2C2%5D&e=",
    ],
    [
      "with a name that needs encoding",
      { query: [{ name: "a[b]&c", value: "1" }] },
      "https://api.test/items?a%5Bb%5D%26c=1",
    ],
  ])("%s", async (_, template, url) => {
    expect((await sent(template)).call?.url).toBe(url);
  });

  it("is refused where a query is to be added to what is no URL, without telling its text", async () => {
    const broken = sent({ url: "{{ secrets.HOST }}", query: [{ name: "a", value: "1" }] });
    await expect(broken).rejects.toMatchObject({ code: "http_failed", details: { field: "url" } });
    await expect(broken).rejects.not.toThrow(/secret-HOST/);
  });

  it("fails where a value cannot be worked out", async () => {
    const unknown = sent({ headers: [{ name: "x", value: "{{ id + n }}" }] });
    await expect(unknown).rejects.toMatchObject({ code: "expression_failed" });
  });
});

describe("headers and body", () => {
  const body = { text: '{"a":1}', type: "application/json" };

  it.each<[string, Partial<RequestTemplate>, Record<string, string>]>([
    ["none", {}, {}],
    ["names in small letters", { headers: [{ name: "X-Key", value: "{{ n }}" }] }, { "x-key": "3" }],
    ["the body's type", { body }, { "content-type": "application/json" }],
    [
      "a type of the author's own instead",
      { body, headers: [{ name: "Content-Type", value: "application/vnd.api+json" }] },
      { "content-type": "application/vnd.api+json" },
    ],
    [
      "the last of two with one name",
      {
        headers: [
          { name: "A", value: "1" },
          { name: "a", value: "2" },
        ],
      },
      { a: "2" },
    ],
  ])("%s", async (_, template, headers) => {
    const { call } = await sent(template);
    expect(call?.headers).toEqual(headers);
    expect(call?.body).toBe(template.body?.text);
  });
});

describe("secrets", () => {
  const withSecret = { query: [{ name: "key", value: "{{ secrets.KEY }}" }] };

  it("go out, and do not come back in the address", async () => {
    const { call, answer } = await sent({ ...withSecret, url: "https://api.test/{{ secrets.KEY }}" });
    expect(call?.url).toBe("https://api.test/secret-KEY?key=secret-KEY");
    expect(answer.url).toBe("https://api.test/•••?key=•••");
  });

  it("are not taken from a channel of that name", async () => {
    const { call } = await sent(withSecret, { secrets: { KEY: "mine" } });
    expect(call?.url).toContain("key=secret-KEY");
  });

  it("do not stand in an error, whatever failed", async () => {
    const failing = (error: Error) =>
      sendRequest(
        { ...base, ...withSecret },
        state,
        fakeServices({ http: { send: () => Promise.reject(error) } }),
        new AbortController().signal,
      );
    const details = { field: "url" };
    await expect(
      failing(new AppError("http_failed", "No answer from ?key=secret-KEY", details)),
    ).rejects.toMatchObject({ code: "http_failed", message: "No answer from ?key=•••", details });
    const clean = new AppError("http_failed", "No answer");
    await expect(failing(clean)).rejects.toBe(clean);
    const bug = new TypeError("x is not a function");
    await expect(failing(bug)).rejects.toBe(bug);
  });

  it("are asked for only where a template names them", async () => {
    const asked: string[] = [];
    const secrets = {
      reveal: async (name: string) => {
        asked.push(name);
        return "s";
      },
    };
    const template = { ...base, headers: [{ name: "a", value: "{{ secrets.ONE }} {{ secrets.ONE }}" }] };
    await sendRequest(template, state, fakeServices({ secrets }), new AbortController().signal);
    expect(asked).toEqual(["ONE"]);
  });
});

describe("redact", () => {
  it.each([
    ["a space in a query", "?q=a+b", { S: "a b" }, "?q=•••"],
    ["signs a query escapes and a path does not", "?q=it%27s%21", { S: "it's!" }, "?q=•••"],
    ["the longer of two that begin alike", "key-123 key", { A: "key", B: "key-123" }, "••• •••"],
    ["nothing for an empty one", "text", { A: "" }, "text"],
  ])("%s", (_, text, secrets, expected) => {
    expect(redact(text, secrets)).toBe(expected);
  });

  it("leaves no secret in an address that was built with it", () => {
    const secret = fc
      .string({ unit: "grapheme", minLength: 4, maxLength: 12 })
      .filter((text) => !/^[•\s]/.test(text));
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 3 }), (values) => {
        const url = new URL("https://api.test/");
        for (const value of values) url.searchParams.append("k", value);
        const path = values.map(encodeURIComponent).join("/");
        const secrets = Object.fromEntries(values.map((value, index) => [`S${index}`, value]));
        const seen = redact(`${url.href} ${path}`, secrets);
        expect(seen.replace(/https:\/\/api\.test\/\?|k=|[&/ ]|•••/g, "")).toBe("");
      }),
    );
  });
});
