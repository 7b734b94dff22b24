import { expect, it } from "vitest";
import type { HttpExchange } from "../http-exchange";
import { start, view } from "../testing/steps";

const request = { method: "GET", url: "https://shop.test/orders/7?full=1", headers: {} };
const told = (exchange: HttpExchange) =>
  view(start("fetch"), {
    type: "http.finished",
    data: { spanId: "h1", parentSpanId: "fetch:1", ms: 8, exchange },
    node: "fetch",
    visit: 1,
  }).spans.at(-1);

it("an HTTP call is a span below what made it, from its start to its end", () => {
  const exchange = { request, response: { status: 200, headers: {}, body: "{}" } };
  expect(told(exchange)).toMatchObject({
    kind: "http",
    parentId: "fetch:1",
    name: "GET shop.test/orders/7",
    status: "done",
    startedAt: 2,
    endedAt: 10,
    http: exchange,
  });
});

it.each<[string, HttpExchange]>([
  ["a status that says so", { request, response: { status: 503, headers: {}, body: "" } }],
  ["no answer", { request, problem: { code: "http_failed", message: "No answer." } }],
])("has failed by %s", (_how, exchange) => {
  expect(told(exchange)).toMatchObject({ status: "failed" });
});
