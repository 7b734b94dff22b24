import { createTransport } from "nodemailer";
import { env } from "./env.server";

/** Sends an e-mail by the server that SMTP_URL names. @throws Error of nodemailer */
export async function sendMail({
  to,
  title,
  text,
}: {
  to: string;
  title: string;
  text: string;
}): Promise<void> {
  const subject = title.trim() || text.trim().slice(0, 80);
  const transport = createTransport(env("SMTP_URL"));
  await transport.sendMail({ from: env("MAIL_FROM"), to, subject, text: text.trim() });
}
