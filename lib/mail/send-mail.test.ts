import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import type { MailServer } from "@/lib/api/contract/mail";
import type { Resolve } from "@/lib/egress/connector";
import { createEgress } from "@/lib/egress/egress";
import { noRules, parseRule } from "@/lib/egress/rule";
import { sendMail } from "./send-mail";

const running = new Set<SMTPServer>();
afterEach(async () => {
  for (const server of running) await new Promise<void>((done) => server.close(() => done()));
  running.clear();
});

interface Received {
  from: string;
  to: string[];
  user: string | undefined;
  secure: boolean;
  text: string;
}

/** A real mail server on loopback that keeps what it was sent. */
async function startSmtp(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onAuth: ({ username, password }, _session, done) =>
      password === "right" ? done(null, { user: username }) : done(new Error("Wrong password")),
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith("nobody") ? done(new Error("No such mailbox")) : done(),
    onData: (stream, { envelope, user, secure }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : "",
          to: envelope.rcptTo.map(({ address }) => address),
          user: user === undefined ? undefined : String(user),
          secure,
          text: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
    ...options,
  });
  running.add(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { received, port };
}

const mail = {
  to: ["robin@example.com"],
  subject: "Your order",
  text: "It is on its way: 100 €.",
  callKey: "run_1:tell:1:mail",
  signal: new AbortController().signal,
};

async function send(server: Partial<MailServer> & { port: number }, more: object = {}, allowed = true) {
  const egress = createEgress(allowed ? [`127.0.0.1:${server.port}`] : []);
  const full: MailServer = {
    host: "127.0.0.1",
    security: "none",
    user: "",
    passwordSecret: "",
    from: "Orders <orders@example.com>",
    allowPrivate: false,
    ...server,
  };
  try {
    await sendMail(
      { ...mail, ...more },
      { server: full, password: "right", open: (place) => egress.within(noRules).socketTo(place, []) },
    );
  } finally {
    await egress.close();
  }
}

describe("an e-mail", () => {
  it("arrives with its subject and text, under an id that follows from its call", async () => {
    const { received, port } = await startSmtp();
    await send({ port });
    await send({ port });
    const [first, second] = received;
    expect(first).toMatchObject({ from: "orders@example.com", to: ["robin@example.com"] });
    expect(first?.text).toContain("Subject: Your order");
    expect(first?.text).toContain("100 =E2=82=AC");
    const id = (text = "") => /^Message-ID: (<.+@example\.com>)\r$/im.exec(text)?.[1];
    expect(id(first?.text)).toBeDefined();
    expect(id(second?.text)).toBe(id(first?.text));
  });

  it("signs in where the server has a user", async () => {
    const { received, port } = await startSmtp({ authOptional: false, allowInsecureAuth: true });
    await send({ port, user: "orders" });
    expect(received).toMatchObject([{ user: "orders" }]);
  });

  it("cannot smuggle a header in by its subject, nor a file by its address", async () => {
    const { received, port } = await startSmtp();
    await send({ port }, { subject: "Hi\r\nBcc: spy@example.com" });
    expect(received[0]?.to).toEqual(["robin@example.com"]);
    expect(received[0]?.text).toContain("Subject: Hi Bcc: spy@example.com");
  });

  it.each([
    [
      "a refused password",
      { authOptional: false, allowInsecureAuth: true },
      { user: "x" },
      {},
      "Wrong password",
      "wrong",
    ],
    ["a mailbox that is not there", {}, {}, { to: ["nobody@example.com"] }, "No such mailbox", "right"],
    [
      "one of two that is not there",
      {},
      {},
      { to: ["a@example.com", "nobody@example.com"] },
      "nobody@example.com",
      "right",
    ],
    ["no encryption where it is wanted", {}, { security: "starttls" as const }, {}, "STARTTLS", "right"],
  ])("says what became of %s", async (_, options, server, more, words, password) => {
    const { port } = await startSmtp({
      ...options,
      ...(password === "wrong" && {
        onAuth: (_auth, _session, done) => done(new Error("Wrong password")),
      }),
    });
    const failure = send({ port, ...server }, more);
    await expect(failure).rejects.toMatchObject({
      code: "mail_failed",
      message: expect.stringContaining(words),
    });
    await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining("right") });
  });

  it("goes nowhere that the egress guard refuses", async () => {
    const { received, port } = await startSmtp();
    await expect(send({ port }, {}, false)).rejects.toMatchObject({ code: "egress_refused" });
    expect(received).toEqual([]);
  });

  it("says that nothing answers, and stops with its run", async () => {
    await expect(send({ port: 1 })).rejects.toMatchObject({
      code: "mail_failed",
      message: expect.stringContaining("nothing answers"),
    });
    const stopped = AbortSignal.abort(new Error("stopped"));
    await expect(send({ port: 1 }, { signal: stopped })).rejects.toThrow("stopped");
  });
});

describe("the guard of plain connections", () => {
  it("judges the address that a name stands for, not the name alone", async () => {
    const { port } = await startSmtp();
    const resolve: Resolve = (_host, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]);
    const egress = createEgress([], { resolve });
    const to = (host: string) => egress.within(noRules).socketTo({ host, port }, []);
    await expect(to("mail.example.com")).rejects.toMatchObject({ code: "egress_refused" });
    const deny = { allow: [], deny: [parseRule("mail.example.com")] };
    const own = egress
      .within(deny)
      .socketTo({ host: "mail.example.com", port }, [`mail.example.com:${port}`]);
    await expect(own).rejects.toMatchObject({ code: "egress_refused" });
    await egress.close();
  });
});
