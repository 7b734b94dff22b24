import { generateKeyPairSync } from "node:crypto";
import { importSPKI, jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEgress, type Egress } from "@/lib/egress/egress";
import { startTestServer, type TestServer } from "@/lib/egress/testing/test-server";
import { input } from "../testing/open";
import { createVertex } from "./create";
import { vertexKeyPreview, vertexKeyProblem } from "./service-account";

const pair = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

let server: TestServer;
let egress: Egress;
let refuses = false;
beforeEach(async () => {
  refuses = false;
  server = await startTestServer((request, response) => {
    response.setHeader("content-type", "application/json");
    if (request.url !== "/token") {
      return response.end(
        '{"candidates": [{"content": {"role": "model", "parts": [{"text": "Hello"}]}, "finishReason": "STOP"}]}',
      );
    }
    if (!refuses) return response.end('{"access_token": "ya29.token", "expires_in": 3600}');
    response.writeHead(400).end('{"error": "invalid_grant", "error_description": "Invalid JWT Signature."}');
  });
  egress = createEgress(["private"]);
});
afterEach(async () => {
  await egress.close();
  await server.close();
});

const file = () =>
  JSON.stringify({
    type: "service_account",
    project_id: "acme-1",
    private_key_id: "k1",
    private_key: pair.privateKey,
    client_email: "signalbox@acme-1.iam.gserviceaccount.com",
    token_uri: `${server.origin}/token`,
  });

const open = (key: string, account: Record<string, string> = {}) =>
  createVertex(
    input({
      model: "gemini-3.8-flash",
      key,
      baseUrl: server.origin,
      account,
      fetch: egress.fetchFor([]),
    }),
  );

describe("Vertex", () => {
  it("trades a service account's signature for a token, once", async () => {
    const key = file();
    expect((await open(key, { location: "europe-west4" }).invoke("Hi")).text).toBe("Hello");
    await open(key, { location: "europe-west4" }).invoke("Hi");
    expect(server.requests.map(({ url }) => url.split("?")[0])).toEqual([
      "/token",
      ...Array(2).fill(
        "/v1/projects/acme-1/locations/europe-west4/publishers/google/models/gemini-3.8-flash:generateContent",
      ),
    ]);
    expect(server.requests[1]?.headers).toMatchObject({ authorization: "Bearer ya29.token" });
    expect(server.requests[1]?.headers).not.toHaveProperty("x-goog-api-key");
    const assertion = new URLSearchParams(server.requests[0]?.body).get("assertion") ?? "";
    const { payload, protectedHeader } = await jwtVerify(
      assertion,
      await importSPKI(pair.publicKey, "RS256"),
      {
        issuer: "signalbox@acme-1.iam.gserviceaccount.com",
        audience: `${server.origin}/token`,
      },
    );
    expect(payload.scope).toBe("https://www.googleapis.com/auth/cloud-platform");
    expect(protectedHeader.kid).toBe("k1");
  });

  it("uses another project than the account's where one is named", async () => {
    await open(file(), { project: "other-2" }).invoke("Hi");
    expect(server.requests.at(-1)?.url).toContain("/projects/other-2/locations/global/");
  });

  it("takes a key of express mode", async () => {
    await open("AQ.key").invoke("Hi");
    expect(server.requests.map(({ url }) => url.split("?")[0])).toEqual([
      "/v1/publishers/google/models/gemini-3.8-flash:generateContent",
    ]);
    expect(server.requests[0]?.headers).toMatchObject({ "x-goog-api-key": "AQ.key" });
  });

  it("says what Google says when the account is refused", async () => {
    refuses = true;
    await expect(open(file()).invoke("Hi")).rejects.toMatchObject({
      status: 401,
      message: "Invalid JWT Signature.",
    });
  });
});

describe("a key", () => {
  it.each([
    ["of express mode", "AQ.key", undefined],
    ["that is no JSON", "{nonsense", expect.stringContaining("not the JSON file")],
    ["of a person", '{"type": "authorized_user"}', expect.stringContaining("not the JSON file")],
  ])("%s", (_name, key, problem) => {
    expect(vertexKeyProblem(key)).toEqual(problem);
  });

  it("of a service account shows whose it is, and nothing more", () => {
    const key = JSON.stringify({ ...JSON.parse(file()), token_uri: undefined });
    expect(vertexKeyProblem(key)).toBeUndefined();
    expect(vertexKeyPreview(key)).toBe("signalbox@acme-1.iam.gserviceaccount.com");
    expect(vertexKeyPreview("AQ.key")).toBeUndefined();
  });
});
