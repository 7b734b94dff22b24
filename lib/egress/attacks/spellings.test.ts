import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEgress, type Egress } from "../egress";
import { nameServer, sendThrough } from "../testing/send-through";
import { startTestServer, type TestServer } from "../testing/test-server";

let server: TestServer;
let egress: Egress;
const names = nameServer({});

beforeAll(async () => {
  server = await startTestServer((_request, response) => void response.end("reached"));
  egress = createEgress([], { resolve: names });
});
afterAll(async () => {
  await egress.close();
  await server.close();
});

const disguises: [string, string[]][] = [
  ["loopback", ["http://127.0.0.1:PORT/", "http://127.255.255.254:PORT/", "https://127.0.0.1:PORT/"]],
  ["short forms", ["http://127.1:PORT/", "http://127.0.1:PORT/", "http://10.1/", "http://192.168.257/"]],
  ["one number", ["http://2130706433:PORT/", "http://0x7f000001:PORT/", "http://017700000001:PORT/"]],
  ["octal parts", ["http://0177.0.0.1:PORT/", "http://0177.0.0.01:PORT/", "http://0300.0250.0.1/"]],
  ["hex parts", ["http://0x7f.0.0.1:PORT/", "http://0x7F.0x0.0x0.0x1:PORT/", "http://0xa9.0xfe.0xa9.0xfe/"]],
  ["mixed parts", ["http://0x7f.1:PORT/", "http://0251.0xfe.43518/", "http://127.0x0.01:PORT/"]],
  ["a dot at the end", ["http://127.0.0.1.:PORT/", "http://169.254.169.254./", "http://2130706433.:PORT/"]],
  ["full-width digits", ["http://１２７.０.０.１:PORT/", "http://①②⑦.⓪.⓪.①:PORT/", "http://𝟏𝟐𝟕.𝟎.𝟎.𝟏:PORT/"]],
  ["other dots", ["http://127。0。0。1:PORT/", "http://127．0．0．1:PORT/", "http://127｡0｡0｡1:PORT/"]],
  ["percent signs", ["http://%31%32%37.0.0.1:PORT/", "http://127%2e0%2e0%2e1:PORT/"]],
  [
    "soft hyphens and tabs",
    ["http://127\u00ad.0.0.1:PORT/", "http://127.0.\t0.1:PORT/", " http://127.0.0.1:PORT/"],
  ],
  [
    "back slashes",
    ["http:\\\\127.0.0.1:PORT\\", "http://127.0.0.1:PORT\\@example.com/", "http:127.0.0.1:PORT/"],
  ],
  ["nothing", ["http://0.0.0.0:PORT/", "http://0:PORT/", "http://0.1.2.3/", "http://[::]:PORT/"]],
  ["IPv6 loopback", ["http://[::1]:PORT/", "http://[0:0:0:0:0:0:0:1]:PORT/", "http://[0000::0001]:PORT/"]],
  [
    "mapped",
    ["http://[::ffff:127.0.0.1]:PORT/", "http://[::ffff:7f00:1]:PORT/", "http://[::ffff:a9fe:a9fe]/"],
  ],
  ["compatible", ["http://[::127.0.0.1]:PORT/", "http://[::7f00:1]:PORT/"]],
  [
    "translated",
    ["http://[64:ff9b::7f00:1]/", "http://[64:ff9b::169.254.169.254]/", "http://[64:ff9b:1::a00:1]/"],
  ],
  ["SIIT", ["http://[::ffff:0:127.0.0.1]/", "http://[::ffff:0:a9fe:a9fe]/"]],
  ["6to4", ["http://[2002:7f00:1::]/", "http://[2002:a9fe:a9fe::1]/", "http://[2002:0a00:0001::]/"]],
  ["Teredo", ["http://[2001::1]/", "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/"]],
  ["ISATAP", ["http://[2600::5efe:7f00:1]/", "http://[2600::200:5efe:a9fe:a9fe]/"]],
  [
    "private networks",
    ["http://10.0.0.1/", "http://172.16.0.1/", "http://172.31.255.255/", "http://192.168.0.1/"],
  ],
  ["IPv6 private networks", ["http://[fc00::1]/", "http://[fd12:3456:789a::1]/", "http://[fec0::1]/"]],
  ["a carrier's network", ["http://100.64.0.1/", "http://100.127.255.254/"]],
  ["link-local", ["http://169.254.1.1/", "http://[fe80::1]/", "http://[febf::1]/"]],
  [
    "metadata, Amazon",
    ["http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/", "http://2852039166/"],
  ],
  [
    "metadata, others",
    ["http://168.63.129.16/", "http://100.100.100.200/", "http://192.0.0.192/", "http://[fd20:ce::254]/"],
  ],
  [
    "metadata names",
    [
      "http://metadata.google.internal/",
      "http://METADATA.google.internal./",
      "http://metadata/",
      "http://instance-data/",
    ],
  ],
  ["multicast", ["http://224.0.0.1/", "http://239.255.255.250/", "http://[ff02::1]/", "http://[ff0e::1]/"]],
  ["broadcast", ["http://255.255.255.255/", "http://4294967295/"]],
  [
    "documentation",
    [
      "http://192.0.2.1/",
      "http://198.51.100.1/",
      "http://203.0.113.1/",
      "http://[2001:db8::1]/",
      "http://[3fff::1]/",
    ],
  ],
  ["benchmarks and relays", ["http://198.18.0.1/", "http://192.88.99.1/", "http://[2001:2::1]/"]],
  [
    "reserved",
    [
      "http://240.0.0.1/",
      "http://[100::1]/",
      "http://[5f00::1]/",
      "http://[4000::1]/",
      "http://[2001:20::1]/",
    ],
  ],
  [
    "a user's name in front",
    ["http://example.com@127.0.0.1:PORT/", "http://example.com:80@127.0.0.1:PORT/", "http://a:b@8.8.8.8/"],
  ],
  [
    "other schemes",
    [
      "file:///etc/passwd",
      "ftp://127.0.0.1/",
      "gopher://127.0.0.1:PORT/_x",
      "data:text/plain,x",
      "ws://127.0.0.1:PORT/",
      "blob:http://127.0.0.1:PORT/x",
      "javascript:0",
    ],
  ],
];

