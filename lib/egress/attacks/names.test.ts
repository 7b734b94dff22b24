import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createEgress, type Egress } from "../egress";
import { parseRule } from "../rule";
import { nameServer, sendThrough } from "../testing/send-through";
import { startTestServer, type TestServer } from "../testing/test-server";

let server: TestServer;
let egress: Egress | undefined;

beforeAll(async () => {
  server = await startTestServer((_request, response) => void response.end("reached"));
});
afterEach(async () => {
  await egress?.close();
  server.requests.length = 0;
});
afterAll(() => server.close());

function knowing(answers: string[][], allowed: readonly string[] = []) {
  const resolve = nameServer({ "name.test": answers, "name.test.": answers, localhost: [["127.0.0.1"]] });
  egress = createEgress(allowed, { resolve });
  return { egress, resolve };
}
const url = () => `http://name.test:${server.port}/`;

describe("a name that stands for", () => {
  it.each<[string, string[]]>([
    ["loopback", ["127.0.0.1"]],
    ["loopback, IPv6", ["::1"]],
    ["a private address", ["192.168.1.1"]],
    ["a carrier's address", ["100.64.0.1"]],
    ["link-local", ["169.254.10.10"]],
    ["link-local with a zone", ["fe80::1%eth0"]],
    ["metadata", ["169.254.169.254"]],
    ["metadata, mapped", ["::ffff:169.254.169.254"]],
    ["metadata, translated", ["64:ff9b::a9fe:a9fe"]],
    ["metadata, by 6to4", ["2002:a9fe:a9fe::"]],
    ["metadata, IPv6", ["fd00:ec2::254"]],
    ["nothing", ["0.0.0.0"]],
    ["multicast", ["224.0.0.251"]],
    ["broadcast", ["255.255.255.255"]],
    ["documentation", ["203.0.113.80"]],
    ["a public and a private address", ["93.184.216.34", "127.0.0.1"]],
    ["a private and a public address", ["10.0.0.1", "93.184.216.34"]],
    [
      "many public and one private address",
      [...Array.from({ length: 20 }, (_, i) => `93.184.216.${i}`), "::1"],
    ],
    ["what is no address", ["127.0.0.1; rm -rf /"]],
    ["an octal address", ["0177.0.0.1"]],
  ])("%s is refused", async (_, addresses) => {
    const { egress } = knowing([addresses]);
    await expect(sendThrough(egress.http, url())).rejects.toMatchObject({ code: "egress_refused" });
    expect(server.requests).toEqual([]);
  });

  it.each([[[]], [["93.184.216.34"]]])("is called only where it leads: %j", async (addresses) => {
    const { egress, resolve } = knowing([addresses]);
    await expect(sendThrough(egress.http, url(), { timeoutMs: 200 })).rejects.toMatchObject({
      code: "http_failed",
    });
    expect(resolve.asked).toEqual(["name.test"]);
    expect(server.requests).toEqual([]);
  });

  it("localhost is refused, with a dot at its end too", async () => {
    const { egress } = knowing([]);
    await expect(sendThrough(egress.http, `http://localhost:${server.port}/`)).rejects.toMatchObject({
      code: "egress_refused",
    });
    const dotted = knowing([["127.0.0.1"]]).egress;
    await expect(sendThrough(dotted.http, `http://name.test.:${server.port}/`)).rejects.toMatchObject({
      code: "egress_refused",
    });
  });
});

