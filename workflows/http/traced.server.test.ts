import { BaseCallbackHandler } from "@langchain/core/callbacks/base";
import { expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { httpEvent } from "@/workflows/events/trace/http-event";
import type { HttpAnswer } from "./http-call";
import { traced } from "./traced.server";

class Listener extends BaseCallbackHandler {
  readonly name = "listener";
  readonly heard: unknown[] = [];
  override handleCustomEvent(name: string, data: unknown): void {
    this.heard.push({ name, data });
  }
}

const call = {
  method: "POST",
  url: "https://shop.test/orders?key=s3cret",
  headers: { Authorization: "Basic whatever", "x-mine": "s3cret!" },
  body: '{"pass":"s3cret"}',
  timeoutMs: 1_000,
  maxBytes: 1_000,
  signal: new AbortController().signal,
};
const secrets = { key: "s3cret" };
const answer: HttpAnswer = {
  status: 200,
  headers: { "set-cookie": "session=1", "content-type": "text/plain" },
  body: `echo s3cret ${"x".repeat(70_000)}`,
  url: call.url,
};

it("tells what was sent and what came back, without any secret and without all of a long body", async () => {
  const listener = new Listener();
  await traced({ call, secrets, trace: { callbacks: [listener] } }, async () => answer);
  expect(listener.heard).toMatchObject([
    {
      name: httpEvent,
      data: {
        ms: expect.any(Number),
        exchange: {
          request: {
            method: "POST",
            url: "https://shop.test/orders?key=•••",
            headers: { Authorization: "•••", "x-mine": "•••!" },
            body: '{"pass":"•••"}',
          },
          response: { status: 200, headers: { "set-cookie": "•••", "content-type": "text/plain" } },
        },
      },
    },
  ]);
  const told = JSON.stringify(listener.heard);
  expect(told).not.toContain("s3cret");
  expect(told).toContain("characters more");
});

it("tells why there is no answer, and throws as before", async () => {
  const listener = new Listener();
  const problem = new AppError("http_failed", "No connection to shop.test with s3cret.");
  const call_ = traced({ call, secrets, trace: { callbacks: [listener] } }, async () => {
    throw problem;
  });
  await expect(call_).rejects.toBe(problem);
  expect(listener.heard).toMatchObject([
    {
      data: {
        exchange: { problem: { code: "http_failed", message: "No connection to shop.test with •••." } },
      },
    },
  ]);
});

it("needs nobody who listens", async () => {
  await expect(traced({ call, secrets, trace: undefined }, async () => answer)).resolves.toBe(answer);
});