/** A server listens on loopback at PORT: whoever gets past the guard reaches it. */
describe("an address in disguise is refused before a byte is sent", () => {
  it.each(disguises.flatMap(([kind, urls]) => urls.map((url) => [kind, url] as const)))(
    "%s: %s",
    async (_, url) => {
      const sent = sendThrough(egress.http, url.replace("PORT", String(server.port)));
      await expect(sent).rejects.toMatchObject({ code: "egress_refused" });
      expect(server.requests).toEqual([]);
      expect(names.asked).toEqual([]);
    },
  );

  it.each([
    "http://[fe80::1%25eth0]/",
    "http://[::1%lo]:PORT/",
    "http://[127.0.0.1]:PORT/",
    "http://0x100000000:PORT/",
    "http://256.0.0.1/",
    "http://127.0.0.1.0.0:PORT/",
    "http://08.0.0.1/",
    "http://127.0.0.1:99999/",
    "http://127.0.0.1 :PORT/",
    "http://exa mple.com/",
    "http://ex<ample.com/",
    "http://%00127.0.0.1/",
    "//127.0.0.1:PORT/",
    "127.0.0.1:PORT",
  ])("what only looks like an address is none: %s", async (url) => {
    const sent = sendThrough(egress.http, url.replace("PORT", String(server.port)));
    await expect(sent).rejects.toMatchObject({ code: "http_failed" });
    expect(server.requests).toEqual([]);
  });

  it.each([
    "http://example.com#@127.0.0.1:PORT/",
    "http://example.com?@127.0.0.1:PORT/",
    "http://127.0.0.1.example.com:PORT/",
    "http://localhost.example.com:PORT/",
  ])("what names another host is looked up as that host: %s", async (url) => {
    const sent = sendThrough(egress.http, url.replace("PORT", String(server.port)));
    await expect(sent).rejects.toMatchObject({ message: expect.stringContaining("the name is unknown") });
    expect(names.asked.splice(0)).toEqual([expect.stringMatching(/example\.com$/)]);
    expect(server.requests).toEqual([]);
  });
});
