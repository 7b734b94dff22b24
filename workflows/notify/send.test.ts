import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { MailGateway } from "@/workflows/runtime/ports";
import { fakeHttp, fakeServices } from "@/workflows/testing/fake-services";
import { chatBodies, chats } from "./message";
import { tellByMail, tellChat } from "./send.server";
import { signedHeaders } from "./sign.server";

const message = {
  title: "A draft waits",
  text: "Is it ready?",
  links: [{ label: "Look", url: "https://signalbox.test/" }],
};
const signal = new AbortController().signal;
const sending = (services = fakeServices()) => ({ services, callKey: "run_1:tell", signal });
const address = "https://hooks.test/T000/secret-part";

describe("telling people", () => {
  it("by mail goes to one address, under the title, once for its key", async () => {
    const send = vi.fn<MailGateway["send"]>(async () => {});
    await tellByMail("ada@example.com", message, sending(fakeServices({ mail: { send } })));
    expect(send).toHaveBeenCalledExactlyOnceWith({
      to: ["ada@example.com"],
      subject: "A draft waits",
      text: "Is it ready?\n\nLook: https://signalbox.test/",
      callKey: "run_1:tell",
      signal,
    });
  });

  it.each(chats)("by %s posts what it takes to the address that its secret holds", async (by) => {
    const http = fakeHttp(() => ({ status: 200, body: "ok" }));
    const reveal = vi.fn(async () => address);
    await tellChat(
      { by, secret: "TEAM_HOOK" },
      message,
      sending(fakeServices({ http, secrets: { reveal } })),
    );
    expect(reveal).toHaveBeenCalledWith("TEAM_HOOK");
    expect(http.calls).toMatchObject([
      {
        method: "POST",
        url: address,
        headers: { "content-type": "application/json", "idempotency-key": "run_1:tell" },
      },
    ]);
    expect(JSON.parse(http.calls[0]?.body ?? "")).toEqual(chatBodies[by](message));
  });

  it.each([403, 404, 429, 500])("fails at the status %d, without telling the address", async (status) => {
    const http = fakeHttp(({ url }) => ({ status, body: `${url} is not known` }));
    const services = fakeServices({ http, secrets: { reveal: async () => address } });
    const failure: unknown = await tellChat(
      { by: "slack", secret: "HOOK" },
      message,
      sending(services),
    ).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: "http_failed",
      message: expect.stringContaining(`status ${status}`),
    });
  });
});

describe("a signed webhook", () => {
  it("is signed as Standard Webhooks has it in its own example", () => {
    expect(
      signedHeaders(
        {
          id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
          body: '{"test": 2432232314}',
          secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        },
        1_614_265_330_000,
      ),
    ).toEqual({
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
  });

  it("takes a secret without the mark as its own letters", () => {
    const { "webhook-signature": signature } = signedHeaders({ id: "a", body: "{}", secret: "plain" }, 5_999);
    expect(signature).toBe(`v1,${createHmac("sha256", "plain").update("a.5.{}").digest("base64")}`);
  });

  it("has another signature for another id, body, secret or time, and the same for the same", () => {
    const given = fc.record({
      id: fc.uuid(),
      body: fc.json(),
      secret: fc.string({ minLength: 1 }),
      now: fc.nat(),
    });
    const signatureOf = ({ now, ...rest }: { id: string; body: string; secret: string; now: number }) =>
      signedHeaders(rest, now)["webhook-signature"];
    fc.assert(
      fc.property(given, (one) => {
        const signature = signatureOf(one);
        expect(signatureOf({ ...one })).toBe(signature);
        expect(signature).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
        const others = [
          { ...one, id: `${one.id}x` },
          { ...one, body: `${one.body} ` },
          { ...one, secret: `!${one.secret}` },
          { ...one, now: one.now + 1_000 },
        ];
        for (const other of others) expect(signatureOf(other)).not.toBe(signature);
      }),
    );
  });
});
