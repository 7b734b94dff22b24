import { z } from "zod";
import { endpoint } from "./endpoint";

const tag = "E-mail";

export const mailSecurities = ["tls", "starttls", "none"] as const;

/** The mail server by which a workspace's agents write. */
export const mailServerSchema = z.strictObject({
  host: z
    .string()
    .trim()
    .min(1, "Name the mail server")
    .max(253)
    .regex(/^[\w.:-]+$/, "Only the server's name, e.g. mail.example.com"),
  port: z.int().min(1).max(65_535),
  /** `tls`: encrypted from the start (465). `starttls`: encrypted or not at all (587). `none`: in the clear. */
  security: z.enum(mailSecurities),
  /** Empty where the server asks for none. */
  user: z.string().trim().max(320).default(""),
  /** Name of the workspace's secret with the password. */
  passwordSecret: z.string().trim().max(100).default(""),
  /** `orders@example.com` or `Orders <orders@example.com>`. */
  from: z
    .string()
    .trim()
    .max(320)
    .regex(/^(?:[^<>\r\n]*<)?[^\s@<>]+@[^\s@<>]+>?$/, "Write an e-mail address"),
  /** The server may stand in the private network. */
  allowPrivate: z.boolean().default(false),
});
export type MailServer = z.infer<typeof mailServerSchema>;

const stateSchema = z.object({ server: mailServerSchema.nullable() });

export const getMail = endpoint({
  method: "get",
  path: "/workspace/mail",
  access: "workspace.manage",
  tag,
  summary: "The mail server of the workspace",
  response: stateSchema,
});
export const setMail = endpoint({
  method: "put",
  path: "/workspace/mail",
  access: "workspace.manage",
  tag,
  summary: "Choose the mail server of the workspace, or none",
  body: z.strictObject({ server: mailServerSchema.nullable() }),
  response: stateSchema,
});
export const testMail = endpoint({
  method: "post",
  path: "/workspace/mail/test",
  access: "workspace.manage",
  tag,
  summary: "Send a test message by the workspace's mail server",
  body: z.strictObject({ to: z.email().max(320) }),
});
