import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { curlOf, runCurl } from "./curl";

const request = {
  method: "POST",
  url: "https://shop.test/orders?key=•••",
  headers: { authorization: "•••", "content-type": "application/json" },
  body: `{"name":"O'Neill"}`,
};

it("writes an HTTP call as a command, with places for its secrets", () => {
  expect(curlOf({ request })).toBe(
    [
      "curl -X POST 'https://shop.test/orders?key=<SECRET>' \\",
      "  -H 'authorization: <SECRET>' \\",
      "  -H 'content-type: application/json' \\",
      `  --data-raw '{"name":"O'\\''Neill"}'`,
    ].join("\n"),
  );
});

it("writes the API call that starts a run", () => {
  const command = runCurl({
    origin: "https://box.test",
    path: "/agents/a/runs",
    body: { input: { q: "Hi" } },
  });
  expect(command).toContain("'https://box.test/api/v1/agents/a/runs'");
  expect(command).toContain(`--data-raw '{"input":{"q":"Hi"}}'`);
  expect(command).toContain('"Authorization: Bearer $SIGNALBOX_API_KEY"');
});

it("says the same to a shell, whatever is in the body", () => {
  const text = fc.string({ unit: "grapheme" }).filter((each) => !/[\0•]/.test(each));
  fc.assert(
    fc.property(text, (body) => {
      const command = curlOf({ request: { ...request, headers: {}, body } }).replace(
        "curl",
        "printf '%s' --",
      );
      const script = command.replace(
        /^printf '%s' -- -X POST 'https[^']*' \\\n {2}--data-raw /,
        "printf '%s' ",
      );
      expect(execFileSync("sh", ["-c", script]).toString()).toBe(body);
    }),
    { numRuns: 20 },
  );
});
