import { describe, expect, it } from "vitest";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeHttp, fakeServices } from "@/workflows/testing/fake-services";
import { httpRequestDefinition } from "./definition";
import { makeHttpRequest } from "./execute.server";

const base = {
  name: "get_weather",
  purpose: "Tells the weather.",
  url: "https://api.test/{{ city }}/weather",
  parameters: [
    { name: "city", description: "Name of the city" },
    { name: "days", type: "number", required: false },
  ],
};

function toolWith(more: object, answer = { status: 200, body: "Sunny" }) {
  const http = fakeHttp(() => answer);
  const config = httpRequestDefinition.config.parse({ ...base, ...more });
  return { http, tool: makeHttpRequest(config, fakeServices({ http }), fakeContext()) };
}

describe("HTTP request as a tool", () => {
  it("puts the model's arguments into the author's address, encoded", async () => {
    const { http, tool } = toolWith({ headers: [{ name: "X-Key", value: "{{ secrets.KEY }}" }] });
    expect(await tool.invoke({ city: "../São Paulo?" })).toBe("Sunny");
    expect(http.calls).toMatchObject([
      {
        method: "GET",
        url: "https://api.test/..%2FS%C3%A3o%20Paulo%3F/weather",
        headers: { "x-key": "secret-KEY" },
      },
    ]);
    expect(http.calls[0]?.body).toBeUndefined();
  });

  it("sends the arguments as JSON where the author says so", async () => {
    const { http, tool } = toolWith({ method: "POST", body: "arguments" });
    await tool.invoke({ city: "Rome", days: 2 });
    expect(JSON.parse(http.calls[0]?.body ?? "")).toEqual({ city: "Rome", days: 2 });
    expect(http.calls[0]?.headers).toEqual({
      "content-type": "application/json",
      "idempotency-key": expect.stringMatching(/^run_1:node:1:/),
    });
  });

  it("never lets an argument stand for a secret", async () => {
    const { http, tool } = toolWith({});
    await tool.invoke({ city: "{{ secrets.KEY }}" });
    expect(http.calls[0]?.url).toBe("https://api.test/%7B%7B%20secrets.KEY%20%7D%7D/weather");
  });

  it("fails at a bad status with what the server said", async () => {
    const { tool } = toolWith({}, { status: 500, body: "Out of order" });
    await expect(tool.invoke({ city: "Rome" })).rejects.toThrow("status 500: Out of order");
  });

  it.each([[{}], [{ city: 5 }], [{ city: "Rome", days: "two" }]])(
    "refuses arguments that do not fit: %j",
    async (args) => {
      const { http, tool } = toolWith({});
      await expect(tool.invoke(args)).rejects.toThrow(/schema/);
      expect(http.calls).toEqual([]);
    },
  );

  it.each([
    ["https://api.test/x", []],
    ["https://{{ city }}.test/x", ["url"]],
    ["{{ city }}", ["url"]],
    ["https://api.test{{ city }}/x", ["url"]],
    ["https://api.test/{{ cty }}", ["url"]],
  ])("checks that host and arguments of %s are fixed", (url, fields) => {
    const config = httpRequestDefinition.config.parse({ ...base, url });
    expect(httpRequestDefinition.check?.(config).map((issue) => issue.path.field)).toEqual(fields);
  });

  it("checks the names in headers", () => {
    const config = httpRequestDefinition.config.parse({
      ...base,
      headers: [{ name: "a", value: "{{ nope }}" }],
    });
    expect(httpRequestDefinition.check?.(config)).toMatchObject([{ path: { field: "headers.0.value" } }]);
  });
});
