import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readTraceContext, writeTraceparent } from "./trace-context";

const traceId = "0af7651916cd43dd8448eb211c80319c";
const spanId = "b7ad6b7169203331";
const good = `00-${traceId}-${spanId}-01`;

it("reads what a caller says", () => {
  expect(readTraceContext(good)).toEqual({ traceId, parentSpanId: spanId, sampled: true });
  expect(readTraceContext(` 00-${traceId}-${spanId}-02 `)?.sampled).toBe(false);
});

test.each([
  ["nothing", undefined],
  ["an empty header", ""],
  ["capitals", good.toUpperCase()],
  ["a trace of zeros", `00-${"0".repeat(32)}-${spanId}-01`],
  ["a span of zeros", `00-${traceId}-${"0".repeat(16)}-01`],
  ["a short trace id", `00-${traceId.slice(1)}-${spanId}-01`],
  ["no flags", `00-${traceId}-${spanId}`],
  ["flags that are no number", `00-${traceId}-${spanId}-zz`],
  ["more than version 00 has", `${good}-more`],
  ["the version that there is not", `ff-${traceId}-${spanId}-01`],
  ["two headers in one", `${good},${good}`],
])("does not believe %s", (_name, header) => {
  expect(readTraceContext(header, "a=1")).toBeUndefined();
});

test("a later version is read as far as it is known", () => {
  expect(readTraceContext(`cc-${traceId}-${spanId}-01-what-comes`)).toMatchObject({ traceId, sampled: true });
});

describe("tracestate", () => {
  test.each([
    ["one member", "rojo=00f067aa0ba902b7", "rojo=00f067aa0ba902b7"],
    ["several, with room around them", " rojo=1 ,\tcongo=t61rcWkgMzE", "rojo=1,congo=t61rcWkgMzE"],
    ["an empty member", "a=1,,b=2", "a=1,b=2"],
    ["a tenant's key", "fw529a3039@dt=FfAAAA", "fw529a3039@dt=FfAAAA"],
    ["nothing", "", undefined],
    ["a capital in a key", "A=1", undefined],
    ["no value", "a=", undefined],
    ["a value with an equals sign", "a=b=c", undefined],
    ["the same key twice", "a=1,a=2", undefined],
    ["too many", Array.from({ length: 33 }, (_, at) => `k${at}=1`).join(","), undefined],
    ["too long", `a=${"x".repeat(250)},b=${"x".repeat(250)},c=${"x".repeat(250)}`, undefined],
    ["a line break", "a=1\r\nx-evil: 1", undefined],
  ])("with %s", (_name, header, state) => {
    expect(readTraceContext(good, header)?.state).toBe(state);
  });
});

const hex = (length: number) =>
  fc
    .array(fc.constantFrom(..."0123456789abcdef".split("")), { minLength: length, maxLength: length })
    .map((digits) => digits.join(""))
    .filter((text) => /[^0]/.test(text));

test("what is written is read again", () => {
  fc.assert(
    fc.property(hex(32), hex(16), fc.boolean(), (trace, span, sampled) => {
      const context = { traceId: trace, parentSpanId: span, sampled };
      expect(readTraceContext(writeTraceparent(context))).toEqual(context);
    }),
  );
});

test("no text at all breaks it, and what it hands on is fit for a header", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (parent, state) => {
      readTraceContext(parent, state);
      const handedOn = readTraceContext(good, state)?.state;
      expect(handedOn ?? "").toMatch(/^[\x20-\x7e]*$/);
    }),
  );
});
