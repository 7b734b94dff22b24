import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { chatBodies, plainText } from "@/workflows/notify/message";
import { signedHeaders } from "@/workflows/notify/sign.server";
import type { Mail } from "@/workflows/runtime/ports";
import { fakeHttp } from "@/workflows/testing/fake-services";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { notifyDefinition } from "./definition";

nodeContract("notify");

const state = { who: "robin@example.com", n: 2 };
const url = "https://hooks.example.com/{{ secrets.PATH }}";

async function sent(config: object) {
  const http = fakeHttp(() => ({}));
  await runNode("notify", { url, title: "Order {{ n }}", text: " It is *here*. ", ...config }, state, {
    http,
  });
  const [call, another] = http.calls;
  expect(another).toBeUndefined();
  return { ...call, body: JSON.parse(call?.body ?? "null") };
}

describe("a message to a chat", () => {
  it.each([
    ["slack", { text: "*Order 2*\nIt is *here*.", unfurl_links: false }],
    ["discord", { content: "**Order 2**\nIt is *here*.", allowed_mentions: { parse: [] } }],
  ])("goes to %s as that takes it", async (by, body) => {
    expect(await sent({ by })).toMatchObject({
      method: "POST",
      url: "https://hooks.example.com/secret-PATH",
      headers: { "content-type": "application/json", "idempotency-key": "run_1:node:1:notify" },
      body,
    });
  });

  it("goes to Teams as an adaptive card with what can be opened", () => {
    const links = [{ label: "Approve", url: "https://app.example.com/a" }];
    expect(chatBodies.teams({ title: "Order", text: "Here.", links })).toMatchObject({
      type: "message",
      attachments: [
        {
          contentType: "application/vnd.microsoft.card.adaptive",
          content: {
            type: "AdaptiveCard",
            body: [{ text: "Order" }, { text: "Here." }],
            actions: [{ type: "Action.OpenUrl", title: "Approve", url: "https://app.example.com/a" }],
          },
        },
      ],
    });
  });

  it("cannot ping everybody or forge a link by what stands in the state", () => {
    const links = [{ label: "Yes | <no>", url: "https://app.example.com/a" }];
    expect(
      chatBodies.slack({ title: "", text: "<!channel> & <https://evil.example|ok>", links }),
    ).toMatchObject({
      text: "&lt;!channel&gt; &amp; &lt;https://evil.example|ok&gt;\n<https://app.example.com/a|Yes ¦ &lt;no&gt;>",
    });
    expect(chatBodies.discord({ title: "", text: "@everyone" })).toMatchObject({
      allowed_mentions: { parse: [] },
    });
  });

  it("is cut where Discord takes no more, its links last", () => {
    const links = [{ label: "Open", url: "https://app.example.com/a" }];
    const body = chatBodies.discord({ title: "", text: "x".repeat(5_000), links });
    const { content } = Object(body);
    expect(content.length).toBe(2_000);
    expect(content.endsWith("…\n[Open](<https://app.example.com/a>)")).toBe(true);
  });
});

describe("a webhook", () => {
  const config = { by: "webhook", signedWith: "{{ secrets.KEY }}", data: ["n"] };

  it("carries its data, and is signed over id, time and body", async () => {
    const { headers = {}, body } = await sent(config);
    expect(body).toEqual({
      type: "signalbox.notify",
      id: "run_1:node:1:notify",
      title: "Order 2",
      text: "It is *here*.",
      data: { n: 2 },
    });
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${JSON.stringify(body)}`;
    const signature = createHmac("sha256", "secret-KEY").update(signed).digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${signature}`);
    expect(Math.abs(Number(headers["webhook-timestamp"]) - Date.now() / 1_000)).toBeLessThan(60);
  });

  it("is signed as Standard Webhooks has it", () => {
    // The example of the specification's own libraries.
    const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const call = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", body: '{"test": 2432232314}', secret };
    expect(signedHeaders(call, 1_614_265_330_000)["webhook-signature"]).toBe(
      "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    );
  });

  it("is not signed without a secret, and fails where it is refused", async () => {
    expect((await sent({ by: "webhook" })).headers).not.toHaveProperty("webhook-signature");
    const http = fakeHttp(() => ({ status: 500, body: "no" }));
    await expect(runNode("notify", { ...config, url }, state, { http })).rejects.toMatchObject({
      code: "http_failed",
    });
  });
});

describe("an e-mail", () => {
  it("goes to each address by the workspace's server", async () => {
    const mails: Mail[] = [];
    const mail = { send: async (one: Mail) => void mails.push(one) };
    const config = { by: "email", to: "{{ who }}, , b@example.com", title: " Hi ", text: "There" };
    await runNode("notify", config, state, { mail });
    expect(mails).toMatchObject([
      {
        to: ["robin@example.com", "b@example.com"],
        subject: "Hi",
        text: "There",
        callKey: "run_1:node:1:mail",
      },
    ]);
    await expect(runNode("notify", { ...config, to: "{{ none }}" }, {}, { mail })).rejects.toMatchObject({
      details: { field: "to" },
    });
  });

  it("says its links below the text", () => {
    const links = [{ label: "Approve", url: "https://app.example.com/a" }];
    expect(plainText({ title: "x", text: "Look.", links })).toBe(
      "Look.\n\nApprove: https://app.example.com/a",
    );
  });
});

describe("the settings", () => {
  it.each([
    [{ by: "email", to: "", text: "x" }, ["to: Say whom it goes to."]],
    [
      { by: "teams", url: " ", text: " " },
      ["url: Write the webhook's address.", "text: Say what they are told."],
    ],
    [{ by: "webhook", url }, []],
  ])("%j: %j", (config, issues) => {
    expect(issuesOf("notify", config)).toEqual(issues);
  });

  it("name the secrets that are needed, and whether a lost call asks a person", () => {
    const config = notifyDefinition.config.parse({ by: "webhook", url, signedWith: "{{ secrets.KEY }}" });
    expect(notifyDefinition.needs?.(config).map((need) => Object(need).name)).toEqual(["PATH", "KEY"]);
    expect(notifyDefinition.idempotent(config)).toBe(false);
    expect(notifyDefinition.idempotent({ ...config, repeatable: true })).toBe(true);
  });
});
