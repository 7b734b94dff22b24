import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import type { MailServer } from "@/lib/api/contract/mail";
import type { Place } from "@/lib/egress/guarded-socket";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import type { Mail } from "@/workflows/runtime/ports";

type Socket = Awaited<ReturnType<OpenSocket>>;
/** A connection that the egress guard has judged. */
export type OpenSocket = (place: Place) => Promise<import("node:net").Socket>;

export interface Sending {
  server: MailServer;
  password: string | null;
  open: OpenSocket;
}

const timeoutMs = 30_000;

/**
 * Sends one message. Its id follows from the call, so that a mailbox may know a repeated one again.
 * @throws AppError egress_refused, mail_failed
 */
export async function sendMail(
  mail: Pick<Mail, "to" | "subject" | "text" | "callKey" | "signal">,
  sending: Sending,
): Promise<void> {
  mail.signal.throwIfAborted();
  const socket = await reach(sending);
  const stop = () => socket.destroy(new Error("The run was stopped."));
  mail.signal.addEventListener("abort", stop, { once: true });
  const { server } = sending;
  const transport = createTransport({
    ...settingsOf(sending),
    connection: socket,
  });
  try {
    const { rejected } = await transport.sendMail({
      from: server.from,
      to: [...mail.to],
      subject: oneLine(mail.subject),
      text: mail.text,
      messageId: messageId(mail.callKey, server.from),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const refused = rejected.map(String);
    if (refused.length > 0)
      throw failed(server, `it refused ${refused.join(", ")}, and took it for the others`);
  } catch (error) {
    mail.signal.throwIfAborted();
    throw isAppError(error) ? error : failed(server, reasonOf(error), error);
  } finally {
    mail.signal.removeEventListener("abort", stop);
    transport.close();
    socket.destroy();
  }
}

async function reach({ server: { host, port }, open }: Sending): Promise<Socket> {
  try {
    return await open({ host, port });
  } catch (error) {
    if (!isAppError(error) || error.code === "egress_refused") throw error;
    throw new AppError(
      "mail_failed",
      `The mail server cannot be reached. ${error.message}`,
      {},
      { cause: error },
    );
  }
}

function settingsOf({ server: { host, port, security, user }, password }: Sending) {
  return {
    host,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    tls: { servername: host },
    ...(user && { auth: { user, pass: password ?? "" } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  };
}

/** Headers end with their line: a subject from the state must not begin another one. */
const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim();

function messageId(callKey: string, from: string): string {
  const domain = /@([^\s@<>]+)>?$/.exec(from)?.[1] ?? "localhost";
  return `<${createHash("sha256").update(callKey).digest("hex").slice(0, 32)}@${domain}>`;
}

function failed({ host }: MailServer, reason: string, cause?: unknown): AppError {
  return new AppError(
    "mail_failed",
    `The mail server ${host} did not take the message: ${reason}.`,
    { hint: "Look at Settings → E-mail, or send the test message from there." },
    { cause },
  );
}

/** What the server said; never what was sent to it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return oneLine(error.message).replace(/\.$/, "").slice(0, 300);
}