describe("a name that changes its mind", () => {
  it("is asked once for a call, and that very answer is judged and called", async () => {
    const { egress, resolve } = knowing([["127.0.0.1"], ["10.0.0.1"]], ["127.0.0.0/8"]);
    const answer = await sendThrough(egress.http, url(), { headers: { connection: "close" } });
    expect(answer.body).toBe("reached");
    expect(resolve.asked).toEqual(["name.test"]);
    await expect(sendThrough(egress.http, url())).rejects.toMatchObject({ code: "egress_refused" });
    expect(server.requests).toHaveLength(1);
  });

  it("from public to private is refused between two calls", async () => {
    const { egress } = knowing([["93.184.216.34"], ["127.0.0.1"]]);
    await expect(sendThrough(egress.http, url(), { timeoutMs: 100 })).rejects.toMatchObject({
      code: "http_failed",
    });
    await expect(sendThrough(egress.http, url())).rejects.toMatchObject({ code: "egress_refused" });
  });

  it("between the hops of a redirect is refused at the second one", async () => {
    const away = await startTestServer((_request, response) => {
      response.writeHead(302, { location: url(), connection: "close" }).end();
    });
    const resolve = nameServer({ "name.test": [["10.0.0.1"]], "first.test": [["127.0.0.1"]] });
    egress = createEgress(["first.test"], { resolve });
    const sent = sendThrough(egress.http, `http://first.test:${away.port}/`);
    await expect(sent).rejects.toMatchObject({ code: "egress_refused" });
    expect(away.requests).toHaveLength(1);
    expect(server.requests).toEqual([]);
    await away.close();
  });
});

describe("a workspace's lists, by name and by address", () => {
  it.each<[string, { allow?: string[]; deny?: string[] }, string[], "called" | "refused"]>([
    ["nothing listed", {}, ["127.0.0.1"], "called"],
    ["denied by name", { deny: ["name.test"] }, ["127.0.0.1"], "refused"],
    ["denied by domain", { deny: ["*.test"] }, ["127.0.0.1"], "refused"],
    ["denied by address behind the name", { deny: ["127.0.0.0/8"] }, ["127.0.0.1"], "refused"],
    ["denied by address, mapped", { deny: ["127.0.0.1"] }, ["::ffff:127.0.0.1"], "refused"],
    ["one of its addresses denied", { deny: ["127.0.0.2"] }, ["127.0.0.1", "127.0.0.2"], "refused"],
    ["allowed and denied", { allow: ["name.test"], deny: ["127.0.0.1"] }, ["127.0.0.1"], "refused"],
    ["allowed by name", { allow: ["name.test"] }, ["127.0.0.1"], "called"],
    ["allowed by address", { allow: ["127.0.0.0/8"] }, ["127.0.0.1"], "called"],
    ["one of its addresses not allowed", { allow: ["127.0.0.1"] }, ["127.0.0.1", "127.0.0.3"], "refused"],
    ["another name allowed", { allow: ["other.test"] }, ["127.0.0.1"], "refused"],
    ["allowed beyond what the operator opens", { allow: ["name.test"] }, ["10.0.0.1"], "refused"],
  ])("%s: %j", async (_, lists, addresses, expected) => {
    const { egress } = knowing([addresses], ["127.0.0.0/8"]);
    const rules = { allow: (lists.allow ?? []).map(parseRule), deny: (lists.deny ?? []).map(parseRule) };
    const sent = sendThrough(egress.within(rules).http, url()).then(
      ({ body }) => body,
      ({ code }) => code,
    );
    expect(await sent).toBe(expected === "called" ? "reached" : "egress_refused");
    expect(server.requests).toHaveLength(expected === "called" ? 1 : 0);
  });

  it("count at once, also where a connection stands open from before", async () => {
    const { egress } = knowing([["127.0.0.1"]], ["127.0.0.0/8"]);
    expect((await sendThrough(egress.http, url())).body).toBe("reached");
    const narrowed = egress.within({ allow: [], deny: [parseRule("name.test")] });
    await expect(sendThrough(narrowed.http, url())).rejects.toMatchObject({ code: "egress_refused" });
    await expect(narrowed.fetchFor([])(url())).rejects.toMatchObject({ code: "egress_refused" });
  });

  it("keep a refused name from the name server", async () => {
    const { egress, resolve } = knowing([["127.0.0.1"]], ["127.0.0.0/8"]);
    const denied = egress.within({ allow: [], deny: [parseRule("name.test")] });
    const unlisted = egress.within({ allow: [parseRule("other.test")], deny: [] });
    for (const { http } of [denied, unlisted]) {
      await expect(sendThrough(http, url())).rejects.toMatchObject({ code: "egress_refused" });
    }
    expect(resolve.asked).toEqual([]);
  });
});
