import { describe, expect, it } from "vitest";
import type { HttpAnswer } from "@/workflows/http/http-call";
import { readAnswer, refuseBadStatus } from "./read-answer";

const answer = (body: string, type?: string, status = 200): HttpAnswer => ({
  status,
  body,
  url: "https://x.test/",
  headers: Object.fromEntries(type === undefined ? [] : [["content-type", type]]),
});

describe("readAnswer", () => {
  it.each<[string, string | undefined, "auto" | "json" | "text", unknown]>([
    ['{"a":1}', "application/json", "auto", { a: 1 }],
    ['{"a":1}', "application/problem+json; charset=utf-8", "auto", { a: 1 }],
    ['{"a":1}', "Application/JSON", "auto", { a: 1 }],
    ['{"a":1}', "application/jsonlines", "auto", '{"a":1}'],
    ['{"a":1}', "text/html", "auto", '{"a":1}'],
    ['{"a":1}', undefined, "auto", '{"a":1}'],
    ['{"a":1}', "application/json", "text", '{"a":1}'],
    ['{"a":1}', "text/plain", "json", { a: 1 }],
    ["null", "application/json", "auto", null],
    ["{broken", "application/json", "auto", "{broken"],
    ["", "application/json", "auto", ""],
    ["", undefined, "text", ""],
  ])("%j of type %s read as %s", (body, type, parse, expected) => {
    expect(readAnswer(answer(body, type), parse)).toEqual(expected);
  });

  it.each([
    ["<html>", /begins with "<html>"/],
    ["", /begins with ""/],
    ["x".repeat(500), /begins with "x{60}"\.$/],
  ])("says what came instead of JSON: %s", (body, message) => {
    expect(() => readAnswer(answer(body), "json")).toThrow(message);
    expect(() => readAnswer(answer(body), "json")).toThrow(
      expect.objectContaining({ code: "http_failed", details: expect.objectContaining({ field: "parse" }) }),
    );
  });
});

describe("refuseBadStatus", () => {
  it.each([100, 200, 204, 301, 399])("lets %d pass", (status) => {
    expect(() => refuseBadStatus(answer("", undefined, status))).not.toThrow();
  });

  it.each([
    [400, "No such city", "The server answered with status 400: No such city", "what is sent"],
    [404, "  ", "The server answered with status 404.", "what is sent"],
    [500, "Out\n", "The server answered with status 500: Out", "retries"],
    [503, "y".repeat(900), `The server answered with status 503: ${"y".repeat(300)}`, "retries"],
  ])("refuses %d with the beginning of what was said", (status, body, message, hint) => {
    const details = { data: { status }, hint: expect.stringContaining(hint) };
    expect(() => refuseBadStatus(answer(body, undefined, status))).toThrow(
      expect.objectContaining({ code: "http_failed", message, details }),
    );
  });
});
