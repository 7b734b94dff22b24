import { createHash, createHmac } from "node:crypto";
import { EventStreamCodec } from "@smithy/core/event-streams";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEgress, type Egress } from "@/lib/egress/egress";
import { startTestServer, type TestServer } from "@/lib/egress/testing/test-server";
import { input } from "../testing/open";
import { createBedrock } from "./create";

const answer = JSON.stringify({
  output: { message: { role: "assistant", content: [{ text: "Hello" }] } },
  stopReason: "end_turn",
  usage: { inputTokens: 3, outputTokens: 1, totalTokens: 4 },
});

let server: TestServer;
let egress: Egress;
let reply: { type: string; body: string | Uint8Array };
beforeEach(async () => {
  reply = { type: "application/json", body: answer };
  server = await startTestServer((_request, response) => {
    response.writeHead(200, { "content-type": reply.type }).end(reply.body);
  });
  egress = createEgress(["private"]);
});
afterEach(async () => {
  await egress.close();
  await server.close();
});

const open = (account: Record<string, string>, model = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0") =>
  createBedrock(
    input({
      model,
      key: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
      baseUrl: server.origin,
      account: { region: "eu-central-1", ...account },
      fetch: egress.fetchFor([]),
    }),
  );

/** AWS's own description, step by step: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function signatureOf({ method, url, headers, body }: TestServer["requests"][number]): string {
  const [, signed = ""] = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? "") ?? [];
  const stamp = String(headers["x-amz-date"]);
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
  const encoded = url.split("/").map(encodeURIComponent).join("/");
  const names = signed.split(";").map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, encoded, "", names.join(""), signed, hash(body)].join("\n");
  const scope = `${stamp.slice(0, 8)}/eu-central-1/bedrock/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", stamp, scope, hash(canonical)].join("\n");
  const key = [stamp.slice(0, 8), "eu-central-1", "bedrock", "aws4_request"].reduce<string | Buffer>(
    hmac,
    "AWS4wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  );
  return hmac(key, toSign).toString("hex");
}

describe("Bedrock", () => {
  it("signs with an IAM user's key, over the path as it is sent", async () => {
    const spoken = await open({ accessKeyId: "AKIAIOSFODNN7EXAMPLE" }).invoke("Hi");
    expect(spoken.text).toBe("Hello");
    const [request] = server.requests;
    expect(request?.url).toBe("/model/eu.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse");
    expect(request?.headers.authorization).toContain("Credential=AKIAIOSFODNN7EXAMPLE/");
    expect(request?.headers.authorization).toContain("SignedHeaders=");
    expect(request?.headers.authorization).toContain(`Signature=${request && signatureOf(request)}`);
  });

  it("sends a Bedrock API key as it is", async () => {
    await open({}).invoke("Hi");
    expect(server.requests[0]?.headers.authorization).toBe("Bearer wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
  });

  it("calls an inference profile by its ARN", async () => {
    await open({}, "arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/abc").invoke(
      "Hi",
    );
    expect(decodeURIComponent(server.requests[0]?.url ?? "")).toContain(
      "application-inference-profile/abc/converse",
    );
  });

  it("goes to the region's address where there is no other", async () => {
    const asked: string[] = [];
    const fetch = async (url: string | URL | Request) => {
      asked.push(new Request(url).url);
      return new Response(answer, { headers: { "content-type": "application/json" } });
    };
    await createBedrock(
      input({ model: "amazon.nova-pro-v1:0", account: { region: "eu-west-3" }, fetch }),
    ).invoke("Hi");
    expect(asked).toEqual([
      "https://bedrock-runtime.eu-west-3.amazonaws.com/model/amazon.nova-pro-v1%3A0/converse",
    ]);
  });

  it("fails with the words of an exception in the middle of a stream", async () => {
    const text = (value: string) => ({ type: "string" as const, value });
    const bytes = new TextEncoder();
    const codec = new EventStreamCodec(String, (from) => bytes.encode(from));
    reply = {
      type: "application/vnd.amazon.eventstream",
      body: codec.encode({
        headers: {
          ":message-type": text("exception"),
          ":exception-type": text("throttlingException"),
          ":content-type": text("application/json"),
        },
        body: bytes.encode('{"message": "Too many tokens"}'),
      }),
    };
    const reading = (async () => {
      for await (const _chunk of await open({}).stream("Hi")) void _chunk;
    })();
    await expect(reading).rejects.toThrow("Too many tokens");
  });
});
