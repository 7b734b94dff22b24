import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chatBodies, type Message, plainText } from "@/workflows/notify/message";
import { signedHeaders } from "@/workflows/notify/sign.server";
import type { Mail } from "@/workflows/runtime/ports";
import { fakeHttp } from "@/workflows/testing/fake-services";
import { hostileValues } from "@/workflows/testing/hostile-values";
import { runNode } from "@/workflows/testing/run-node";
import { notifyConfig, notifyDefinition } from "./definition";

const url = "https://hooks.example.com/x";
const text = fc.string({ unit: fc.constantFrom(...Array.from("ab <>&|*_[]()@\n\"'`\\é👍")) });
const links = fc.array(fc.record({ label: text, url: text.map((each) => `https://x.test/${each}`) }), {
  maxLength: 4,
});
const message = fc.record({ title: text, text, links });
const messagesOf = (answer: unknown): Message => Object(answer);

describe("a message to Slack", () => {
  it("holds no markup but the links that belong to it", () => {
    fc.assert(
      fc.property(message, (given) => {
        const body = JSON.stringify(Object(chatBodies.slack(messagesOf(given))).text);
        const said: string = JSON.parse(body);
        expect(said.match(/</g) ?? []).toHaveLength(given.links.length);
        for (const found of said.matchAll(/<([^|>]*)\|([^>]*)>/g))
          expect(found[1]).toMatch(/^https:\/\/x\.test\//);
      }),
    );
  });
});

describe("a message to Discord", () => {
  it("is never longer than Discord takes, never cuts a character, and pings nobody", () => {
    const long = fc.record({
      title: text,
      text: fc.string({ unit: fc.constantFrom("x", "👍", "\n"), maxLength: 3_000 }),
      links,
    });
    fc.assert(
      fc.property(long, (given) => {
        const { content, allowed_mentions } = Object(chatBodies.discord(messagesOf(given)));
        expect(content.length).toBeLessThanOrEqual(2_000);
        expect(content.isWellFormed()).toBe(true);
        expect(allowed_mentions).toEqual({ parse: [] });
      }),
    );
  });

  it("keeps every link whole or leaves it out", () => {
    const many = Array.from({ length: 60 }, (_, at) => ({
      label: `Link ${at}`,
      url: `https://x.test/${"y".repeat(80)}`,
    }));
    const { content } = Object(chatBodies.discord({ title: "T", text: "x".repeat(500), links: many }));
    const lines: string[] = content.split("\n").slice(1);
    for (const line of lines) expect(line).toMatch(/^(\[Link \d+\]\(<https:\/\/x\.test\/y{80}>\)|x*…?)$/);
  });
});

describe("a message of any kind", () => {
  it.each(hostileValues)("is sent or refused in words where its text is %s", async (_, given) => {
    for (const by of ["slack", "teams", "discord", "webhook"]) {
      const http = fakeHttp(() => ({}));
      const config = { by, url, title: "{{ given }}", text: "{{ given }}" };
      const found = await runNode("notify", config, { given }, { http }).catch((error: unknown) => error);
      const refused = { code: expect.stringMatching(/^[a-z_]+$/) };
      expect(found).toMatchObject(found instanceof Error ? refused : {});
      const bodies = http.calls.map(({ body }) => JSON.parse(body ?? "?"));
      expect(bodies).toHaveLength(found instanceof Error ? 0 : 1);
    }
  });

  it("says its links in an e-mail one below the other, whatever its text", () => {
    fc.assert(
      fc.property(message, (given) => {
        const plain = plainText(given);
        for (const { label, url: address } of given.links) expect(plain).toContain(`${label}: ${address}`);
      }),
    );
  });
});

describe("an e-mail's addresses", () => {
  const sentTo = async (to: string, state: Record<string, unknown>) => {
    const mails: Mail[] = [];
    const mail = { send: async (one: Mail) => void mails.push(one) };
    await runNode("notify", { by: "email", to, title: "Hi", text: "x" }, state, { mail });
    return mails.flatMap((one) => one.to);
  };

  it.each<[string, Record<string, unknown>, string[]]>([
    ["{{ who }}", { who: "a@x.test" }, ["a@x.test"]],
    [" {{ who }} ,, b@x.test ,", { who: " a@x.test " }, ["a@x.test", "b@x.test"]],
    ["{{ join(all, ',') }}", { all: ["a@x.test", "b@x.test"] }, ["a@x.test", "b@x.test"]],
    ["{{ missing }}, b@x.test", {}, ["b@x.test"]],
  ])("%s with %j are %j", async (to, state, addresses) => {
    expect(await sentTo(to, state)).toEqual(addresses);
  });

  it.each([
    ["{{ who }}", { who: "" }],
    ["{{ who }}", {}],
    [" , ,", {}],
  ])("that come out as none stop the node: %j with %j", async (to, state) => {
    await expect(sentTo(to, state)).rejects.toMatchObject({ code: "node_failed", details: { field: "to" } });
  });

  it("say the beginning of the text where there is no title", async () => {
    const mails: Mail[] = [];
    const mail = { send: async (one: Mail) => void mails.push(one) };
    await runNode("notify", { by: "email", to: "a@x.test", text: `${"x".repeat(200)}` }, {}, { mail });
    expect(mails[0]?.subject).toBe("x".repeat(80));
  });
});

describe("a signature", () => {
  it("changes with every part of what it signs", () => {
    const part = fc.string({ minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(part, part, fc.integer({ min: 1, max: 2 ** 31 }), (body, other, seconds) => {
        fc.pre(body !== other);
        const of = (id: string, said: string, secret: string, at: number) =>
          signedHeaders({ id, body: said, secret }, at * 1_000)["webhook-signature"];
        const first = of("a", body, "key", seconds);
        expect(of("a", body, "key", seconds)).toBe(first);
        expect(of("a", other, "key", seconds)).not.toBe(first);
        expect(of("b", body, "key", seconds)).not.toBe(first);
        expect(of("a", body, "key2", seconds)).not.toBe(first);
        expect(of("a", body, "key", seconds + 1)).not.toBe(first);
      }),
    );
  });

  it("is asked for by a webhook alone, and its channels are read", () => {
    const reads = (by: string) =>
      notifyDefinition
        .reads(notifyConfig.parse({ by, url, signedWith: "{{ keys.one }}", data: ["n"] }))
        .map(({ channel }) => channel);
    expect([reads("webhook"), reads("slack"), reads("email")]).toEqual([["keys", "n"], [], []]);
  });
});

describe("what people type", () => {
  it.each<[object, string]>([
    [{ by: "pigeon" }, "by"],
    [{ url: "x".repeat(4_001) }, "url"],
    [{ to: 1 }, "to"],
    [{ text: null }, "text"],
    [{ data: ["Not one"] }, "data.0"],
    [{ data: Array.from({ length: 51 }, (_, at) => `c${at}`) }, "data"],
    [{ repeatable: 0 }, "repeatable"],
    [{ signedWith: "x".repeat(201) }, "signedWith"],
  ])("%.80j is refused at its field", (more, field) => {
    expect(notifyConfig.safeParse(more).error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});
