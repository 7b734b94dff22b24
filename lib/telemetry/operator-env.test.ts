import { expect, it, test } from "vitest";
import { EnvError, parseEnv } from "@/lib/env";

const telemetry = (variables: Record<string, string>) => parseEnv(variables).telemetry;
const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector.test:4318" };

it("is off without an endpoint, and where it is turned off", () => {
  expect(telemetry({})).toBeUndefined();
  expect(telemetry({ ...endpoint, OTEL_SDK_DISABLED: "true" })).toBeUndefined();
});

test.each([
  [endpoint, "http/protobuf", "http://collector.test:4318/v1/traces"],
  [{ ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" }, "grpc", "http://collector.test:4318/"],
  [
    { ...endpoint, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "https://other.test/in" },
    "http/protobuf",
    "https://other.test/in",
  ],
  [
    { ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: "grpc", OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: "http/json" },
    "http/json",
    "http://collector.test:4318/v1/traces",
  ],
])("%j", (variables, protocol, url) => {
  const receiver = telemetry(variables)?.receiver;
  expect([receiver?.protocol, receiver?.url.href]).toEqual([protocol, url]);
});

test("headers and attributes are lists of pairs, written as in a URL", () => {
  const read = telemetry({
    ...endpoint,
    OTEL_EXPORTER_OTLP_HEADERS: "authorization=Basic%20abc%3D, x-tenant=one",
    OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=staging,service.name=other",
  });
  expect(read?.receiver.headers).toEqual({ authorization: "Basic abc=", "x-tenant": "one" });
  expect(read?.resource).toEqual({ "deployment.environment.name": "staging", "service.name": "other" });
  expect(telemetry({ ...endpoint, OTEL_SERVICE_NAME: "mine" })?.resource["service.name"]).toBe("mine");
});

test.each([
  ["always_on", undefined, 1],
  ["parentbased_always_off", undefined, 0],
  ["parentbased_traceidratio", "0.25", 0.25],
])("the sampler %s sends a share of %s", (sampler, share, sent) => {
  const variables = { ...endpoint, OTEL_TRACES_SAMPLER: sampler, OTEL_TRACES_SAMPLER_ARG: share ?? "" };
  expect(telemetry(variables)?.share).toBe(sent);
});

test.each([
  { OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4317" },
  { OTEL_EXPORTER_OTLP_PROTOCOL: "thrift" },
  { OTEL_EXPORTER_OTLP_HEADERS: "no pair" },
  { OTEL_TRACES_SAMPLER_ARG: "2" },
])("%j stops the start, by name", (variables) => {
  expect(() => parseEnv(variables)).toThrow(EnvError);
  expect(() => parseEnv(variables)).toThrow(Object.keys(variables)[0]);
});
